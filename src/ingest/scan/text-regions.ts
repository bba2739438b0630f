import { type Ink, inkBounds, type PixelBox } from './bitmap.ts';

/** Rows of paper this high part two lines of text, in points. */
const LINE_GAP_POINTS = 0.9;
/** Within one line, a gap this many times its height parts two texts. */
const TEXT_GAP_HEIGHTS = 1.6;
/** Side by side stand texts with at least this much paper between them, in points. */
const LEAST_GAP_POINTS = 14;
/** Ink lower than this is no line of text of its own, in points. */
const LEAST_HEIGHT_POINTS = 1;

/** Finds the lines of text in a part of a page by the paper between them, first below, then beside each other, and again. */
export function textLinesIn(ink: Ink, box: PixelBox, scale: number): PixelBox[] {
  const bounds = inkBounds(ink, box);
  if (bounds === null) return [];
  const rows = bandsOf(inkOfRows(ink, bounds), LINE_GAP_POINTS * scale);
  if (rows.length > 1)
    return rows.flatMap(([from, to]) =>
      textLinesIn(ink, { ...bounds, top: bounds.top + from, bottom: bounds.top + to }, scale),
    );
  const height = bounds.bottom - bounds.top;
  const gap = Math.max(LEAST_GAP_POINTS * scale, Math.min(height, 24 * scale) * TEXT_GAP_HEIGHTS);
  const columns = bandsOf(inkOfColumns(ink, bounds), gap);
  if (columns.length > 1)
    return columns.flatMap(([from, to]) =>
      textLinesIn(ink, { ...bounds, left: bounds.left + from, right: bounds.left + to }, scale),
    );
  return height < LEAST_HEIGHT_POINTS * scale && bounds.right - bounds.left < scale * 3 ? [] : [bounds];
}

/** The lines of a cell from top to bottom, each in the smallest box around its ink. */
export function lineBands(ink: Ink, box: PixelBox, scale: number): PixelBox[] {
  return bandsOf(inkOfRows(ink, box), LINE_GAP_POINTS * scale).flatMap(
    ([from, to]) => inkBounds(ink, { ...box, top: box.top + from, bottom: box.top + to }) ?? [],
  );
}

function inkOfRows(ink: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const rows = new Uint32Array(bottom - top);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) rows[y - top]! += ink.data[y * ink.width + x]!;
  return rows;
}

function inkOfColumns(ink: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const columns = new Uint32Array(right - left);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) columns[x - left]! += ink.data[y * ink.width + x]!;
  return columns;
}

/** Stretches with ink, parted by at least `gap` without. */
function bandsOf(profile: Uint32Array, gap: number): [from: number, to: number][] {
  const bands: [number, number][] = [];
  for (const [at, count] of profile.entries()) {
    if (count === 0) continue;
    const band = bands.at(-1);
    if (band !== undefined && at - band[1] < gap) band[1] = at + 1;
    else bands.push([at, at + 1]);
  }
  return bands;
}
