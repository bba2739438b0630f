import type { Box } from '../../model/index.ts';
import { DisjointSets, type Frame } from './frames.ts';
import type { Stretch } from './ruling.ts';

/** A cell of a lattice: rows and columns it covers, and its box. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  /** a notch of the frame: no line closes it, though others close the frame on that side */
  readonly isOutside: boolean;
}

/** A frame as rows and columns. */
export interface Lattice {
  readonly box: Box;
  /** where columns begin and end, ascending; one more than columns */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
  /** the cell over each crossing of row and column: `over[row * columns + column]` */
  readonly over: Int32Array;
  /** areas whose lines enclose no rectangle: the boxes each falls apart into */
  readonly broken: readonly (readonly Box[])[];
  /** whether lines run on beyond the last horizontal line: a row that goes on elsewhere */
  readonly isOpenBelow: boolean;
  readonly isOpenAbove: boolean;
}

/** Lines nearer than this are one: double lines, thick borders drawn on both sides, rounding. */
const SNAP_POINTS = 3;
/** A line stands between two cells where it covers this share of their common side. */
const COVERED = 0.5;
/** More crossings than this are a drawing, not a table: the densest form seen has some 60 × 50. */
const MOST_CROSSINGS = 60_000;

/**
 * Reads touching lines as a lattice: every crossing of a row and a column is a cell, joined with its neighbour where no line
 * parts them. The outer sides count as closed, so that tables open at the sides, or cut by the page's end, keep their cells.
 *
 * Returns null where the lines make no table: a lone line, a drawing.
 */
export function latticeOf(frame: Frame): Lattice | null {
  const xs = positions([...frame.vertical.map(({ at }) => at), frame.box[0], frame.box[2]]);
  const ys = positions([...frame.horizontal.map(({ at }) => at), frame.box[1], frame.box[3]]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > MOST_CROSSINGS) return null;
  // below[row * columns + column]: a line under that crossing; right[…]: a line to its right
  const below = new Uint8Array(rows * columns);
  const right = new Uint8Array(rows * columns);
  for (const line of frame.horizontal) {
    const row = nearest(ys, line.at) - 1;
    if (row < 0 || row >= rows - 1) continue;
    markCovered(line, xs, (column) => {
      below[row * columns + column] = 1;
    });
  }
  for (const line of frame.vertical) {
    const column = nearest(xs, line.at) - 1;
    if (column < 0 || column >= columns - 1) continue;
    markCovered(line, ys, (row) => {
      right[row * columns + column] = 1;
    });
  }
  const sets = new DisjointSets(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      if (column + 1 < columns && right[at] === 0) sets.join(at, at + 1);
      if (row + 1 < rows && below[at] === 0) sets.join(at, at + columns);
    }
  }
  const lastLine = Math.max(...frame.horizontal.map(({ at }) => at));
  const firstLine = Math.min(...frame.horizontal.map(({ at }) => at));
  return {
    box: frame.box,
    xs,
    ys,
    ...cellsOf(sets, xs, ys, notchesOf(frame)),
    isOpenBelow: frame.box[3] - lastLine > SNAP_POINTS,
    isOpenAbove: firstLine - frame.box[1] > SNAP_POINTS,
  };
}

/** A side of a frame counts as drawn from this share of it on. */
const DRAWN_SIDE = 0.25;

/** Tells the cells at a frame's sides that no line closes there, where lines close others. */
function notchesOf({ box: [x0, y0, x1, y1], horizontal, vertical }: Frame): (box: Box) => boolean {
  const near = (lines: readonly Stretch[], at: number): readonly Stretch[] =>
    lines.filter((line) => Math.abs(line.at - at) <= SNAP_POINTS);
  const sides = [
    { lines: near(vertical, x0), isAt: (box: Box) => box[0] - x0 <= SNAP_POINTS, from: 1, length: y1 - y0 },
    { lines: near(vertical, x1), isAt: (box: Box) => x1 - box[2] <= SNAP_POINTS, from: 1, length: y1 - y0 },
    { lines: near(horizontal, y0), isAt: (box: Box) => box[1] - y0 <= SNAP_POINTS, from: 0, length: x1 - x0 },
    { lines: near(horizontal, y1), isAt: (box: Box) => y1 - box[3] <= SNAP_POINTS, from: 0, length: x1 - x0 },
  ].filter(
    ({ lines, length }) => lines.reduce((sum, { from, to }) => sum + to - from, 0) >= DRAWN_SIDE * length,
  );
  return (box) =>
    sides.some(({ lines, isAt, from }) => {
      const [begin, end] = [box[from]!, box[from + 2]!];
      const covered = lines.reduce(
        (sum, line) => sum + Math.max(0, Math.min(line.to, end) - Math.max(line.from, begin)),
        0,
      );
      return isAt(box) && covered < COVERED * (end - begin);
    });
}

/** Where lines stand, those within a snap taken together at their middle. */
function positions(places: number[]): number[] {
  places.sort((a, b) => a - b);
  const found: number[] = [];
  for (let start = 0; start < places.length; ) {
    let end = start + 1;
    while (
      end < places.length &&
      places[end]! - places[end - 1]! <= SNAP_POINTS &&
      places[end]! - places[start]! <= SNAP_POINTS * 1.5
    )
      end += 1;
    found.push((places[start]! + places[end - 1]!) / 2);
    start = end;
  }
  return found;
}

function nearest(places: readonly number[], at: number): number {
  const after = intervalOf(places, at) + 1;
  const before = after - 1;
  if (after >= places.length) return places.length - 1;
  return at - places[before]! <= places[after]! - at ? before : after;
}

/** Which interval of ascending places a point stands in; the first and last reach outwards. */
export function intervalOf(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

function markCovered(
  { from, to }: Stretch,
  places: readonly number[],
  mark: (interval: number) => void,
): void {
  for (let at = intervalOf(places, from); at + 1 < places.length; at += 1) {
    const [begin, end] = [places[at]!, places[at + 1]!];
    if (begin >= to) return;
    if (Math.min(to, end) - Math.max(from, begin) >= COVERED * (end - begin)) mark(at);
  }
}

/** Joined crossings as cells; joined ones that are no rectangle fall apart into rectangles and are told as broken. */
function cellsOf(
  sets: DisjointSets,
  xs: readonly number[],
  ys: readonly number[],
  isOutside: (box: Box) => boolean,
): Pick<Lattice, 'cells' | 'over' | 'broken'> {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const groups = new Map<number, number[]>();
  for (let at = 0; at < rows * columns; at += 1) {
    const root = sets.rootOf(at);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [at]);
    else group.push(at);
  }
  const cells: LatticeCell[] = [];
  const broken: Box[][] = [];
  for (const group of groups.values()) {
    const parts = rectanglesOf(group, columns);
    const boxes: Box[] = [];
    for (const [row, column, rowSpan, columnSpan] of parts) {
      const box: Box = [xs[column]!, ys[row]!, xs[column + columnSpan]!, ys[row + rowSpan]!];
      cells.push({ row, column, rowSpan, columnSpan, box, isOutside: isOutside(box) });
      boxes.push(box);
    }
    if (boxes.length > 1) broken.push(boxes);
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const over = new Int32Array(rows * columns);
  for (const [index, { row, column, rowSpan, columnSpan }] of cells.entries()) {
    for (let r = row; r < row + rowSpan; r += 1)
      over.fill(index, r * columns + column, r * columns + column + columnSpan);
  }
  return { cells, over, broken };
}

type Rectangle = [row: number, column: number, rowSpan: number, columnSpan: number];

/** Crossings, in ascending order, as the fewest rectangles that stretches of rows of equal extent make. */
function rectanglesOf(group: readonly number[], columns: number): Rectangle[] {
  const done: Rectangle[] = [];
  let open: Rectangle[] = [];
  for (let start = 0; start < group.length; ) {
    const row = Math.floor(group[start]! / columns);
    const next: Rectangle[] = [];
    while (start < group.length && Math.floor(group[start]! / columns) === row) {
      let end = start + 1;
      while (
        end < group.length &&
        group[end] === group[end - 1]! + 1 &&
        Math.floor(group[end]! / columns) === row
      )
        end += 1;
      const column = group[start]! % columns;
      const above = open.find(
        (part) => part[0] + part[2] === row && part[1] === column && part[3] === end - start,
      );
      if (above === undefined) next.push([row, column, 1, end - start]);
      else {
        above[2] += 1;
        next.push(above);
      }
      start = end;
    }
    done.push(...open.filter((part) => !next.includes(part)));
    open = next;
  }
  return [...done, ...open];
}
