import type { DraftBlock, DraftCell, DraftTable } from '../draft.ts';
import { asLines } from './head-at-end.ts';
import { type Spans, spansUnder, withSpan } from './spans.ts';

/** Columns of one table leave at least this much free on all its pages. */
const FREE_POINTS = 2;

/**
 * Gives the tables without rules that follow each other over pages the sides of the first where the texts of all leave the same
 * stretches free: a column may be blank on a page, and texts do not take the same width on every page.
 *
 *     page 1   │ 指標名      │ 71人   │ 75人 │
 *     page 2   │ 広報誌の部数 │ 1,204部 │      │     the same sides
 */
export function onSameColumns(pages: readonly (readonly DraftBlock[])[]): DraftBlock[][] {
  const all = pages.map((blocks) => [...blocks]);
  let chain: { page: number; table: DraftTable }[] = [];
  let taken: Spans = [];
  const replace = (page: number, table: DraftTable, blocks: readonly DraftBlock[]): void => {
    all[page]!.splice(all[page]!.indexOf(table), 1, ...blocks);
  };
  const close = (): void => {
    if (chain.length > 1) {
      const sides = commonSides(
        chain.map(({ table }) => table),
        taken,
      );
      for (const { page, table } of chain) replace(page, table, [onSides(table, sides, taken)]);
    } else for (const { page, table } of chain) if (table.rows === 1) replace(page, table, asLines(table));
    chain = [];
  };
  for (const [page, blocks] of all.entries()) {
    const tables = blocks.flatMap((block, at) =>
      block.kind === 'table' ? [{ page, at, table: block }] : [],
    );
    const [first, last] = [tables[0], tables.at(-1)];
    const above = chain.at(-1)?.table;
    const own = first?.table.taken;
    const isHead = chain.length === 1 && above?.rows === 1;
    const common =
      own === undefined ? null : (commonColumns(taken, own) ?? (isHead ? paired(taken, own) : null));
    const goesOn = chain.at(-1)?.page === page - 1 && common !== null;
    if (goesOn) {
      chain.push(first!);
      taken = common;
    }
    if (goesOn && first === last) continue;
    close();
    if (last?.table.taken !== undefined) {
      chain = [last];
      taken = last.table.taken;
    }
  }
  close();
  return all;
}

/** What the columns of two tables take together; null where they are not the same columns. */
export function commonColumns(a: Spans, b: Spans): Spans | null {
  let both: Spans = a;
  for (const span of b) both = withSpan(both, span, FREE_POINTS);
  const isSame = both.length === Math.max(a.length, b.length) && areApart(a, both) && areApart(b, both);
  return isSame ? both : null;
}

/** Columns one by one under their centred heads; null where they are not as many, or overlap. */
function paired(heads: Spans, columns: Spans): Spans | null {
  const both = columns.map(({ from, to }, at) => ({
    from: Math.min(from, heads[at]?.from ?? from),
    to: Math.max(to, heads[at]?.to ?? to),
  }));
  const isApart = both.every(({ from }, at) => at === 0 || from >= both[at - 1]!.to);
  return heads.length === columns.length && isApart ? both : null;
}

const areApart = (columns: Spans, both: Spans): boolean =>
  new Set(columns.map((column) => spansUnder(both, column)?.first)).size === columns.length;

/** The sides of the first table with all columns, moved where a later text stands on them. */
function commonSides(tables: readonly DraftTable[], taken: Spans): number[] {
  const whole = tables.find(({ columns }) => columns === taken.length);
  const inner = taken.slice(1).map(({ from }, at) => {
    const [least, most] = [taken[at]!.to, from];
    const own = whole?.xs[at + 1] ?? Number.NaN;
    return least <= own && own <= most ? own : (least + most) / 2;
  });
  const begin = Math.min(...tables.map(({ xs }) => xs[0]!));
  return [begin, ...inner, Math.max(...tables.map(({ xs }) => xs.at(-1)!))];
}

function onSides(table: DraftTable, xs: readonly number[], taken: Spans): DraftTable {
  const places = table.taken!.map((column) => spansUnder(taken, column)!.first);
  const placeOf = (column: number): number => places[column] ?? taken.length;
  const cells = table.cells.map((cell): DraftCell => {
    const column = placeOf(cell.column);
    const end = placeOf(cell.column + cell.columnSpan - 1) + 1;
    return {
      ...cell,
      column,
      columnSpan: end - column,
      box: [xs[column]!, cell.box[1], xs[end]!, cell.box[3]],
    };
  });
  const blank = taken
    .map((_, column) => column)
    .filter((column) => !places.includes(column))
    .flatMap((column) => blankColumn(table, column, xs));
  return {
    ...table,
    xs,
    taken,
    columns: taken.length,
    box: [xs[0]!, table.box[1], xs.at(-1)!, table.box[3]],
    cells: [...cells, ...blank].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** Blank cells in a column of which nothing stands on a page. */
function blankColumn(table: DraftTable, column: number, xs: readonly number[]): DraftCell[] {
  return table.cells
    .filter((cell) => cell.column === 0)
    .map((cell) => ({
      ...cell,
      column,
      columnSpan: 1,
      box: [xs[column]!, cell.box[1], xs[column + 1]!, cell.box[3]],
      text: '',
      lines: [],
      isHeader: false,
    }));
}
