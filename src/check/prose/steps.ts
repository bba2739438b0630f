import type { DirectionClaim } from './directions.ts';
import type { Told, ToldSeries } from './told-series.ts';

/** Two results and what became of one into the other. */
export interface Step {
  readonly from: Told;
  readonly to: Told;
  readonly change: 'rise' | 'fall' | 'same';
  /** relative to the former; null behind zero */
  readonly size: number | null;
}

const stepOf = (from: Told, to: Told): Step => ({
  from,
  to,
  change:
    to.interval.low > from.interval.high - 1e-9 && to.value > from.value
      ? 'rise'
      : to.interval.high < from.interval.low + 1e-9 && to.value < from.value
        ? 'fall'
        : 'same',
  size: from.value === 0 ? null : Math.abs(to.value - from.value) / Math.abs(from.value),
});

export interface Contradiction {
  readonly step: Step;
  readonly severity: 'warning' | 'info';
  readonly confidence: number;
}

/** A level that moved less than this stayed; more than this it did not stay. */
const STAYED = 0.05;
const MOVED = 0.15;
/** Counts below this change by chance. */
const SMALL = 10;

/** Where the results of a series speak against a statement; null where they agree or cannot say; undefined: nothing to compare. */
export function contradictionOf(claim: DirectionClaim, series: ToldSeries): Contradiction | null | undefined {
  const { actuals, baseline } = series;
  const year = claim.year();
  const at =
    year === null
      ? actuals.length - 1
      : actuals.findIndex(({ observation }) => observation.timePeriod?.end === year);
  const to = actuals[at];
  const first =
    baseline !== null && baseline.observation.unit === to?.observation.unit ? baseline : actuals[0];
  const from = claim.over === 'plan' ? first : actuals[at - 1];
  if (!series.isLevel || to === undefined || from === undefined || from === to) return undefined;
  const last = stepOf(from, to);
  const whole = first === undefined || first === to ? last : stepOf(first, to);
  if (claim.direction === 'flat') return flatAgainst(last, claim);
  if (claim.direction === 'top' || claim.direction === 'bottom')
    return recordAgainst(claim.direction, to, series);
  if (claim.direction === 'noRise' || claim.direction === 'noFall') {
    const denied = claim.direction === 'noRise' ? 'rise' : 'fall';
    if (last.change !== denied) return null;
    const isPlain = whole.change === denied && (last.size ?? 0) > STAYED && to.value >= SMALL;
    return { step: last, severity: isPlain ? 'warning' : 'info', confidence: isPlain ? 0.6 : 0.3 };
  }
  if (last.change === claim.direction) return claim.over === 'everyStep' ? everyStep(claim, series) : null;
  if (last.change === 'same')
    return whole.change === claim.direction || whole.change === 'same'
      ? null
      : { step: last, severity: 'info', confidence: 0.4 };
  const isAlsoWhole = whole.change !== claim.direction;
  if (claim.over === 'explicitStep' || claim.over === 'plan' || year !== null)
    return { step: last, severity: 'warning', confidence: 0.8 };
  if (isAlsoWhole) return { step: last, severity: 'warning', confidence: 0.75 };
  return claim.over === 'step' && (last.size ?? 1) > STAYED
    ? { step: last, severity: 'warning', confidence: 0.55 }
    : { step: last, severity: 'info', confidence: 0.4 };
}

function flatAgainst(step: Step, { over }: DirectionClaim): Contradiction | null {
  if (over === 'everyStep' || step.size === null || step.size <= MOVED) return null;
  if (Math.max(step.from.value, step.to.value) < SMALL) return null;
  return { step, severity: 'warning', confidence: 0.6 };
}

/** 過去最高 while an earlier year was higher. */
function recordAgainst(
  direction: 'top' | 'bottom',
  to: Told,
  { actuals, baseline }: ToldSeries,
): Contradiction | null {
  const earlier = [...(baseline === null ? [] : [baseline]), ...actuals].filter((each) => each !== to);
  const change = direction === 'top' ? 'fall' : 'rise';
  const steps = earlier.map((from) => stepOf(from, to)).filter((step) => step.change === change);
  const step = steps.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0))[0];
  return step === undefined ? null : { step, severity: 'warning', confidence: 0.7 };
}

/** 年々増加 while half of the steps go the other way. */
function everyStep(claim: DirectionClaim, { actuals }: ToldSeries): Contradiction | null {
  const steps = actuals.slice(1).map((to, i) => stepOf(actuals[i]!, to));
  const against = steps.filter(({ change }) => change !== 'same' && change !== claim.direction);
  const step = against.at(-1);
  if (step === undefined) return null;
  if (/傾向/u.test(claim.said)) return null;
  return {
    step,
    severity: against.length * 2 >= steps.length ? 'warning' : 'info',
    confidence: 0.5,
  };
}
