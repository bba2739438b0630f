import { printedNumber } from './printed-number.ts';
import type { Point } from './series.ts';
import { hear, type Testimony } from './testimony.ts';

/** Why a number does not fit its series. */
export interface ScaleSlip {
  readonly point: Point;
  readonly heard: Testimony;
  /** power: ×10^k; digit: one doubled or lost; break: a spike in an almost level series; jump: large, but no slip explains it */
  readonly cause: 'power' | 'digit' | 'break' | 'jump';
  /** the k of ×10^k */
  readonly power: number;
  /** the only value that would fit, where there is only one */
  readonly meant: number | null;
}

/** How far a number must lie from its neighbours, beyond the steps these take by themselves (powers of ten: 0.45 is ×2.8). */
const SURPLUS = 0.45;
/** Nearer than a factor of four nothing is called a slip of scale. */
const LEAST_DISTANCE = 0.6;
/** How near to a whole power of ten, beside the series' own steps: inside a series, and at its ends, where things begin and end. */
const NEAR_INSIDE = 0.12;
const NEAR_AT_LOW_END = 0.06;
/** Where a whole power of ten explains the distance, less beyond the own steps is enough. */
const SURPLUS_AT_POWER = 0.3;
/** Own steps count no more than this at an end: what swings there has no one to testify against it. */
const STEPS_AT_END = 0.15;
/** At an end a digit is believed lost only where the others stay within a quarter of each other. */
const LEVEL_ENOUGH = 0.1;
/** 2,902 without its 9 is more than ten times smaller: 202. */
const LEADING_DIGIT = 0.08;
/** Plans are ambitious: a target is a slip only where it is ten times the results almost to the digit. */
const STEPS_TO_PLAN = 0.03;
/** An almost level series: steps under 5 %, spikes over 10 % that leave again. */
const LEVEL_STEP = 0.02;
const SPIKE = 0.04;
/** Two others testify only where they agree within a factor of two. */
const TWO_AGREE = 0.3;
/** A hundred times and more from three that agree is no change of things. */
const FAR = 2;
/** A jump worth knowing: five times beyond what the series does. */
const JUMP = 0.7;
/** Events and visitors of these fiscal years fell for a reason everybody knows (COVID-19). */
const PANDEMIC = { from: '2020-04-01', to: '2022-04-01' };

/** The number of a series that lies off by a slip of the pen, or null. Only one can be blamed. */
export function slipIn(points: readonly Point[]): ScaleSlip | null {
  const all = points.flatMap((point, at) => {
    const heard = hear(points, at);
    return heard === null || heard.others.length < 2 ? [] : [{ point, heard }];
  });
  const worst = all.toSorted((a, b) => surplus(b.heard) - surplus(a.heard))[0];
  return worst === undefined ? null : judge(worst.point, worst.heard, worst.point === points[0]);
}

const surplus = ({ distance, step, chance }: Testimony): number => Math.abs(distance) - step - chance;

function judge(point: Point, heard: Testimony, isFirst: boolean): ScaleSlip | null {
  const { distance, step, isInside, others } = heard;
  const size = Math.abs(distance);
  const power = Math.round(distance);
  const slip = { point, heard, power };
  if (isSpike(point, heard)) {
    return { ...slip, cause: 'break', meant: null };
  }
  if (size < LEAST_DISTANCE || surplus(heard) < SURPLUS_AT_POWER) return null;
  const isFar = surplus(heard) >= SURPLUS;
  const jump = isFar && size >= JUMP ? { ...slip, cause: 'jump' as const, meant: null } : null;
  if (others.length === 2 && step > TWO_AGREE) return jump;
  const isPlan = point.role === 'target' && others.some(({ role }) => role === 'actual');
  if (isPlan && (step > STEPS_AT_END || others.length < 3)) return null;
  const isLow = distance < 0;
  const slack = isLow && !isInside ? NEAR_AT_LOW_END : NEAR_INSIDE;
  const own = isPlan ? Math.min(step, STEPS_TO_PLAN) : isInside ? step : Math.min(step, STEPS_AT_END);
  const near = (isPlan ? NEAR_AT_LOW_END : slack) + own;
  const isPaused = isPandemic(point) && step > NEAR_INSIDE && size < FAR;
  if (isLow && (heard.isBesideZero || isPaused)) return jump;
  // what begins may begin with little
  if (size >= FAR && step <= TWO_AGREE && others.length > 2 && !isPlan && !(isLow && isFirst))
    return { ...slip, cause: 'power', meant: onlyRepair(point, heard, power) };
  if (power !== 0 && Math.abs(size - Math.abs(power)) <= near) {
    return { ...slip, cause: 'power', meant: onlyRepair(point, heard, power) };
  }
  if (isPlan || !isFar || !isDigitSlip(point, heard)) return jump;
  return { ...slip, cause: 'digit', meant: onlyRepair(point, heard, power) };
}

/** A spike that leaves again in a series of large numbers that hardly moves. */
function isSpike({ role }: Point, { distance, step, chance, isInside, others }: Testimony): boolean {
  if (!isInside || role !== 'actual' || others.length < 4 || step > LEVEL_STEP) return false;
  return Math.abs(distance) > SPIKE + 6 * step + 2 * chance;
}

function isPandemic({ observation: { timePeriod } }: Point): boolean {
  return timePeriod !== null && timePeriod.start >= PANDEMIC.from && timePeriod.start < PANDEMIC.to;
}

/** The only value a slip can have come from: powers of ten taken out, or one of two equal digits; null where several fit. */
function onlyRepair(point: Point, heard: Testimony, power: number): number | null {
  const near = heard.step + NEAR_INSIDE + Math.abs(Math.abs(heard.distance) - Math.abs(power));
  const shifted = valueAtPower(point, heard, power);
  const isCoarse = heard.others.every(({ precision }) => precision < point.precision * 0.99);
  const doubles = power === 1 && !isCoarse ? withoutDouble(point) : [];
  const ways = [...(shifted === null ? [] : [shifted]), ...doubles];
  const fitting = ways.filter((way) => Math.abs(Math.log10(way / heard.expected)) <= near);
  return new Set(fitting).size === 1 ? (fitting[0] ?? null) : null;
}

/** The number with its powers of ten taken out, where zeros or a lost point say that they can have been put in. */
function valueAtPower({ value, precision, raw }: Point, { others }: Testimony, power: number): number | null {
  const finest = Math.min(...others.map((other) => other.precision));
  const whole = rounded(value / 10 ** power);
  // 61,280 beside 612,800 and 612,800: the series has the very number
  if (others.some((other) => other.value === whole)) return whole;
  // a lost digit and a lost zero look alike: 198 for 1,980 or for 1,984
  if (power < 0 && precision >= finest * 0.99) return null;
  const digits = digitsOf(raw);
  const hasZeros = digits.endsWith('0'.repeat(Math.max(power, 0)));
  const hasLostPoint = precision > finest * 1.01;
  return power < 0 || hasZeros || hasLostPoint ? whole : null;
}

/** The number with one of two equal neighbouring digits taken out, each way once. */
function withoutDouble({ value, raw }: Point): number[] {
  const digits = digitsOf(raw);
  const scale = value / Number(digits);
  const ways = [...digits].flatMap((digit, i) =>
    digit === digits[i + 1] ? [rounded(Number(digits.slice(0, i) + digits.slice(i + 1)) * scale)] : [],
  );
  return [...new Set(ways)];
}

/** Whether a digit put in twice, or one left out inside the series, explains the distance. */
function isDigitSlip(point: Point, heard: Testimony): boolean {
  const { distance, step, isInside, others, expected } = heard;
  const near = step + NEAR_INSIDE;
  if (distance > 0) return withoutDouble(point).some((way) => Math.abs(Math.log10(way / expected)) <= near);
  const isWhole = point.precision >= Math.min(...others.map(({ precision }) => precision));
  const isSteady = isInside || (step <= LEVEL_ENOUGH && others.length > 2);
  const isInReach = -distance <= 1 + near + LEADING_DIGIT;
  return isSteady && isWhole && isInReach && lengthOf(point.value) + 1 === lengthOf(expected);
}

const digitsOf = (raw: string): string => (printedNumber(raw)?.text ?? '').replace(/\D/gu, '');
const rounded = (value: number): number => Number(value.toPrecision(15));
const lengthOf = (value: number): number => Math.floor(Math.log10(Math.abs(value))) + 1;
