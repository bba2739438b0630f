import type { DraftBlock, DraftCell, DraftTable } from './draft.ts';

/** Column sides within this of each other are the same. */
export const SAME_SIDE_POINTS = 3;

/** A table on other columns that hold all of its own sides: its cells span what they cover there. */
export function onColumns(table: DraftTable, xs: readonly number[]): DraftTable {
  const placeOf = (x: number): number =>
    xs.reduce((best, known, at) => (Math.abs(known - x) < Math.abs(xs[best]! - x) ? at : best), 0);
  const places = table.xs.map(placeOf);
  const cells = table.cells.map((cell): DraftCell => {
    const column = places[cell.column]!;
    return { ...cell, column, columnSpan: Math.max(1, places[cell.column + cell.columnSpan]! - column) };
  });
  return { ...table, xs, columns: xs.length - 1, cells };
}

/**
 * Puts a table that stands right under another, its sides all among the other's, on the columns of that other: boxes for
 * totals are drawn apart but under the same headers.
 */
export function alignUnderneath(blocks: readonly DraftBlock[]): DraftBlock[] {
  const aligned: DraftBlock[] = [];
  for (const block of blocks) {
    const above = aligned.at(-1);
    const isUnder =
      block.kind === 'table' && above?.kind === 'table' && block.box[1] >= above.box[3] - SAME_SIDE_POINTS;
    aligned.push(isUnder && hasSidesOf(above, block) ? onColumns(block, above.xs) : block);
  }
  return aligned;
}

const hasSidesOf = (above: DraftTable, table: DraftTable): boolean =>
  table.xs.length < above.xs.length &&
  table.xs.every((x) => above.xs.some((known) => Math.abs(known - x) <= SAME_SIDE_POINTS));
