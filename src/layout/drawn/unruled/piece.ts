import type { Box, GlyphRun, Shade } from '../../../model/index.ts';
import { linesOf } from '../compose.ts';
import { cutAtGaps } from '../cut-run.ts';
import type { Span } from './spans.ts';

/** What stands close together on one line: a line of a cell, or a part of one. */
export interface Piece {
  readonly runs: readonly GlyphRun[];
  readonly box: Box;
  readonly text: string;
  readonly size: number;
  /** the filled area it stands on, if that is as low as a row */
  readonly ground: Shade | null;
  /** what it takes of the page's width: the ground of a cell belongs to it */
  readonly span: Span;
}

/** Columns leave at least this much free between them, in sizes of the type; words of a line leave less. */
export const COLUMN_GAP_SIZES = 0.6;
/** A ground higher than this many sizes is of a page or a table, not of a row. */
const GROUND_SIZES = 16;
/** Grounds with fewer pieces than this to each are of cells; others are of rows. */
const PIECES_OF_CELL = 2;
/** A ground keeps this share of its type's size free at either side, so that cells that touch stay apart. */
const INSET_SIZES = 0.35;

/** Runs of one page as pieces, line by line. */
export function piecesOf(runs: readonly GlyphRun[], shades: readonly Shade[]): Piece[] {
  return linesOf(runs).flatMap((line) => piecesOfLine(line, shades));
}

function piecesOfLine(line: readonly GlyphRun[], shades: readonly Shade[]): Piece[] {
  const top = Math.min(...line.map(({ box }) => box[1]));
  const bottom = Math.max(...line.map(({ box }) => box[3]));
  const near = shades.filter(({ box }) => box[1] < bottom && box[3] > top);
  const pieces: { runs: GlyphRun[]; ground: Shade | null }[] = [];
  for (const run of line.flatMap((whole) => cutAtGaps(whole, COLUMN_GAP_SIZES * whole.size))) {
    const ground = groundOf(run, near);
    const last = pieces.at(-1);
    const before = last?.runs.at(-1);
    const isNear =
      before !== undefined && run.box[0] - before.box[2] < COLUMN_GAP_SIZES * Math.max(run.size, before.size);
    if (last !== undefined && isNear && last.ground === ground) last.runs.push(run);
    else pieces.push({ runs: [run], ground });
  }
  const grounds = new Set(pieces.flatMap(({ ground }) => ground ?? []));
  const areCells = grounds.size > 1 && pieces.length < PIECES_OF_CELL * grounds.size;
  return (areCells ? joinedByGround(pieces) : pieces).map((piece) => pieceOf(piece, areCells));
}

/** A label spread over its cell is one. */
function joinedByGround(
  pieces: readonly { runs: GlyphRun[]; ground: Shade | null }[],
): { runs: GlyphRun[]; ground: Shade | null }[] {
  const joined: { runs: GlyphRun[]; ground: Shade | null }[] = [];
  for (const { runs, ground } of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && ground !== null && last.ground === ground) last.runs.push(...runs);
    else joined.push({ runs: [...runs], ground });
  }
  return joined;
}

function pieceOf({ runs, ground }: { runs: GlyphRun[]; ground: Shade | null }, isCell: boolean): Piece {
  const box: Box = [
    Math.min(...runs.map((run) => run.box[0])),
    Math.min(...runs.map((run) => run.box[1])),
    Math.max(...runs.map((run) => run.box[2])),
    Math.max(...runs.map((run) => run.box[3])),
  ];
  const size = Math.max(...runs.map((run) => run.size));
  const text = runs.map((run) => run.text).join('');
  const inset = INSET_SIZES * size;
  const span =
    ground === null || !isCell
      ? { from: box[0], to: box[2] }
      : { from: Math.min(box[0], ground.box[0] + inset), to: Math.max(box[2], ground.box[2] - inset) };
  return { runs, ground, box, text, size, span };
}

/** The area painted last under the middle of a run. */
function groundOf({ box, size }: GlyphRun, shades: readonly Shade[]): Shade | null {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  const ground = shades.findLast(
    (shade) => shade.box[0] <= x && x <= shade.box[2] && shade.box[1] <= y && y <= shade.box[3],
  );
  return ground === undefined || ground.box[3] - ground.box[1] > GROUND_SIZES * size ? null : ground;
}
