import type { Box } from '../../../model/index.ts';
import type { DraftLine, DraftTable } from '../draft.ts';
import type { Band } from './band.ts';
import { isFigure, isUnitNote } from './words.ts';

/** Under a table's head at a page's end stand no more lines than its number and foot. */
const FOOT_BANDS = 2;
const LEAST_LABELS = 3;
/** Labels of a head are no longer than this, in sizes. */
const WIDEST_SIZES = 14;

/**
 * The head of a table whose rows begin overleaf: the last band of labels side by side at a page's end.
 *
 * @param others the boxes of tables that the bands do not hold
 */
export function headAtEnd(
  bands: readonly Band[],
  taken: ReadonlySet<Band>,
  others: readonly Box[],
): Band | null {
  const at = bands.findLastIndex(({ pieces }) => pieces.length > 1);
  const band = bands[at];
  if (band === undefined || taken.has(band) || bands.length - 1 - at > FOOT_BANDS) return null;
  if (others.some((box) => box[1] >= band.bottom)) return null;
  const above = bands[at - 1];
  if (above !== undefined && (above.pieces.length > 1 || taken.has(above))) return null;
  const areLabels = band.pieces.every(
    ({ text, box, size }) =>
      text.length > 1 && !isFigure(text) && !isUnitNote(text) && box[2] - box[0] <= WIDEST_SIZES * size,
  );
  return areLabels && band.pieces.length >= LEAST_LABELS ? band : null;
}

/** A row that nothing joined overleaf is no table: its texts are lines again. */
export function asLines({ cells }: DraftTable): DraftLine[] {
  return cells
    .filter(({ text }) => text !== '')
    .map(({ page, box, text }) => ({ kind: 'line', page, box, text, size: box[3] - box[1] }));
}
