import { continuedRow, underneath } from './broken-row.ts';
import type { DraftBlock, DraftDoubt, DraftLine, DraftTable } from './draft.ts';
import { isFurnitureLine, repeatedLines } from './page-furniture.ts';
import { raggedRows } from './ragged-rows.ts';
import { onColumns, SAME_SIDE_POINTS } from './same-columns.ts';

/**
 * Joins tables that go on over page breaks: the last table of a page with the first of the next, where nothing but page
 * numbers and running heads stands between and the rows at the break have the same columns. A row broken by the page is
 * joined again, and a merged cell goes on.
 */
export function joinOverPages(blocks: readonly DraftBlock[]): {
  blocks: readonly DraftBlock[];
  doubts: readonly DraftDoubt[];
} {
  const repeated = repeatedLines(blocks);
  const joined: DraftBlock[] = [];
  const doubts: DraftDoubt[] = [];
  /** the last table and the furniture behind it */
  let open: { at: number; page: number } | null = null;
  for (const block of blocks) {
    const last = open === null ? undefined : (joined[open.at] as DraftTable);
    if (block.kind === 'line') {
      if (!isFurnitureLine(block, repeated)) open = null;
      joined.push(block);
      continue;
    }
    const isNext = open !== null && block.page === open.page + 1;
    const whole =
      isNext && last !== undefined ? joinTables(last, block, hasHeadBetween(joined, open!.at)) : null;
    if (whole === null || open === null) {
      open = { at: joined.length, page: block.page };
      joined.push(block);
    } else {
      joined[open.at] = whole.table;
      doubts.push(...whole.doubts);
      open = { at: open.at, page: block.page };
    }
  }
  return { blocks: joined, doubts };
}

/** Whether more than a page number stands between a table and what follows the blocks. */
const hasHeadBetween = (blocks: readonly DraftBlock[], at: number): boolean =>
  blocks
    .slice(at + 1)
    .some((block) => block.kind === 'line' && !isFurnitureLine(block as DraftLine, new Set()));

/** The second table under the first, or null where it is a table of its own. */
function joinTables(
  above: DraftTable,
  below: DraftTable,
  isUnderHead: boolean,
): { table: DraftTable; doubts: DraftDoubt[] } | null {
  const headRows = repeatedRows(above, below);
  const isBroken = above.isOpenBelow || below.isOpenAbove;
  if (isUnderHead && headRows === 0 && !isBroken) return null;
  const meets =
    headRows < below.rows && haveSameSides(sidesOfRow(above, above.rows - 1), sidesOfRow(below, headRows));
  if (headRows === 0 && !meets) return null;
  const { first, second, xs } = hasSameHead(above, below, headRows)
    ? { first: above, second: { ...below, xs: above.xs }, xs: above.xs }
    : onSameColumns(above, movedUnder(above, below));
  // above, an open table shows a broken row; below, browsers leave out the line over whole rows too
  const continued = continuedRow(first, second, headRows, above.isOpenBelow);
  const { cells, doubts } = underneath(first, continued.cells, continued.below, headRows);
  const table: DraftTable = {
    ...first,
    xs,
    columns: xs.length - 1,
    rows: first.rows + second.rows - continued.rows,
    heads: [...(above.heads ?? []), ...Array.from({ length: headRows }, (_, row) => first.rows + row)],
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    isOpenBelow: below.isOpenBelow,
  };
  return { table, doubts: [...doubts, ...raggedRows(table, above, below, meets)] };
}

/** How many rows at the top of a table say what those at the top of the table before said. */
function repeatedRows(above: DraftTable, below: DraftTable): number {
  let rows = 0;
  while (rows < Math.min(above.rows, below.rows)) {
    const texts = textsOfRow(above, rows);
    if (texts.filter((text) => text !== '').length < 2) break;
    if (texts.join('\t') !== textsOfRow(below, rows).join('\t')) break;
    rows += 1;
  }
  return rows;
}

const textsOfRow = (table: DraftTable, row: number): string[] =>
  table.cells.filter((cell) => cell.row === row).map(({ text }) => text);

/** Where the cells standing in a row begin and end, across the page. */
function sidesOfRow(table: DraftTable, row: number): number[] {
  const cells = table.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
  return [...new Set(cells.flatMap(({ box }) => [box[0], box[2]]))].sort((a, b) => a - b);
}

/** Whether two rows have the same sides; margins for binding may put one page further left than the next. */
function haveSameSides(a: readonly number[], b: readonly number[]): boolean {
  const moved = a[0]! - b[0]!;
  return a.length === b.length && a.every((side, i) => Math.abs(side - b[i]! - moved) <= SAME_SIDE_POINTS);
}

/** A table with its sides where they would stand on the page of the one before. */
function movedUnder(above: DraftTable, below: DraftTable): DraftTable {
  const moved = above.xs[firstColumn(above, above.rows - 1)]! - below.xs[firstColumn(below, 0)]!;
  if (Math.abs(moved) <= SAME_SIDE_POINTS) return below;
  return { ...below, xs: below.xs.map((x) => x + moved) };
}

const firstColumn = ({ cells }: DraftTable, row: number): number =>
  cells.reduce(
    (first, cell) =>
      cell.row <= row && row < cell.row + cell.rowSpan ? Math.min(first, cell.column) : first,
    cells[0]?.column ?? 0,
  );

/** Whether a head printed again divides both tables alike: then it tells the columns, however wide they are. */
const hasSameHead = (above: DraftTable, below: DraftTable, headRows: number): boolean =>
  headRows > 0 &&
  above.columns === below.columns &&
  placesOfHead(above, headRows) === placesOfHead(below, headRows);

const placesOfHead = ({ cells }: DraftTable, headRows: number): string =>
  cells
    .filter(({ row }) => row < headRows)
    .map(({ row, column, rowSpan, columnSpan }) => `${row} ${column} ${rowSpan} ${columnSpan}`)
    .join(', ');

/** Two tables on the columns that both have together. */
function onSameColumns(
  above: DraftTable,
  below: DraftTable,
): { first: DraftTable; second: DraftTable; xs: readonly number[] } {
  const xs = [...above.xs];
  for (const x of below.xs) if (!xs.some((known) => Math.abs(known - x) <= SAME_SIDE_POINTS)) xs.push(x);
  xs.sort((a, b) => a - b);
  return { first: onColumns(above, xs), second: onColumns(below, xs), xs };
}
