import type { DraftDoubt, DraftTable } from './draft.ts';

/**
 * Rows of a table put together from two that have more or fewer columns than most of its rows, though each was whole in its
 * own part. A notch of a part's frame is no such row.
 */
export function raggedRows(joined: DraftTable, above: DraftTable, below: DraftTable): DraftDoubt[] {
  // each stands on all columns as it did alone
  if (above.columns === joined.columns && below.columns === joined.columns) return [];
  const offset = joined.rows - below.rows;
  const whole = new Set(wholeRows(joined));
  const before = [...wholeRows(above), ...wholeRows(below).map((row) => row + offset)];
  const data = [...new Set(before)].filter((row) => joined.heads?.includes(row) !== true);
  const [kept, ragged] = [data.filter((row) => whole.has(row)), data.filter((row) => !whole.has(row))];
  const fewer = ragged.length > kept.length ? kept : ragged;
  return (ragged.length === 0 ? [] : fewer).flatMap((row): DraftDoubt[] => {
    const cell = joined.cells.find((candidate) => candidate.row === row && candidate.text !== '');
    return cell === undefined
      ? []
      : [{ kind: 'raggedRow', page: cell.page, box: cell.box, detail: cell.text }];
  });
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
