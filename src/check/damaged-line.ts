import { foldText } from '../normalize/index.ts';
import data from './damage.json' with { type: 'json' };
import type { Bilingual } from './rule.ts';

/** A piece of damage in a line of the text. */
export interface Damage {
  readonly kind: 'lost' | 'mojibake' | 'radical' | 'private' | 'oldKana' | 'doubled' | 'writing' | 'split';
  /** the piece as it stands */
  readonly piece: string;
  /** as it should be, where that is sure */
  readonly repair: string | null;
}

const OLD_KANA = new Map(data.oldKana.map(([old, modern]) => [old!, modern!]));
const OLD = new RegExp([...OLD_KANA.keys()].join('|'), 'gu');
/** CJK Radicals Supplement and Kangxi Radicals (Unicode: Equivalent_Unified_Ideograph). */
const RADICAL = /[\u2E80-\u2FD5]/gu;
const LOST = /\uFFFD+/gu;
const PRIVATE = /(?:(?![\t\r\f])[\p{Co}\p{Cc}])+/gu;
/** UTF-8 read as Shift_JIS (縺ゅ繧) or as Latin-1 (ã). */
const MOJIBAKE = /(?:[縺繧繝][\u0080-\uFFEF]){3,}|(?:[ãäåæçèé][\u0080-\u00BF]{1,2}){2,}/gu;
/** をを and がが never stand in a sentence; にに only before a word that opens with に. */
const DOUBLED = /をを|がが|へへ|にに(?![ぎじせんおげなほく])/gu;
const WRITING = data.writing.map(
  ([pattern, repair]) => [new RegExp(pattern!, 'gu'), repair ?? null] as const,
);
/** Win ² and m ³: the raised figure has come off its letter. */
const SPLIT = /[A-Za-z] [²³]/gu;

/** Any slip of writing; patterns that refer back to a group of theirs stand apart. */
const ANY_WRITING = [
  new RegExp(
    WRITING.map(([{ source }]) => source)
      .filter((source) => !/\\[1-9]/u.test(source))
      .join('|'),
    'u',
  ),
  ...WRITING.map(([{ source }]) => source)
    .filter((source) => /\\[1-9]/u.test(source))
    .map((source) => new RegExp(source, 'u')),
];

/** Any of it: most lines have none. */
const ANY = new RegExp(
  [LOST, MOJIBAKE, PRIVATE, RADICAL, OLD, DOUBLED, SPLIT].map(({ source }) => source).join('|'),
  'u',
);

/** What is damaged in a line. Linear in its length. */
export function damagesOf(line: string, isModern: (word: string) => boolean): Damage[] {
  const slips = slipsOfWriting(line);
  if (!ANY.test(line)) return slips;
  const damages: Damage[] = [];
  const note = (kind: Damage['kind'], pattern: RegExp, repair: (piece: string) => string | null): void => {
    for (const [piece] of line.matchAll(pattern)) damages.push({ kind, piece, repair: repair(piece) });
  };
  note('lost', LOST, () => null);
  note('mojibake', MOJIBAKE, () => null);
  note('private', PRIVATE, () => null);
  note('radical', RADICAL, (piece) => {
    const folded = foldText(piece);
    return folded === piece ? null : folded;
  });
  note('oldKana', OLD, (piece) => OLD_KANA.get(piece) ?? null);
  note('doubled', DOUBLED, (piece) => piece.slice(1));
  note('split', SPLIT, (piece) => piece.replace(' ', ''));
  damages.push(...slips);
  return damages.filter(({ kind, repair }) => kind !== 'oldKana' || isModern(repair ?? ''));
}

function slipsOfWriting(line: string): Damage[] {
  if (!ANY_WRITING.some((pattern) => pattern.test(line))) return [];
  return WRITING.flatMap(([pattern, repair]) =>
    [...line.matchAll(pattern)].map((match): Damage => {
      const repaired = repair?.replace(/\$(\d)/gu, (_, nth: string) => match[Number(nth)] ?? '') ?? null;
      return { kind: 'writing', piece: match[0], repair: repaired };
    }),
  );
}

/** What each kind of damage is called. */
export const DAMAGE_WORDS: { readonly [kind in Damage['kind']]: Bilingual } = {
  lost: { ja: '読めない文字（U+FFFD）があります', en: 'Characters are lost (U+FFFD)' },
  mojibake: { ja: '文字化けがあります', en: 'Text was read in the wrong encoding' },
  private: { ja: '外字または制御文字があります', en: 'Private or control characters stand in the text' },
  radical: { ja: '漢字の代わりに部首の文字があります', en: 'Radicals stand in place of kanji' },
  oldKana: {
    ja: '歴史的仮名遣いになっています（読み取りの誤りと思われます）',
    en: 'Historical kana, likely a slip of recognition',
  },
  doubled: { ja: '助詞が重なっています', en: 'A particle is doubled' },
  writing: { ja: '書き誤りと思われます', en: 'Likely a slip of writing' },
  split: { ja: '上付き文字が離れています', en: 'A raised figure has come off its letter' },
};
