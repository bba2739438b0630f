import type { HeaderCell, Provenance } from '../../model/index.ts';
import { foldText, stripSpaces } from '../../normalize/index.ts';
import type { HeaderPlace } from '../api.ts';
import { spot } from './places.ts';
import type { OpenReport } from './stored-reports.ts';

/** Where the headers stand that gave a cell its meaning; without a box or columns where none such is known. */
export function headerPlaces(open: OpenReport, provenance: Provenance): HeaderPlace[] {
  return provenance.headers.map((text) => {
    const cell = nearest(open.headers.get(headerWords(text)) ?? [], provenance);
    if (cell === undefined) return { text, page: provenance.page, box: null, line: null, columns: null };
    return { text, page: cell.page, ...spot(open, cell) };
  });
}

/** A header in one spelling, without the spaces that spread it over its cell. */
export const headerWords = (text: string): string => stripSpaces(foldText(text));

/** Of cells with the words of a header, the one a person would look at: in the value's column or row, the closest one. */
function nearest(cells: readonly HeaderCell[], value: Provenance): HeaderCell | undefined {
  const ranked = cells.flatMap((cell) => {
    const rank = rankOf(cell, value);
    return rank === null ? [] : [{ cell, rank }];
  });
  const [best] = ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
  return best?.cell;
}

/** How far a header is from a value: first by how it stands to it, then by rows, columns or characters between them. */
function rankOf(cell: HeaderCell, value: Provenance): readonly [kind: number, distance: number] | null {
  if (cell.table !== value.table) return cell.start < value.start ? [3, value.start - cell.start] : null;
  const [row, column] = [value.row ?? 0, value.column ?? 0];
  const isItself = cell.row === row && cell.column === column;
  if (isItself) return null;
  const isOverIt = cell.column <= column && column < cell.column + cell.columnSpan && cell.row < row;
  if (isOverIt) return [0, row - cell.row];
  const isBesideIt = cell.row <= row && row < cell.row + cell.rowSpan;
  if (isBesideIt) return [cell.column < column ? 0 : 1, Math.abs(column - cell.column)];
  return [2, Math.abs(value.start - cell.start)];
}
