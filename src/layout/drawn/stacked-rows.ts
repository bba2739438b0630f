import type { Box, GlyphRun } from '../../model/index.ts';
import { isWrapped, joinLine, linesOf } from './compose.ts';
import { cutsByFigures, type LevelCuts, type StackedLine } from './figure-levels.ts';
import { intervalOf, type Lattice, type LatticeCell } from './lattice.ts';

const FIGURE = /^[△▲+\-−－]?\s*[0-9０-９][0-9０-９,，.．]*\s*[%％]?$/u;
const BRACKETED_FIGURE = /^[(（]\s*[△▲+\-−－]?\s*[0-9０-９][0-9０-９,，.．]*\s*[%％]?\s*[)）]$/u;
/** of which: the only name in brackets that has a figure of its own under the whole's */
const OF_WHICH = /^[(（]\s*う\s*ち/u;
/** Lines of neighbouring cells stand on one level within this share of their size. */
const LEVEL = 0.5;
/** No row seen holds more rows than this without a line between. */
const MOST_STACKED = 8;

/**
 * Parts drawn rows that hold several rows without a line between them: as many figures as names, on the same levels.
 *
 *     社会教育費 │ 公民館建設補助金     │  5,118
 *                │ 公民館施設整備補助金 │  2,500
 */
export function partStackedRows(lattice: Lattice, runs: readonly GlyphRun[]): Lattice {
  const columns = lattice.xs.length - 1;
  const contents: GlyphRun[][] = lattice.cells.map(() => []);
  for (const run of runs) {
    const row = intervalOf(lattice.ys, (run.box[1] + run.box[3]) / 2);
    const column = intervalOf(lattice.xs, (run.box[0] + run.box[2]) / 2);
    contents[lattice.over[row * columns + column]!]!.push(run);
  }
  const linesIn = lattice.cells.map((cell, at) =>
    cell.rowSpan === 1 ? stackedLines(contents[at]!, cell.box) : [],
  );
  let parted = lattice;
  for (let row = lattice.ys.length - 2; row >= 0; row -= 1) {
    const here = lattice.cells.flatMap((cell, at) =>
      cell.row === row ? [{ cell, lines: linesIn[at]! }] : [],
    );
    const linesByColumn = new Map(here.map(({ cell, lines }) => [cell.column, lines]));
    const levels = levelsOf(here.map(({ lines }) => lines));
    if (levels.length > 1) {
      const cuts = levels.slice(1).map((y, i) => (levels[i]! + y) / 2);
      parted = cutRow(parted, row, cuts, (column) =>
        (linesByColumn.get(column) ?? []).every((line) => isOnOneOf(levels, line)),
      );
      continue;
    }
    const told = cutsByFigures(here.map(({ lines }) => lines));
    if (told !== null)
      parted = cutRow(parted, row, told.cuts, (column) => isOfRows(linesByColumn.get(column) ?? [], told));
  }
  return parted;
}

const isOnOneOf = (levels: readonly number[], { y, size }: StackedLine): boolean =>
  levels.some((level) => Math.abs(level - y) <= LEVEL * size);

/** Whether the lines of a cell are of several rows: none stands across a cut, and two lines of one name do not either. */
function isOfRows(lines: readonly StackedLine[], { levels, cuts }: LevelCuts): boolean {
  const [first, second] = lines;
  if (first === undefined) return true;
  if (lines.some(({ top, bottom }) => cuts.some((cut) => top + ROOM < cut && cut < bottom - ROOM)))
    return false;
  if (second === undefined) return FIGURE.test(first.text) && isOnOneOf(levels, first);
  return !(levels.length === 2 && lines.length === 2 && isWrapped(first.room, second.text));
}
/** Boxes of type reach a little over the letters, in points. */
const ROOM = 1;

function stackedLines(runs: readonly GlyphRun[], box: Box): StackedLine[] {
  if (runs.some(({ isVertical }) => isVertical)) return [];
  return linesOf(runs).map((line) => {
    const [first] = line;
    const { size, box: own } = first!;
    const free = box[2] - box[0] - (line.at(-1)!.box[2] - own[0]);
    const [top, bottom] = [own[1], own[3]];
    return { y: (top + bottom) / 2, top, bottom, text: joinLine(line), room: free / size, size };
  });
}

/** The levels rows stand on where figures and their names say there are several; empty else. */
function levelsOf(cells: readonly (readonly StackedLine[])[]): number[] {
  const at = cells.findIndex(
    (lines) => lines.length > 1 && lines.length <= MOST_STACKED && areFigures(lines),
  );
  const figures = cells[at];
  if (figures === undefined) return [];
  const name = cells.slice(0, at).find((lines) => areNamesOf(lines, figures));
  return name === undefined ? [] : figures.map(({ y }) => y);
}

const areFigures = (lines: readonly StackedLine[]): boolean =>
  lines.every(({ text }) => FIGURE.test(text) || BRACKETED_FIGURE.test(text));

/** As many names, each on the level of its figure and none the end of the one before; (4,250) is of （うち人件費）. */
const areNamesOf = (names: readonly StackedLine[], figures: readonly StackedLine[]): boolean =>
  names.length === figures.length &&
  names.every(({ text, y, size }, i) => {
    const figure = figures[i]!;
    const before = names[i - 1];
    if (Math.abs(y - figure.y) > LEVEL * size || /^[0-9０-９,.]*$/u.test(text)) return false;
    if (BRACKETED_FIGURE.test(figure.text) || OF_WHICH.test(text))
      return BRACKETED_FIGURE.test(figure.text) && OF_WHICH.test(text);
    return before === undefined || !isWrapped(before.room, text);
  });

/** Cuts a row into several; cells that are not parted reach over all of them. */
function cutRow(
  lattice: Lattice,
  row: number,
  cuts: readonly number[],
  isOfSeveral: (column: number) => boolean,
): Lattice {
  const more = cuts.length;
  const ys = [...lattice.ys.slice(0, row + 1), ...cuts, ...lattice.ys.slice(row + 1)];
  const cells = lattice.cells.flatMap((cell): LatticeCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + more }];
    if (cell.row + cell.rowSpan <= row) return [cell];
    const isParted = cell.row === row && cell.rowSpan === 1 && isOfSeveral(cell.column);
    if (!isParted) return [{ ...cell, rowSpan: cell.rowSpan + more }];
    return Array.from({ length: more + 1 }, (_, i) => {
      const box: Box = [cell.box[0], ys[row + i]!, cell.box[2], ys[row + i + 1]!];
      return { ...cell, row: row + i, box };
    });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const columns = lattice.xs.length - 1;
  const over = new Int32Array((ys.length - 1) * columns);
  for (const [index, cell] of cells.entries()) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1)
      over.fill(index, r * columns + cell.column, r * columns + cell.column + cell.columnSpan);
  }
  return { ...lattice, ys, cells, over };
}
