import type { Finding, Observation } from '../model/index.ts';
import { cellOf } from './equations/equation.ts';
import { printed } from './equations/print.ts';
import { type Slip, slipTo } from './equations/repairs.ts';

/** A suggested repair, opened: what is read, what would be meant, as characters and as values. */
export interface Repair {
  readonly read: string;
  readonly meant: string;
  readonly from: number | null;
  readonly to: number | null;
  /** the slip of a hand that makes one of the other */
  readonly slip: Slip | null;
}

/** Opens the suggestion for a cell; null where it changes no characters of it (a unit, nothing). */
export function repairOf(observation: Observation, suggestion: Finding['suggestion']): Repair | null {
  if (suggestion === null) return null;
  const { field, from, to } = suggestion;
  if (field === 'raw' && typeof to === 'string')
    return { read: observation.raw, meant: to, from: null, to: null, slip: null };
  if (field !== 'value' || typeof from !== 'number' || typeof to !== 'number') return null;
  const cell = cellOf(observation);
  return {
    read: cell === null ? observation.raw : printed(cell, from),
    meant: cell === null ? String(to) : printed(cell, to),
    from,
    to,
    slip: cell === null ? null : slipTo(cell, to),
  };
}
