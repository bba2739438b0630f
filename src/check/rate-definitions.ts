import type { Observation } from '../model/index.ts';
import {
  figuresOf,
  isChange,
  isComparable,
  isForWholePlan,
  isQuantity,
  isSame,
  type Side,
  sideOf,
  targetAt,
} from './goal.ts';
import {
  dividedBy,
  type Interval,
  intervalOfObservation,
  minus,
  overlaps,
  scaled,
  sumOf,
} from './interval.ts';
import type { ReportView, Row } from './report-view.ts';
import type { Bilingual } from './rule.ts';

/** How cities compute 達成率. The first two are tried first: of definitions that explain equally many, the first counts. */
export const RATE_DEFINITIONS = [
  'last',
  'sum',
  'fromBaseline',
  'best',
  'mean',
  'inverse',
  'mirrored',
] as const;
export type RateDefinition = (typeof RATE_DEFINITIONS)[number];

export const DEFINITION_NAMES: { readonly [definition in RateDefinition]: Bilingual } = {
  last: { ja: '直近の実績 ÷ 目標', en: 'last result ÷ target' },
  sum: { ja: '実績の累計 ÷ 目標', en: 'sum of results ÷ target' },
  fromBaseline: { ja: '(実績 − 基準) ÷ (目標 − 基準)', en: '(result − baseline) ÷ (target − baseline)' },
  best: { ja: '最も良い年 ÷ 目標', en: 'best year ÷ target' },
  mean: { ja: '平均 ÷ 目標', en: 'mean ÷ target' },
  inverse: { ja: '目標 ÷ 実績', en: 'target ÷ result' },
  mirrored: { ja: '2 − 実績 ÷ 目標', en: '2 − result ÷ target' },
};

/** A printed rate with what it could have been computed from. */
export interface RateCase {
  readonly row: Row;
  readonly rate: Observation;
  readonly target: Observation;
  /** results up to the rate's year, oldest first */
  readonly actuals: readonly Observation[];
  readonly last: Observation;
  readonly baseline: Observation | null;
  readonly side: Side;
}

/** All rates of a report that can be computed again. */
export function rateCasesOf(view: ReportView): RateCase[] {
  return view.rows.flatMap(rateCasesOfRow);
}

export const rateCasesOfRow = (row: Row): RateCase[] => row.rates.flatMap((rate) => caseOf(row, rate));

function caseOf(row: Row, rate: Observation): RateCase[] {
  const period = rate.timePeriod;
  const target = targetAt(row, period) ?? targetAt(row, null);
  if (target === null || !isQuantity(target) || target.value === 0 || !isQuantity(rate)) return [];
  const isIn = (actual: Observation): boolean =>
    period === null || (actual.timePeriod?.end ?? '') <= period.end;
  const actuals = row.actuals.filter(
    (actual) => isQuantity(actual) && isComparable(actual, target) && isIn(actual),
  );
  const last =
    period === null ? actuals.at(-1) : actuals.findLast((actual) => isSame(actual.timePeriod, period));
  if (last === undefined) return [];
  const { baseline } = row;
  const isBase =
    baseline !== null &&
    isQuantity(baseline) &&
    isComparable(baseline, target) &&
    isChange(baseline) === isChange(target);
  return [
    { row, rate, target, actuals, last, baseline: isBase ? baseline : null, side: sideOf(row, target) },
  ];
}

const only = (observation: Observation): Interval =>
  figuresOf(observation)[0]?.interval ?? { low: 0, high: 0 };
const exactly = ({ value }: Observation): Interval => ({ low: value ?? 0, high: value ?? 0 });

/** The rate in percent a definition gives; null where it does not apply. */
export function rateBy(
  definition: RateDefinition,
  { target, actuals, last, baseline, side }: RateCase,
): Interval | null {
  const goal = exactly(target);
  const shareOf = (result: Interval): Interval | null => percent(dividedBy(result, goal));
  const all = actuals.map(only);
  switch (definition) {
    case 'last':
      return shareOf(only(last));
    case 'sum':
      return all.length < 2 ? null : shareOf(sumOf(all));
    case 'mean':
      return all.length < 2 ? null : shareOf(scaled(sumOf(all), 1 / all.length));
    case 'best': {
      const sorted = actuals.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
      const best = sorted.at(side === 'higher' ? -1 : 0);
      return all.length < 2 || best === undefined ? null : shareOf(only(best));
    }
    case 'fromBaseline':
      if (baseline === null) return null;
      return percent(dividedBy(minus(only(last), only(baseline)), minus(goal, only(baseline))));
    case 'inverse': {
      // △150 of △173: a deficit shrinks toward its target
      const isDeficit = goal.high < 0 && only(last).high < 0;
      return side === 'higher' && !isDeficit ? null : percent(dividedBy(goal, only(last)));
    }
    case 'mirrored': {
      const share = side === 'higher' ? null : dividedBy(only(last), goal);
      return share === null ? null : scaled(minus({ low: 2, high: 2 }, share), 100);
    }
  }
}

const percent = (share: Interval | null): Interval | null => (share === null ? null : scaled(share, 100));

/** Whether a definition gives the printed rate. */
export function givesRate(definition: RateDefinition, rateCase: RateCase): boolean {
  const own = intervalOfObservation(rateCase.rate);
  const computed = rateBy(definition, rateCase);
  return own !== null && computed !== null && overlaps(own, computed);
}

/** Whether it gives the printed rate when decimals are cut off instead of rounded (66.7 → 66%). */
export function givesCutRate(definition: RateDefinition, rateCase: RateCase): boolean {
  const computed = rateBy(definition, rateCase);
  const { value, precision } = rateCase.rate;
  return (
    computed !== null &&
    value !== null &&
    overlaps(computed, { low: value, high: value + (precision ?? 1) * 0.999 })
  );
}

/** Whether the target says that results are added up. */
export const isAddedUp = ({ target }: RateCase): boolean => isForWholePlan(target) && !isChange(target);
