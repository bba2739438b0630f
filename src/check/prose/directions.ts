import type { Word } from '../tokenizer.ts';
import { isOfTime, phraseBefore, type Subject } from './phrases.ts';
import { reachOf, type Sentence, yearSpokenOf } from './sentences.ts';
import words from './words.json' with { type: 'json' };

export type Direction = 'rise' | 'fall' | 'flat' | 'noRise' | 'noFall' | 'top' | 'bottom';

/** over: the last step, every step (年々, 3年連続), the whole plan (基準値から), or a tendency (増加傾向). */
export interface DirectionClaim {
  readonly said: string;
  readonly direction: Direction;
  readonly over: 'step' | 'explicitStep' | 'everyStep' | 'plan' | 'tendency';
  /** the part of the sentence its subject stands in */
  readonly reach: string;
  /** made when asked for: it takes the words of the sentence */
  readonly subject: () => Subject | null | 'unclear';
  /** last day of the year the claim is about */
  readonly year: () => string | null;
}

/** What makes a stem a statement of what happened (DID) or did not (NOT), by the kind of stem. */
const PROGRESS = 'て(?:い(?:る|ます|た|ました)|お[りら]|き(?:た|て|まし))';
const NOT_PROGRESS = 'て(?:い|お)(?:な|ら|りませ)';
const DID = {
  nouns: `(?:は|も|を)?(?:し(?:た(?![いら]|場合)|${PROGRESS}|まし|、|つつ)|傾向(?:が続|が見|に(?:あ|転|な)|で(?:推移|あ|す)|と(?:な|い)|、)|と?な(?:った|って|りまし)|に転じ(?:た|て)|が(?:続い|見られ)|であ(?:った|り)|に(?:も)?(?:表れ|つなが(?:った|って|りまし))|で着地|。|、)`,
  short: '(?:とな(?:った|って|り)|であ(?:った|り)|に(?:も)?(?:表れ|つなが(?:った|って|り))|で着地|。)',
  ichidan: `(?:た(?![いら]|場合)|${PROGRESS}|まし(?:た|て)|、|つつ)`,
  godan: `(?:った(?!ら|場合)|っ${PROGRESS}|りまし(?:た|て)|り、|りつつ)`,
} as const;
const NOT = {
  nouns: `(?:は|も|を)?(?:せず|しな(?:い|かっ)|し${NOT_PROGRESS}|しませ|に(?:は|も)?(?:つなが|至)(?:らな|りませ|っ${NOT_PROGRESS}))`,
  short: '(?:に(?:は)?つなが(?:らな|りませ))',
  ichidan: `(?:ず|な(?:い|かっ)|ませ|悩|${NOT_PROGRESS})`,
  godan: `(?:らず|らな(?:い|かっ)|りませ|っ${NOT_PROGRESS})`,
} as const;

const list = (all: readonly string[]): string => `(?:${all.join('|')})`;
type Stems = { readonly [kind in keyof typeof DID]: readonly string[] };
const patternOf = (stems: Stems, endings: typeof DID | typeof NOT): RegExp =>
  new RegExp(
    (Object.keys(DID) as (keyof typeof DID)[])
      .map((kind) => `${list(stems[kind])}${endings[kind]}`)
      .join('|'),
    'gu',
  );
const FLAT = new RegExp(`${list(words.flat)}(?=と|で|の|に|を|。|、|$)`, 'gu');

const PATTERNS: readonly (readonly [Direction, RegExp])[] = [
  ['rise', patternOf(words.rise, DID)],
  ['noRise', patternOf(words.rise, NOT)],
  ['fall', patternOf(words.fall, DID)],
  ['noFall', patternOf(words.fall, NOT)],
  ['flat', FLAT],
  [
    'rise',
    /(?:前|昨)年度?(?:の?実績|比|の値)?(?:を|より)(?:大きく|大幅に|やや|わずかに)?上回(?:った|って|り(?:、|まし)|る(?:結果|実績|こと))/gu,
  ],
  [
    'fall',
    /(?:前|昨)年度?(?:の?実績|比|の値)?(?:を|より)(?:大きく|大幅に|やや|わずかに)?下回(?:った|って|り(?:、|まし)|る(?:結果|実績|こと))/gu,
  ],
  ['top', /過去最(?:高|多|大)(?!額?を目指)/gu],
  ['bottom', /過去最(?:低|少|小)/gu],
];

/** The characters all these words share: most sentences have none. */
const ANY = /[増減昇伸低落倍上下横並最]/u;
const EVERY = /年々|毎年|[2-9]年(?:間)?連続/u;
const PLAN = /基準値|基準年|計画期間|期間中/u;
const STEP = /前年|昨年/u;
const TENDENCY = /傾向|て(?:い|お|き)|つつ|ここ数年|徐々|推移|続/u;
/** What follows or stands by makes it a wish, a guess or another comparison. */
const UNREAL = /^(?:こと|と|もの)?(?:が|は|も)?(?:見込|予想|予測|期待|想定|懸念|考えられ|必要)/u;
const OTHER_BASE =
  /(?:コロナ|豪雨|震災|災害|流行)(?:禍)?(?:以?前|時)|\d+年前|(?:以降|以来|した後|に比べ|と比較|[^度年]比)/u;

/** The statements of a sentence that something rose, fell or stayed, with what they speak of. */
export function directionsOf(sentence: Sentence): DirectionClaim[] {
  if (!ANY.test(sentence.text)) return [];
  return PATTERNS.flatMap(([direction, pattern]) =>
    [...sentence.text.matchAll(pattern)].flatMap((match): DirectionClaim[] => {
      const end = match.index + match[0].length;
      const clauseStart = Math.max(sentence.text.lastIndexOf('、', match.index - 1), -1) + 1;
      const clause = sentence.text.slice(clauseStart, end);
      if (UNREAL.test(sentence.text.slice(end)) || (OTHER_BASE.test(clause) && !STEP.test(clause))) return [];
      const reach = reachOf(sentence.text, match.index, match.index);
      return [
        {
          said: (clause + (/^[^、。]*/u.exec(sentence.text.slice(end))?.[0] ?? '')).trim(),
          direction,
          over: overOf(clause, sentence.text.slice(match.index, end + 2)),
          reach: sentence.text.slice(reach.start, reach.end),
          subject: () => subjectOf(sentence.words(reach), match.index),
          year: () => yearSpokenOf(sentence, match.index)?.end ?? null,
        },
      ];
    }),
  );
}

function overOf(clause: string, predicate: string): DirectionClaim['over'] {
  if (PLAN.test(clause)) return 'plan';
  if (STEP.test(clause)) return 'explicitStep';
  if (EVERY.test(clause)) return 'everyStep';
  return TENDENCY.test(clause) || TENDENCY.test(predicate) ? 'tendency' : 'step';
}

/** Words a subject may stand in front of. */
const MOST_WORDS_BETWEEN = 10;

/** What rose or fell: the phrase in front of the nearest が・は・も, or what joins it directly (ダウンロード数の増加, フォロワー増). */
function subjectOf(all: readonly Word[], at: number): Subject | null | 'unclear' {
  const predicate = quantityBefore(
    all,
    all.findIndex(({ end }) => end > at),
  );
  const before = all[predicate - 1];
  if (before === undefined) return null;
  if (before.surface === 'の' || (before.kind === 'noun' && before.end === all[predicate]?.start))
    return phraseBefore(all, before.surface === 'の' ? predicate - 1 : predicate) ?? 'unclear';
  for (let i = predicate - 1; i >= Math.max(0, predicate - MOST_WORDS_BETWEEN); i -= 1) {
    const word = all[i]!;
    if (word.kind === 'particle' && /^(?:が|は|も|を)$/u.test(word.surface) && !isOfTime(all[i - 1]))
      return phraseBefore(all, i) ?? 'unclear';
    if (word.kind === 'verb' || (word.surface === '、' && all[i - 1]?.surface !== 'は'))
      return i === predicate - 1 ? null : 'unclear';
  }
  return 'unclear';
}

/** Where a quantity in front of a verb begins, else the verb: 約100万人程度|増加, 35法人|増加. */
function quantityBefore(all: readonly Word[], predicate: number): number {
  let start = predicate;
  while (
    start > 0 &&
    predicate - start < 7 &&
    /^(?:noun|counter|number|prefix|adverb)$/u.test(all[start - 1]!.kind)
  )
    start -= 1;
  const number = all.findIndex(({ kind }, i) => i >= start && i < predicate && kind === 'number');
  if (number < 0) return predicate;
  return /^(?:約|およそ|ほぼ)$/u.test(all[number - 1]?.surface ?? '') ? number - 1 : number;
}
