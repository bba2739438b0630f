import type { CellReading } from '../../src/normalize/index.ts';

/** A reading without what is not said: nulls, empty lists, multiplier 0, status A. Tables of expectations stay short. */
export function said(reading: CellReading): Record<string, unknown> {
  const { kind, value, unit, multiplier, precision, qualifiers, parts, note, obsStatus, period } = reading;
  const all: Record<string, unknown> = {
    value,
    unit,
    multiplier: multiplier === 0 ? null : multiplier,
    precision: precision === 1 ? null : precision,
    ...qualifiers,
    parts: parts.length === 0 ? null : parts.map((part) => [part.label, part.value, part.unit]),
    note,
    obsStatus: obsStatus === 'A' ? null : obsStatus,
    period: period === null ? null : period.label,
  };
  return { kind, ...Object.fromEntries(Object.entries(all).filter(([, entry]) => entry !== null)) };
}
