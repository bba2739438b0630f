import type { DraftDoubt, DraftTable } from './draft.ts';

/**
 * Rows of a table put together from two that have more or fewer columns than most of its rows, though each was whole in its
 * own part. Where the rows at the break have the same sides, frames that reach further elsewhere are none: only a row with
 * the same cells and more beside them is.
 *
 *     page 1   名称 │ 目標 │ 実績 │
 *     page 2   名称 │ 目標 │ 実績 │
 *              総括 │ 進んでいる。        │       no doubt: the frame is wider here
 *              名称 │ 目標 │ 実績 │ 新規 │       a cell under no header
 *
 * @param meets whether the rows at the break have the same sides
 */
export function raggedRows(
  joined: DraftTable,
  above: DraftTable,
  below: DraftTable,
  meets: boolean,
): DraftDoubt[] {
  // each stands on all columns as it did alone
  if (above.columns === joined.columns && below.columns === joined.columns) return [];
  const offset = joined.rows - below.rows;
  const before = [...wholeRows(above), ...wholeRows(below).map((row) => row + offset)];
  const data = [...new Set(before)].filter((row) => joined.heads?.includes(row) !== true);
  const odd = meets ? longerThanBreak(joined, data, above.rows - 1) : fewerOf(joined, data);
  return odd.flatMap((row): DraftDoubt[] => {
    const cell = joined.cells.find((candidate) => candidate.row === row && candidate.text !== '');
    return cell === undefined
      ? []
      : [{ kind: 'raggedRow', page: cell.page, box: cell.box, detail: cell.text }];
  });
}

/** Of rows that stand on all columns and rows that do not, the fewer; none where all do. */
function fewerOf(joined: DraftTable, rows: readonly number[]): number[] {
  const whole = new Set(wholeRows(joined));
  const ragged = rows.filter((row) => !whole.has(row));
  const kept = rows.filter((row) => whole.has(row));
  return ragged.length > kept.length ? kept : ragged;
}

/** Rows divided as the row at the break is, with cells more beside it. */
function longerThanBreak(table: DraftTable, rows: readonly number[], atBreak: number): number[] {
  const sides = sidesByRow(table);
  const edge = sides[atBreak]!;
  return rows.filter((row) => {
    const own = sides[row]!;
    const reachesOut = own[0]! < edge[0]! || own.at(-1)! > edge.at(-1)!;
    return reachesOut && edge.length > 2 && edge.every((side) => own.includes(side));
  });
}

/** The columns at which the cells standing in each row begin and end, ascending. */
function sidesByRow({ rows, cells }: DraftTable): number[][] {
  const sides = Array.from({ length: rows }, () => new Set<number>());
  for (const { row, column, rowSpan, columnSpan } of cells)
    for (const own of sides.slice(row, row + rowSpan)) own.add(column).add(column + columnSpan);
  return sides.map((own) => [...own].sort((a, b) => a - b));
}

/** Rows in which each column is covered once, cells that reach into them counted. */
function wholeRows({ rows, columns, cells }: DraftTable): number[] {
  const covered = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (const counts of covered.slice(row, row + rowSpan))
      for (let at = column; at < column + columnSpan; at += 1) counts[at] = (counts[at] ?? 0) + 1;
  }
  return covered.flatMap((counts, row) => (counts.every((count) => count === 1) ? [row] : []));
}
