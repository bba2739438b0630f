import type { Cell, Table } from '../model/index.ts';

/** A column's own headers. */
export interface HeaderPath {
  readonly index: number;
  readonly span: number;
  readonly cells: readonly Cell[];
}

/** For every column with a header of its own: the header cells above it, outermost first. Cells `beside` the rows head none. */
export function headerPaths(
  table: Table,
  headerRows: readonly number[],
  beside: readonly Cell[] = [],
): HeaderPath[] {
  const rows = headerRows.map((row) => coverOfRow(table, row, headerRows, beside));
  const spread = rows.map((row, level) =>
    level < rows.length - 1 ? spreadRight(row, rows.slice(level + 1), table.columns) : row,
  );
  const paths: HeaderPath[] = [];
  for (let index = 0; index < table.columns; index += 1) {
    const cells = spread
      .flatMap((row) => row.get(index) ?? [])
      .filter((cell, i, all) => all.indexOf(cell) === i);
    if (cells.length === 0) continue;
    const before = paths.at(-1);
    const isSame =
      before !== undefined &&
      before.index + before.span === index &&
      before.cells.length === cells.length &&
      before.cells.every((cell, i) => cell === cells[i]);
    if (isSame) paths[paths.length - 1] = { ...before, span: before.span + 1 };
    else paths.push({ index, span: 1, cells });
  }
  return paths;
}

/** The non-blank cell covering each column of a row, spans counted. */
function coverOfRow(
  table: Table,
  row: number,
  headerRows: readonly number[],
  beside: readonly Cell[],
): Map<number, Cell> {
  const cover = new Map<number, Cell>();
  for (const cell of table.cells) {
    if (
      cell.text === '' ||
      beside.includes(cell) ||
      !headerRows.includes(cell.row) ||
      cell.row > row ||
      cell.row + cell.rowSpan <= row
    )
      continue;
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
      cover.set(column, cell);
  }
  return cover;
}

/** Where cells cannot span (tabs), a header with blanks right of it covers those under which a lower row has headers. */
function spreadRight(
  row: Map<number, Cell>,
  lower: readonly Map<number, Cell>[],
  columns: number,
): Map<number, Cell> {
  const spread = new Map(row);
  for (let column = 1; column < columns; column += 1) {
    const left = spread.get(column - 1);
    const isUnderLower =
      lower.some((below) => below.has(column)) && lower.some((below) => below.has(column - 1));
    if (!spread.has(column) && left !== undefined && isUnderLower) spread.set(column, left);
  }
  return spread;
}
