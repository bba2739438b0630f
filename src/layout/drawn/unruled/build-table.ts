import type { GlyphRun } from '../../../model/index.ts';
import { compose } from '../compose.ts';
import type { DraftCell, DraftTable } from '../draft.ts';

/** What stands in a cell, before blank cells are put beside it. */
export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly isHeader: boolean;
  readonly runs: readonly GlyphRun[];
}

/** Cells keep about this much free at either side. */
const PADDING_POINTS = 2;

/**
 * A table from its filled cells; a blank one stands wherever none does.
 *
 * @param xs where columns begin and end, one more than columns
 * @param ys where rows begin and end
 * @param widths what the lines of each column take at most
 */
export function buildTable(
  filled: readonly FilledCell[],
  xs: readonly number[],
  ys: readonly number[],
  widths: readonly number[],
  page: number,
): DraftTable {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const taken = new Uint8Array(rows * columns);
  const all: FilledCell[] = [...filled];
  for (const { row, column, rowSpan, columnSpan } of filled) {
    for (let r = row; r < row + rowSpan; r += 1)
      taken.fill(1, r * columns + column, r * columns + column + columnSpan);
  }
  for (const [at, isTaken] of taken.entries()) {
    if (isTaken === 1) continue;
    const [row, column] = [Math.floor(at / columns), at % columns];
    all.push({ row, column, rowSpan: 1, columnSpan: 1, isHeader: false, runs: [] });
  }
  all.sort((a, b) => a.row - b.row || a.column - b.column);
  const cells = all.map(({ runs, ...cell }): DraftCell => {
    const [x0, x1] = [xs[cell.column]!, xs[cell.column + cell.columnSpan]!];
    const width = cell.columnSpan === 1 ? widths[cell.column]! : x1 - x0 - 2 * PADDING_POINTS;
    return {
      ...cell,
      page,
      box: [x0, ys[cell.row]!, x1, ys[cell.row + cell.rowSpan]!],
      ...compose(runs, width),
    };
  });
  return {
    kind: 'table',
    page,
    box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!],
    xs,
    rows,
    columns,
    cells,
    isOpenBelow: false,
    isOpenAbove: false,
  };
}
