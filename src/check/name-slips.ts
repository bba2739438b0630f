import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';

/** A word of the text, told apart from its spelling by what surrounds it. */
interface Spelling {
  /** what all spellings of one name share */
  readonly key: string;
  readonly spelled: string;
  /** the word with its surroundings, for people */
  readonly told: string;
}

type IsSlip = (odd: string, usual: string) => boolean;

interface NameForm {
  readonly pattern: RegExp;
  readonly spellingOf: (match: RegExpExecArray) => Spelling;
  readonly isSlip: IsSlip;
  /** times the usual spelling must stand */
  readonly least: number;
}

const VOICED = /[\u3099\u309A]/gu;
const unvoiced = (text: string): string => text.normalize('NFD').replace(VOICED, '');

/** One character lost or changed, neither the first nor the last. */
function isOneInside(odd: string, usual: string): boolean {
  if (usual.length < 3 || odd.at(0) !== usual.at(0) || odd.at(-1) !== usual.at(-1)) return false;
  if (odd.length === usual.length) return differing(odd, usual) === 1;
  return (
    odd.length === usual.length - 1 &&
    [...usual].some((_, at) => at > 0 && usual.slice(0, at) + usual.slice(at + 1) === odd)
  );
}

const differing = (a: string, b: string): number =>
  [...a].filter((character, at) => character !== b[at]).length;

const FORMS: readonly NameForm[] = [
  // みなと|街かど音楽祭, みと|街かど音楽祭: a name that opens with kana
  {
    pattern: /(?<![\p{L}\p{N}])([ぁ-ん]{2,5})([一-龠々ァ-ヶー]{1,2}[一-龠々ァ-ヶーぁ-ん])/gu,
    spellingOf: ([, head, tail]) => ({ key: tail!, spelled: head!, told: `${head}${tail}` }),
    isSlip: isOneInside,
    least: 2,
  },
  // 山|田|丸ふるさと, 山|丸|丸ふるさと: a kanji became its neighbour, or kana
  {
    pattern:
      /(?=([一-龠々])([一-龠々]|(?![はがをにへとのもやでかおご])[ぁ-ん])([一-龠々][一-龠々ァ-ヶーぁ-ん]{4}))/gu,
    spellingOf: ([, before, own, after]) => ({
      key: `${before} ${after}`,
      spelled: `${before}${own}${after![0]}`,
      told: `${before}${own}${after}`,
    }),
    isSlip: (odd, usual) =>
      /[一-龠々]/u.test(usual[1]!) && (odd[1] === odd[0] || odd[1] === odd[2] || /[ぁ-ん]/u.test(odd[1]!)),
    least: 2,
  },
  // 中央|シティプラザ|文化, 中央|シニアプラザ|文化: two characters of a long foreign word
  {
    pattern: /(?<=([一-龠々]{2}))([ァ-ヶー]{5,12})([一-龠々]{2})/gu,
    spellingOf: ([, before, word, after]) => ({
      key: `${before} ${after}`,
      spelled: word!,
      told: `${before}${word}`,
    }),
    isSlip: (odd, usual) =>
      odd.length === usual.length && differing(odd, usual) <= 2 && odd.slice(-3) === usual.slice(-3),
    least: 1,
  },
  // 青|パト, 青|バト: only the marks of voicing differ
  {
    pattern: /(?<=([一-龠々]))([ァ-ヶー]{2,12})(?![ァ-ヶー])/gu,
    spellingOf: ([, before, word]) => ({
      key: `${before}${unvoiced(word!)}`,
      spelled: word!,
      told: `${before}${word}`,
    }),
    isSlip: (odd, usual) => odd !== usual,
    least: 2,
  },
];

/**
 * Names that one place of the text spells otherwise than the others by a character lost, doubled or mistaken. Words that
 * differ in more, or of which either spelling is frequent, are two words. Linear in the text.
 *
 *     みなと街かど音楽祭 …5×      みと街かど音楽祭
 *                              ^ な
 */
export function nameSlips(view: ReportView): Found[] {
  if (!view.records.some(({ provenance }) => provenance.line !== null)) return [];
  const lines = view.text.split('\n');
  const found = FORMS.flatMap((form) => slipsOf(form, lines));
  const places = new Map(found.map((each) => [`${each.place?.line} ${each.compared.join(' ')}`, each]));
  return [...places.values()];
}

/** A spelling with the lines it stands on. */
interface Spelled {
  readonly spelled: string;
  readonly told: string;
  readonly at: number[];
}

function slipsOf({ pattern, spellingOf, isSlip, least }: NameForm, lines: readonly string[]): Found[] {
  const names = new Map<string, Spelled[]>();
  for (const [index, line] of lines.entries()) {
    for (const match of line.matchAll(pattern)) {
      const { key, spelled, told } = spellingOf(match);
      const known = names.get(key);
      const own = known?.find((each) => each.spelled === spelled);
      if (own !== undefined) own.at.push(index + 1);
      else if (known !== undefined) known.push({ spelled, told, at: [index + 1] });
      else names.set(key, [{ spelled, told, at: [index + 1] }]);
    }
  }
  return [...names.values()].flatMap((spellings) => {
    if (spellings.length < 2) return [];
    const [usual, ...others] = spellings.toSorted((a, b) => b.at.length - a.at.length);
    return others
      .filter(
        ({ spelled, at }) => at.length === 1 && usual!.at.length >= least && isSlip(spelled, usual!.spelled),
      )
      .map((odd) => foundOf(odd, usual!));
  });
}

function foundOf(odd: Spelled, usual: Spelled): Found {
  const times = usual.at.length;
  return {
    severity: 'warning',
    confidence: 0.55,
    message: {
      ja: `「${odd.told}」は、ほかでは「${usual.told}」と書かれています（${times}か所）`,
      en: `"${odd.told}" is spelled "${usual.told}" elsewhere (${times}).`,
    },
    observations: [],
    place: { page: 1, line: odd.at[0]! },
    evidence: { [odd.told]: 1, [usual.told]: times },
    compared: ['name slip', odd.told, usual.told],
  };
}
