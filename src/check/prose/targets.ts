import { overlaps } from '../interval.ts';
import { isLowerBetter } from '../lower-is-better.ts';
import type { Word } from '../tokenizer.ts';
import { phraseBefore, type Subject } from './phrases.ts';
import { endOfClause, type Sentence } from './sentences.ts';
import type { Told, ToldSeries } from './told-series.ts';

/** A statement that a target was met or missed. */
export interface TargetClaim {
  readonly said: string;
  readonly isMet: boolean;
  /** of the target: 0.5 in 目標の半分に届かない, else 1 */
  readonly share: number;
  /** every year is meant: 毎年 */
  readonly isEveryYear: boolean;
  /** made when asked for: it takes the words of the sentence; null: none is named, all of the passage is meant */
  readonly subject: () => Subject | null | 'unclear';
}

const GOAL = '(?:数値)?目標(?:値|額|数)?';
const NOT_YET =
  '(?:に(?:は)?(?:至(?:ら|って(?:い|お)(?:な|ら|りませ))|届か)|でき(?:な(?:い|かっ)|ず|ませ|て(?:い|お)(?:な|ら|りませ))|(?:し|する(?:こと)?が?でき)て?(?:い|お)?(?:な(?:い|かっ)|ず|ませ|らず|りませ)|することができ(?:な|ず|ませ)|は?難し)';
const DONE =
  '(?:し(?:た(?!い|場合|ら)|、|て(?:い(?:る|ます)|お[りる])|まし)|でき(?:た|、|まし|て(?:い(?:る|ます)|お[りる]))|することができ(?:た|、|まし)|となった|。|$)';
const ADVERB = '(?:を|は|が|に|には|も)?(?:(?:全て|すべて|大きく|大幅に|既に|すでに|早期に|毎年))?';

const MISSED = new RegExp(
  `${GOAL}${ADVERB}(?:達成${NOT_YET}|未達成?(?!の)|(?:に|には)?(?:届か(?:な|ず)|達し(?:な(?:い|かっ)|ていな|ておら|ず)|到達し(?:な|て(?:い|お)(?:な|ら)))|(?:を)?下回(?:った|って|り))`,
  'gu',
);
const MET = new RegExp(
  `${GOAL}${ADVERB}(?:達成${DONE}|(?:を)?上回(?:った|って|り[、ま]|る(?:結果|実績|こと(?:が|と)))|(?:に)?到達し(?:た|て(?:い|お)))`,
  'gu',
);
/** 目標値の半分に届かない, 目標の7割を超えた */
const SHARE = `${GOAL}の(?<share>半分|半数|[1-9]割)(?:程度|ほど)?`;
const MISSED_SHARE = new RegExp(
  `${SHARE}(?:に(?:も|は|すら)?(?:届か(?:な|ず)|満た(?:な|ず)|達し(?:な|ませ|て(?:い|お)(?:な|ら)))|を下回(?:った|って|り))`,
  'gu',
);
const MET_SHARE = new RegExp(
  `${SHARE}(?:に達し(?:た|て(?:い|お)[るりま])|を(?:超え|上回)(?:た|った|って|て|り、))`,
  'gu',
);
const PARTLY = /概ね|おおむね|ほぼ|一部|ある程度|見込/u;

/** The statements of a sentence that a target was met or missed. */
export function targetClaimsOf(sentence: Sentence): TargetClaim[] {
  if (!sentence.text.includes('目標')) return [];
  const claims = [
    ...[...sentence.text.matchAll(MISSED)].map((match) => ({ match, isMet: false })),
    ...[...sentence.text.matchAll(MET)].map((match) => ({ match, isMet: true })),
    ...[...sentence.text.matchAll(MISSED_SHARE)].map((match) => ({ match, isMet: false })),
    ...[...sentence.text.matchAll(MET_SHARE)].map((match) => ({ match, isMet: true })),
  ];
  return claims.flatMap(({ match, isMet }): TargetClaim[] => {
    const end = match.index + match[0].length;
    const clauseStart = sentence.text.lastIndexOf('、', match.index - 1) + 1;
    const clause = sentence.text.slice(clauseStart, end);
    if (PARTLY.test(clause) || /^(?:する|の)?(?:見込|予定|状況)/u.test(sentence.text.slice(end))) return [];
    const words = (): readonly Word[] =>
      sentence.words({ start: 0, end: endOfClause(sentence.text, match.index) });
    const subject = (): Subject | null | 'unclear' => subjectOf(words(), match.index);
    const share = shareOf(match.groups?.share);
    return [{ said: clause.trim(), isMet, share, isEveryYear: /毎年/u.test(clause), subject }];
  });
}

const shareOf = (said: string | undefined): number =>
  said === undefined ? 1 : said.startsWith('半') ? 0.5 : Number(said[0]) / 10;

/** What the target was set for: the phrase in front of the nearest は・が・も・の or について; null where none is named. */
function subjectOf(all: readonly Word[], at: number): Subject | null | 'unclear' {
  const goal = all.findIndex(({ end }) => end > at);
  const before = all[goal - 1];
  if (before?.surface === 'の' || (before?.kind === 'noun' && before.end === all[goal]?.start))
    return phraseBefore(all, before.surface === 'の' ? goal - 1 : goal) ?? 'unclear';
  for (let i = goal - 1; i >= 0; i -= 1) {
    const word = all[i]!;
    if (word.surface === 'について' || word.surface === 'に関して') return phraseBefore(all, i) ?? 'unclear';
    if (
      word.kind === 'particle' &&
      word.surface === 'は' &&
      !/^(?:に|て|で|と)/u.test(all[i - 1]?.surface ?? '')
    ) {
      if (all[i - 1]?.surface === 'について' || all[i - 1]?.surface === 'に関して') continue;
      return phraseBefore(all, i) ?? 'unclear';
    }
    const isNear = all.slice(i, goal).every(({ surface, kind }) => surface !== '、' && kind !== 'verb');
    if (word.kind === 'particle' && /^[がも]$/u.test(word.surface) && isNear)
      return phraseBefore(all, i) ?? 'unclear';
  }
  return null;
}

/** The target and the result that were compared. */
export interface Outcome {
  readonly isMet: boolean;
  readonly target: Told;
  readonly actual: Told;
}

/** Whether the row itself says its target was met: by value, rate, mark and sum alike; null where they differ or cannot say. */
export function outcomeOf(series: ToldSeries, { isEveryYear, share }: TargetClaim): Outcome | null {
  if (!series.isLevel) return null;
  if (share !== 1) return outcomeOfShare(series, share);
  const outcomes = isEveryYear
    ? series.actuals.flatMap((actual) => outcomeAt(series, actual, true) ?? [])
    : [];
  const missed = outcomes.find(({ isMet }) => !isMet);
  const last = series.actuals.at(-1);
  return missed ?? (last === undefined ? null : outcomeAt(series, last, false));
}

/** Half of a target is told of counts that grow towards it; of anything else it says nothing. */
function outcomeOfShare(series: ToldSeries, share: number): Outcome | null {
  const [actual, target] = [series.actuals.at(-1), series.targets.at(-1)];
  if (actual === undefined || target === undefined || isLowerBetter(series.indicator)) return null;
  if (target.observation.unit !== actual.observation.unit || target.value <= 0) return null;
  const { spanYears, aggregate, direction } = target.observation.qualifiers;
  if ((spanYears ?? 1) > 1 || aggregate === 'cumulative' || direction !== undefined) return null;
  if (series.baseline !== null && series.baseline.value >= target.value) return null;
  return { isMet: actual.interval.high >= target.interval.low * share, target, actual };
}

function outcomeAt(series: ToldSeries, actual: Told, isOwnYear: boolean): Outcome | null {
  const end = actual.observation.timePeriod?.end;
  const own = series.targets.findLast(
    ({ observation }) => observation.timePeriod !== null && observation.timePeriod.end === end,
  );
  const headline = series.targets.at(-1);
  const target = own ?? (isOwnYear ? undefined : headline);
  if (target === undefined || target.observation.unit !== actual.observation.unit) return null;
  const { spanYears, aggregate, direction } = target.observation.qualifiers;
  if (direction !== undefined) return null;
  const base = series.baseline;
  const isLower =
    isLowerBetter(series.indicator) ||
    (base !== null && headline !== undefined && headline.value < base.value);
  const reaches = (value: number): boolean =>
    overlaps(target.interval, { low: value, high: value }) ||
    (isLower ? value < target.value : value > target.value);
  const isMet = overlaps(target.interval, actual.interval) || reaches(actual.value);
  const sum = series.actuals.reduce((total, { value }) => total + value, 0);
  const says = [
    ...((spanYears ?? 1) > 1 || aggregate === 'cumulative' ? [reaches(sum)] : []),
    ...(own === undefined && series.rates.length > 0 ? [(series.rates.at(-1)?.value ?? 0) >= 100] : []),
    ...markOf(series, end),
  ];
  return says.every((each) => each === isMet) ? { isMet, target, actual } : null;
}

/** ○ and × speak plainly; △ and words do not. */
function markOf(series: ToldSeries, end: string | undefined): boolean[] {
  const mark =
    series.ratings.findLast(({ timePeriod }) => timePeriod === null || timePeriod.end === end)?.raw ?? '';
  if (/[◎○〇]/u.test(mark)) return [true];
  return /[×✕△]/u.test(mark) ? [false] : [];
}
