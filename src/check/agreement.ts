import type { Observation } from '../model/index.ts';
import { intervalOf, intervalOfObservation, overlaps } from './interval.ts';

/** What comparing two cells that stand for the same figure gives. */
export type Agreement = 'same' | 'different' | 'zeroAgainstMissing' | 'unitMissing' | 'incomparable';

/** 円 and % never mean the other; counters (件 者 社 人) may be another word for the same count. */
type Dimension = 'money' | 'share' | 'size' | 'count' | 'none';
const SIZE = /[㎡³]|^k?[mgtl]|ha|kWh|点$|歳$|倍$/u;
const POWERS = [3, 4, 6, 8] as const;

function dimensionOf(unit: string | null): Dimension {
  if (unit === null) return 'none';
  if (unit.startsWith('円')) return 'money';
  if (/^[%‰]|ポイント/u.test(unit)) return 'share';
  return SIZE.test(unit) ? 'size' : 'count';
}

/** Whether two cells that should say the same do: rounding is no difference, and a level in brackets counts. */
export function compare(a: Observation, b: Observation): Agreement {
  if (a.kind === 'rating' && b.kind === 'rating') {
    return a.raw.normalize('NFKC') === b.raw.normalize('NFKC') ? 'same' : 'different';
  }
  if (a.kind === 'compound' && b.kind === 'compound') return compareParts(a, b);
  if (a.kind === 'missing' || b.kind === 'missing') {
    const other = a.kind === 'missing' ? b : a;
    if (other.kind === 'missing') return 'same';
    return other.kind === 'quantity' && other.value === 0 ? 'zeroAgainstMissing' : 'incomparable';
  }
  return compareQuantities(a, b);
}

function compareQuantities(a: Observation, b: Observation): Agreement {
  const left = intervalOfObservation(a);
  const right = intervalOfObservation(b);
  if (left === null || right === null) return 'incomparable';
  const units = [dimensionOf(a.unit), dimensionOf(b.unit)];
  if (!units.includes('none') && units[0] !== units[1]) return 'incomparable';
  if ((a.qualifiers.spanYears ?? 1) !== (b.qualifiers.spanYears ?? 1)) return 'incomparable';
  if (a.qualifiers.aggregate !== b.qualifiers.aggregate) return 'incomparable';
  if (overlaps(left, right)) return 'same';
  if (saysInBrackets(a, b) || saysInBrackets(b, a)) return 'same';
  if (units[0] !== units[1] && unitMissing(a, b) !== null) return 'unitMissing';
  return 'different';
}

function saysInBrackets(a: Observation, b: Observation): boolean {
  return a.parts.some((part) => part.value === b.value);
}

/** The power of ten a cell without a unit leaves out beside one with a unit (950,000 beside 9.5億円: 3); null where none. */
export function unitMissing(a: Observation, b: Observation): number | null {
  const [bare, told] = a.unit === null ? [a, b] : [b, a];
  if (bare.unit !== null || bare.value === null || told.value === null || bare.value === 0) return null;
  const { value, precision } = bare;
  const meant = intervalOf(told.value, told.precision);
  return (
    POWERS.find((power) =>
      overlaps(intervalOf(value * 10 ** power, (precision ?? 1) * 10 ** power), meant),
    ) ?? null
  );
}

function compareParts(a: Observation, b: Observation): Agreement {
  const values = new Map(a.parts.map((part) => [part.label ?? '', part.value]));
  const shared = b.parts.filter((part) => values.has(part.label ?? ''));
  if (shared.length === 0) return 'incomparable';
  return shared.every((part) => values.get(part.label ?? '') === part.value) ? 'same' : 'different';
}
