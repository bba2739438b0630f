import type { Box, GlyphRun, Shade } from '../../../model/index.ts';
import { linesOf } from '../compose.ts';
import { cutAtGaps } from '../cut-run.ts';
import type { Span } from './spans.ts';
import { isAtStop, stopsOf } from './stops.ts';

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
  const lines = linesOf(runs).map((line): Line => {
    const top = Math.min(...line.map(({ box }) => box[1]));
    const bottom = Math.max(...line.map(({ box }) => box[3]));
    const near = shades.filter(({ box }) => box[1] < bottom && box[3] > top);
    const cut = line.flatMap((run) => cutAtGaps(run, COLUMN_GAP_SIZES * run.size));
    return cut.map((run) => ({ run, ground: groundOf(run, near) }));
  });
  const stops = stopsOf(lines.flatMap((line) => line.filter(isAfterGap).map(({ run }) => run.box[0])));
  return lines.flatMap((line) => piecesOfLine(line, stops));
}

type Line = readonly { readonly run: GlyphRun; readonly ground: Shade | null }[];

const isAfterGap = ({ run }: Line[number], at: number, line: Line): boolean => {
  const before = line[at - 1]?.run;
  return (
    before !== undefined && run.box[0] - before.box[2] >= COLUMN_GAP_SIZES * Math.max(run.size, before.size)
  );
};

function piecesOfLine(line: Line, stops: readonly number[]): Piece[] {
  const pieces: Parts[] = [];
  for (const [at, word] of line.entries()) {
    const last = pieces.at(-1);
    const isStop = isAtStop(word.run.box[0], stops);
    const isApart = isAfterGap(word, at, line) || last?.ground !== word.ground || isStop;
    if (last !== undefined && !isApart) last.runs.push(word.run);
    else {
      if (last !== undefined && isStop) last.stop = word.run.box[0];
      pieces.push({ runs: [word.run], ground: word.ground, stop: null });
    }
  }
  const grounds = new Set(pieces.flatMap(({ ground }) => ground ?? []));
  const areCells = grounds.size > 1 && pieces.length < PIECES_OF_CELL * grounds.size;
  return (areCells ? joinedByGround(pieces) : pieces).map((piece) => pieceOf(piece, areCells));
}

interface Parts {
  readonly runs: GlyphRun[];
  readonly ground: Shade | null;
  /** where the next piece of the line begins, if that is at a stop */
  stop: number | null;
}

/** A label spread over its cell is one. */
function joinedByGround(pieces: readonly Parts[]): Parts[] {
  const joined: Parts[] = [];
  for (const { runs, ground, stop } of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && ground !== null && last.ground === ground) last.runs.push(...runs);
    else joined.push({ runs: [...runs], ground, stop });
  }
  return joined;
}

function pieceOf({ runs, ground, stop }: Parts, isCell: boolean): Piece {
  const box: Box = [
    Math.min(...runs.map((run) => run.box[0])),
    Math.min(...runs.map((run) => run.box[1])),
    Math.max(...runs.map((run) => run.box[2])),
    Math.max(...runs.map((run) => run.box[3])),
  ];
  const size = Math.max(...runs.map((run) => run.size));
  const text = runs.map((run) => run.text).join('');
  return { runs, ground, box, text, size, span: spanOf(box, isCell ? ground : null, stop, size) };
}

/** What a piece takes of the width: its ground, less what parts it from the next cell. */
function spanOf(box: Box, ground: Shade | null, stop: number | null, size: number): Span {
  const inset = INSET_SIZES * size;
  if (ground !== null)
    return { from: Math.min(box[0], ground.box[0] + inset), to: Math.max(box[2], ground.box[2] - inset) };
  const end = stop === null ? box[2] : Math.min(box[2], stop - COLUMN_GAP_SIZES * size);
  return { from: box[0], to: Math.max(end, box[0] + inset) };
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
