import type { Band } from './band.ts';
import { type LineInColumn, linesInColumns, widthOf } from './lines-in-columns.ts';
import type { Spans } from './spans.ts';
import { isFigure } from './words.ts';

/** White bands that differ by less than this share of the type's size are as high. */
const SAME_GAP_SIZES = 0.12;
/** A line leaving less than this free, in sizes, was broken for lack of width. */
const FULL_SIZES = 2.2;
/** In a column this narrow, in sizes, any line is nearly full: it tells half as much. */
const NARROW_SIZES = 6;
/** As many rows parted by ruling lines show that all are. */
const RULED_ROWS = 3;
/** What speaks for or against two bands being of one row, against one full line (1). */
const GAIN = { figures: -2, ground: 5, pitch: 1.5, alone: 0.5, ruled: 2 } as const;

type BandLines = readonly (readonly LineInColumn[])[];

/**
 * Groups bands into rows: the white bands between lines of one cell are lower than those between rows. Which heights are
 * which is told by the cells on both sides: a full line goes on, figures under each other are of two rows, lines of one cell
 * inside a band show the pitch.
 *
 * @param isRuled whether a ruling line parts two bands
 */
export function rowsOf(
  bands: readonly Band[],
  columns: Spans,
  size: number,
  isRuled: (above: Band, below: Band) => boolean,
): Band[][] {
  const lines = bands.map((band) => linesInColumns(band, columns));
  const widths = columns.map(({ from, to }, column) =>
    Math.max(to - from, ...lines.flatMap((band) => band[column]!.map(widthOf))),
  );
  const pitch = pitchInside(lines);
  const cuts = bands.slice(1).map((below, at) => isRuled(bands[at]!, below));
  const ofRules = cuts.filter(Boolean).length >= RULED_ROWS - 1 ? GAIN.ruled : 0;
  const pairs = bands.slice(1).map((below, at) => {
    const above = bands[at]!;
    const isCut = cuts[at]!;
    const gap = below.top - above.bottom;
    const isPitch = pitch === null ? null : gap <= pitch + SAME_GAP_SIZES * size;
    const ofPitch = isPitch === null ? 0 : isPitch ? GAIN.pitch : -GAIN.pitch;
    return { gap, isCut, gain: ofRules + ofPitch + gainOfJoining(lines[at]!, lines[at + 1]!, widths, size) };
  });
  const highest = highestInside(
    pairs.filter(({ isCut }) => !isCut),
    SAME_GAP_SIZES * size,
  );
  const groups: Band[][] = [];
  for (const [at, band] of bands.entries()) {
    const pair = pairs[at - 1];
    if (pair !== undefined && !pair.isCut && pair.gap <= highest) groups.at(-1)!.push(band);
    else groups.push([band]);
  }
  return groups;
}

/** The highest white band inside rows: up to it, joining gains most. */
function highestInside(pairs: readonly { gap: number; gain: number }[], same: number): number {
  const sorted = pairs.toSorted((a, b) => a.gap - b.gap);
  let [sum, best, highest] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const [at, { gap, gain }] of sorted.entries()) {
    sum += gain;
    const next = sorted[at + 1];
    if (next !== undefined && next.gap - gap <= same) continue;
    if (sum > best) [best, highest] = [sum, gap];
  }
  return highest;
}

/** What speaks for two bands being of one row: above 0 more than against it. */
function gainOfJoining(above: BandLines, below: BandLines, widths: readonly number[], size: number): number {
  let gain = 0;
  for (const [column, width] of widths.entries()) {
    const upper = above[column]!.at(-1);
    const lower = below[column]![0];
    if (upper === undefined || lower === undefined) continue;
    const isFull = width - widthOf(upper) < FULL_SIZES * size && !isFigure(lower.text);
    if (upper.ground !== lower.ground) gain -= GAIN.ground;
    else if (upper.ground !== null) gain += GAIN.ground;
    if (isFigure(upper.text) && isFigure(lower.text)) gain += GAIN.figures;
    else gain += (isFull ? 1 : -1) * (width < NARROW_SIZES * size ? 0.5 : 1);
  }
  const filled = [above, below].map((band) => band.filter(({ length }) => length > 0).length);
  return Math.min(...filled) === 1 && widths.length > 1 ? gain + GAIN.alone : gain;
}

/** What the lines of one cell leave free between them, where a band holds several; null where none does. */
function pitchInside(bands: readonly BandLines[]): number | null {
  const gaps = bands
    .flatMap((band) =>
      band.flatMap((lines) => lines.slice(1).map(({ box }, at) => box[1] - lines[at]!.box[3])),
    )
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? null;
}
