import type { Observation } from '../model/index.ts';
import type { Row } from './report-view.ts';
import type { Found } from './rule.ts';

/**
 * Running totals beside yearly figures in one row, told by the numbers alone.
 *
 *     target  10,000 | 14,900 | 16,600 | 18,300     yearly
 *     result  11,311 | 26,522 | 45,578 | 62,678     added up: each step is a year's figure
 */
export function mixedTotals(row: Row): Found[] {
  return [...totalAmongYears(row), ...addedAgainstYearly(row)];
}

interface Pair {
  readonly actual: Observation;
  readonly target: Observation;
  readonly got: number;
  readonly planned: number;
}

function pairsOf({ actuals, targets }: Row): Pair[] {
  const byPeriod = new Map(
    targets.flatMap((target) =>
      target.timePeriod === null ? [] : [[target.timePeriod.end, target] as const],
    ),
  );
  return actuals.flatMap((actual) => {
    const target = byPeriod.get(actual.timePeriod?.end ?? '');
    if (target === undefined || target.unit !== actual.unit || target.unit === '%') return [];
    if (!actual.value || !target.value || actual.value < 0 || target.value < 0) return [];
    return [{ actual, target, got: actual.value, planned: target.value }];
  });
}

const LEAST_YEARS = 4;
/** From here on yearly targets stand for one year each: the last is at most this many times the first. */
const YEARLY_GROWTH = 2.5;
/** Totals outgrow yearly targets by this, while their steps stay within STEP_RANGE of these. */
const OUTGROWN = 2.5;
const STEP_RANGE = { low: 0.5, high: 1.8 };
/** Yearly results melt to this share of targets that add up, while their own sums keep up. */
const MOLTEN = 0.45;
const SUM_RANGE = { low: 0.7, high: 1.6 };
/** How far a target that adds up may be from n times the first. */
const PROPORTION = { low: 0.7, high: 1.4 };

function addedAgainstYearly(row: Row): Found[] {
  const pairs = pairsOf(row);
  const [first] = pairs;
  const last = pairs.at(-1);
  if (pairs.length < LEAST_YEARS || first === undefined || last === undefined) return [];
  const within = ({ low, high }: typeof STEP_RANGE, ratio: number): boolean => ratio >= low && ratio <= high;
  const steps = pairs.slice(1).map(({ got, planned }, i) => (got - (pairs[i]?.got ?? 0)) / planned);
  const isRunning =
    last.planned <= first.planned * YEARLY_GROWTH &&
    last.got >= last.planned * OUTGROWN &&
    within(STEP_RANGE, first.got / first.planned) &&
    steps.every((step) => within(STEP_RANGE, step));
  if (isRunning) return [found(row, pairs, 'results')];
  const sums = pairs.map(({ planned }, i) => sumOf(pairs.slice(0, i + 1)) / planned);
  const isMolten =
    last.got <= last.planned * MOLTEN &&
    within(SUM_RANGE, first.got / first.planned) &&
    sums.every((sum) => within(SUM_RANGE, sum)) &&
    pairs.every(({ planned }, i) => within(PROPORTION, planned / (first.planned * (i + 1))));
  return isMolten ? [found(row, pairs, 'targets')] : [];
}

const sumOf = (pairs: readonly Pair[]): number => pairs.reduce((sum, { got }) => sum + got, 0);

function found({ indicator }: Row, pairs: readonly Pair[], added: 'results' | 'targets'): Found {
  const results = pairs.map(({ actual }) => actual.raw).join('、');
  const plans = pairs.map(({ target }) => target.raw).join('、');
  const [ja, en] =
    added === 'results'
      ? [
          '実績は前年までを足した累計、目標は単年度の値のように見えます',
          'the results look added up, the targets yearly',
        ]
      : ['目標は累計、実績は単年度の値のように見えます', 'the targets look added up, the results yearly'];
  const ends = pairs.toReversed();
  return {
    severity: 'warning',
    confidence: 0.6,
    message: {
      ja: `${indicator}: ${ja}（実績 ${results}／目標 ${plans}）。`,
      en: `${indicator}: ${en} (results ${results}; targets ${plans}).`,
    },
    observations: [...ends.map(({ actual }) => actual), ...ends.map(({ target }) => target)],
    evidence: { results, targets: plans },
    compared: [indicator, results, plans],
  };
}

const LEAST_TOTAL = 10;
/** A total stands out: beyond this many times the largest of the years. */
const OUT_OF_YEARS = 1.5;

/** The last year's figure is the sum of all years before it. */
function totalAmongYears({ indicator, actuals, targets }: Row): Found[] {
  const numbers = actuals.filter(({ kind, value }) => kind === 'quantity' && value !== null && value >= 0);
  const last = numbers.at(-1);
  const years = numbers.slice(0, -1).filter(({ value }) => value !== 0);
  const values = years.map(({ value }) => value ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  const isAddable = last?.unit !== '%' && (last?.precision ?? 1) >= 1 && sum >= LEAST_TOTAL;
  if (last === undefined || values.length < 3 || !isAddable || last.value !== sum) return [];
  if (sum < Math.max(...values) * OUT_OF_YEARS) return [];
  if (targets.some(({ qualifiers }) => qualifiers.aggregate === 'cumulative')) return [];
  const terms = years.map(({ raw }) => raw).join(' + ');
  return [
    {
      severity: 'warning',
      confidence: 0.7,
      message: {
        ja: `${indicator}の ${last.raw} は、それまでの年の合計（${terms}）と同じです。単年度の欄に累計が書かれていませんか。`,
        en: `${last.raw} of ${indicator} is the sum of the years before (${terms}): a total where a year's figure belongs?`,
      },
      observations: [last, ...years],
      evidence: { printed: last.raw, sum: terms },
      compared: [indicator, last.raw, terms],
    },
  ];
}
