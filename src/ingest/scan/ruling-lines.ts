import { type Ink, transposed } from './bitmap.ts';

/** A ruling line in pixels: along it `from` up to `to`, across it `first` up to and with `last`. */
export interface InkLine {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

export interface InkRuling {
  readonly horizontal: readonly InkLine[];
  readonly vertical: readonly InkLine[];
}

/** A break this long does not end a stretch of a line, in points. */
const BREAK_POINTS = 1;
/** A stretch shorter than this rules nothing, in points: strokes of 10-point type are shorter. */
const LEAST_POINTS = 10;
/** A line this long needs no other line to be believed, in points. */
const SURE_POINTS = 44;
/** A line is at most this thick, in points; thicker ones are filled areas. */
const THICK_POINTS = 4.5;
/** Beside a line is paper along this share of it; text touches other text. */
const CLEAR = 0.6;
/** Pieces of a line stand within this of each other along it, in points. */
const PIECE_GAP_POINTS = 3;
/** A short line is believed where it ends within this of lines that are, in points. */
const TOUCH_POINTS = 2.5;

/**
 * Finds the ruling lines in a picture that stands straight, by runs of ink. Broken and faint lines are bridged.
 *
 * @param scale pixels a point
 */
export function findRulingLines(ink: Ink, scale: number): InkRuling {
  const horizontal = candidatesIn(ink, scale);
  const vertical = candidatesIn(transposed(ink), scale);
  return believed({ horizontal, vertical }, scale);
}

/** Lines along rows: runs that lie on top of each other or one after the other, thin and with paper beside them. */
function candidatesIn(ink: Ink, scale: number): InkLine[] {
  const runs = runsOf(ink, Math.round(BREAK_POINTS * scale), Math.round(LEAST_POINTS * scale));
  const gap = PIECE_GAP_POINTS * scale;
  const open: Piece[] = [];
  const done: Piece[] = [];
  for (const run of runs) {
    for (let at = open.length - 1; at >= 0; at -= 1)
      if (open[at]!.last < run.row - 2) done.push(...open.splice(at, 1));
    const touched = open.filter(({ from, to }) => run.from <= to + gap && from <= run.to + gap);
    const piece: Piece = {
      from: run.from,
      to: run.to,
      first: run.row,
      last: run.row,
      area: run.to - run.from,
    };
    for (const other of touched) {
      piece.from = Math.min(piece.from, other.from);
      piece.to = Math.max(piece.to, other.to);
      piece.first = Math.min(piece.first, other.first);
      piece.area += other.area;
      open.splice(open.indexOf(other), 1);
    }
    open.push(piece);
  }
  return [...done, ...open].filter((piece) => isThin(piece, scale) && isClear(piece, ink, scale));
}

interface Piece {
  from: number;
  to: number;
  first: number;
  last: number;
  area: number;
}

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Stretches of ink along rows, small breaks bridged, from top to bottom. */
function runsOf({ width, height, data }: Ink, bridge: number, least: number): Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < height; row += 1) {
    let from = -1;
    let to = -1;
    for (let x = 0, at = row * width; x < width; x += 1, at += 1) {
      if (data[at] === 0) continue;
      if (from >= 0 && x - to > bridge) {
        if (to - from >= least) runs.push({ row, from, to });
        from = -1;
      }
      if (from < 0) from = x;
      to = x + 1;
    }
    if (from >= 0 && to - from >= least) runs.push({ row, from, to });
  }
  return runs;
}

const isThin = ({ from, to, area }: Piece, scale: number): boolean =>
  area / (to - from) <= THICK_POINTS * scale;

/** Whether paper lies beside most of a line, on both sides. */
function isClear({ from, to, first, last }: Piece, { width, height, data }: Ink, scale: number): boolean {
  const away = Math.max(2, Math.round(scale * 0.7));
  const isPaper = (row: number, x: number): boolean =>
    row < 0 || row >= height || data[row * width + x] === 0;
  let [above, below] = [0, 0];
  for (let x = from; x < to; x += 1) {
    if (isPaper(first - away, x)) above += 1;
    if (isPaper(last + away, x)) below += 1;
  }
  return Math.min(above, below) >= CLEAR * (to - from);
}

/** Long lines, and short ones that run from one believed line to another. */
function believed({ horizontal, vertical }: InkRuling, scale: number): InkRuling {
  const isSure = ({ from, to }: InkLine): boolean => to - from >= SURE_POINTS * scale;
  const touch = TOUCH_POINTS * scale;
  const crossesAt = (place: number, line: InkLine, others: Iterable<InkLine>): boolean => {
    for (const { from, to, first, last } of others)
      if (
        Math.min(Math.abs(first - place), Math.abs(last - place)) <= touch &&
        from - touch <= line.last &&
        line.first <= to + touch
      )
        return true;
    return false;
  };
  const sure = {
    horizontal: new Set(horizontal.filter(isSure)),
    vertical: new Set(vertical.filter(isSure)),
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    const believe = (line: InkLine, own: Set<InkLine>, across: Set<InkLine>): void => {
      if (own.has(line) || !crossesAt(line.from, line, across) || !crossesAt(line.to, line, across)) return;
      own.add(line);
      isChanged = true;
    };
    for (const line of horizontal) believe(line, sure.horizontal, sure.vertical);
    for (const line of vertical) believe(line, sure.vertical, sure.horizontal);
  }
  return { horizontal: [...sure.horizontal], vertical: [...sure.vertical] };
}
