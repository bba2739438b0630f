import { type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { inkOfColumns, inkOfRows, lineBands, stretchesOf } from './line-bands.ts';

/** Rows of paper this high part two texts below each other, in points. */
const ROW_GAP_POINTS = 0.9;
/** Within one line, a gap this many times its height parts two texts. */
const TEXT_GAP_HEIGHTS = 1.6;
/** Side by side stand texts with at least this much paper between them, in points. */
const LEAST_GAP_POINTS = 14;
/** Larger type parts no wider, in points. */
const LARGE_POINTS = 24;
/** Ink lower than this is no line of text of its own, in points. */
const LEAST_HEIGHT_POINTS = 1;

/** Finds the lines of text in a part of a page by the paper between them, first below, then beside each other, and again. */
export function textLinesIn(ink: Ink, box: PixelBox, scale: number): PixelBox[] {
  const bounds = inkBounds(ink, box);
  if (bounds === null) return [];
  const rows = stretchesOf(inkOfRows(ink, bounds), ROW_GAP_POINTS * scale);
  if (rows.length > 1)
    return rows.flatMap(({ from, to }) =>
      textLinesIn(ink, { ...bounds, top: bounds.top + from, bottom: bounds.top + to }, scale),
    );
  const height = bounds.bottom - bounds.top;
  const gap = Math.max(LEAST_GAP_POINTS * scale, Math.min(height, LARGE_POINTS * scale) * TEXT_GAP_HEIGHTS);
  const columns = stretchesOf(inkOfColumns(ink, bounds), gap);
  if (columns.length > 1)
    return columns.flatMap(({ from, to }) =>
      textLinesIn(ink, { ...bounds, left: bounds.left + from, right: bounds.left + to }, scale),
    );
  const lines = lineBands(ink, bounds, scale);
  if (lines.length > 1) return lines.flatMap((line) => textLinesIn(ink, line, scale));
  return height < LEAST_HEIGHT_POINTS * scale && bounds.right - bounds.left < scale * 3 ? [] : [bounds];
}
