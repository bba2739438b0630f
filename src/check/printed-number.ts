import type { Observation } from '../model/index.ts';
import { foldText } from '../normalize/index.ts';

/** A number as its digits and separators stand in a cell. */
export interface PrintedNumber {
  /** digits, commas and points, folded: 2,344,141 */
  readonly text: string;
  /** what stands around it, folded: the cell with the number taken out */
  readonly around: string;
  readonly before: string;
  readonly commas: number;
  readonly decimals: number;
  readonly isGrouped: boolean;
  /** commas or points stand where none can: 1,23  0,149  97.248.673 */
  readonly isMalformed: boolean;
}

const NUMBER = /\d(?:[\d,.]*\d)?/u;
const WELL_FORMED = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/u;
const DIGITS_IN_GROUP = 3;

/** The first number of a cell as printed; null where the cell has none. */
export function printedNumber(raw: string): PrintedNumber | null {
  const folded = foldText(raw);
  const found = NUMBER.exec(folded);
  if (found === null) return null;
  const [text] = found;
  const commas = text.split(',').length - 1;
  const point = text.lastIndexOf('.');
  return {
    text,
    around: (folded.slice(0, found.index) + folded.slice(found.index + text.length)).trim(),
    before: folded.slice(0, found.index),
    commas,
    decimals: point < 0 ? 0 : text.length - point - 1,
    isGrouped: commas > 0,
    isMalformed: !WELL_FORMED.test(text),
  };
}

/** Sign and unit words only, no second number: what may stand around the number of a quantity that could not be read. */
const PLAIN_AROUND = /^[^\d、。:：;~]{0,16}$/u;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$/u;

/** Whether a cell is one number written with separators in impossible places, and nothing more. */
export function isMalformedNumber({ kind, raw }: Pick<Observation, 'kind' | 'raw'>): boolean {
  if (kind !== 'quantity' && kind !== 'text') return false;
  const printed = printedNumber(raw);
  if (printed === null || !printed.isMalformed || !PLAIN_AROUND.test(printed.around)) return false;
  return printed.text.includes(',') || POINT_GROUPS.test(printed.text);
}

/** The number with its last comma read as a point: 2,344,141 → 2344.141; null where there is no comma or already a point. */
export function commaAsPoint({ text, commas, decimals }: PrintedNumber): number | null {
  if (commas === 0 || decimals > 0) return null;
  const last = text.lastIndexOf(',');
  return Number(`${text.slice(0, last).replaceAll(',', '')}.${text.slice(last + 1)}`);
}

/** The number with its points read as commas: 1.974 → 1974; null unless each stands in front of three digits. */
export function pointAsComma({ text }: PrintedNumber): number | null {
  const groups = text.split(/[.,]/u);
  if (groups.length < 2 || !text.includes('.')) return null;
  return groups.slice(1).every((group) => group.length === DIGITS_IN_GROUP) ? Number(groups.join('')) : null;
}
