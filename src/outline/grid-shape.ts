import type { Cell, Table } from '../model/index.ts';
import { type HeaderReading, readHeader, type Vocabulary } from '../vocabulary/index.ts';
import type { TableRow } from './table-row.ts';

/** So many figures under their headers make a row of the grid. */
const LEAST_FIGURES = 2;

/** A header with no header under it, and the columns it heads. */
interface Leaf {
  readonly from: number;
  readonly to: number;
  /** what it heads: a measure, years or marks; else names, units, words */
  readonly kind: string;
}

/**
 * The columns a head makes, by which rows of the grid are told from rows that only follow it in the same frame.
 *
 *     成果指標   │ 単位 │ R5実績 │ R6見込      leaves
 *     講座数     │ 回   │     27 │     27      fits
 *     達成状況          │ 順調に推移          does not: a label over names and values
 */
export class GridShape {
  readonly #leaves: readonly Leaf[];

  constructor(table: Table, headerRows: readonly number[], vocabulary: Vocabulary) {
    this.#leaves = leavesOf(table, headerRows, vocabulary);
  }

  /** Whether a row goes on to the last column, in blank cells if need be. */
  isFilledBy(cells: readonly Cell[]): boolean {
    const end = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
    return end > (this.#leaves.at(-1)?.from ?? 0);
  }

  /**
   * Whether a row is one of the grid: its cells, blank ones too, fit the columns, or figures stand under their headers
   * beside a name that takes more room. Cells that span nothing always fit.
   */
  holds({ all, cells, classes }: TableRow): boolean {
    if (all.every((cell) => this.#fits(cell))) return true;
    const figures = cells.filter((cell, i) => classes[i] === 'number' && this.#fits(cell));
    const isTotal = /(?:計|総額)$/u.test(cells[0]?.text ?? '');
    return figures.length >= (isTotal ? 1 : LEAST_FIGURES);
  }

  #fits({ column, columnSpan }: Cell): boolean {
    const end = column + columnSpan;
    const met = this.#leaves.filter(({ from, to }) => from < end && column < to);
    if (columnSpan === 1 || met.length === 0) return true;
    const isCut = met.some(
      ({ from, to }) => !(from <= column && end <= to) && !(column <= from && to <= end),
    );
    return !isCut && met.every(({ kind }) => kind === met[0]?.kind);
  }
}

function leavesOf(table: Table, headerRows: readonly number[], vocabulary: Vocabulary): Leaf[] {
  const last = Math.max(...headerRows);
  const headers = table.cells.filter(
    (cell) => headerRows.includes(cell.row) && cell.text !== '' && cell.row + cell.rowSpan <= last + 1,
  );
  const leaves: Leaf[] = [];
  for (let column = 0; column < table.columns; column += 1) {
    const above = headers.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
    const deepest = above.toSorted((a, b) => b.row - a.row)[0];
    if (deepest === undefined) continue;
    const open = leaves.at(-1);
    if (open !== undefined && open.from === deepest.column && open.to > column) continue;
    leaves.push({
      from: deepest.column,
      to: deepest.column + deepest.columnSpan,
      kind: kindOf(above.toSorted((a, b) => b.row - a.row).map((cell) => readHeader(cell.text, vocabulary))),
    });
  }
  return leaves;
}

/** @param headers the innermost first */
function kindOf(headers: readonly HeaderReading[]): string {
  const measured = headers.find(({ measures }) => measures.length > 0);
  if (measured !== undefined) return measured.measures.map(({ measure }) => measure).join('+');
  return headers.some(({ period, mark }) => period !== null || mark !== null) ? 'year' : 'name';
}
