import type { Box, Rule } from '../../model/index.ts';
import type { DraftTable } from './draft.ts';

/** A stroke strikes a cell through where it runs over this share of its width and of its height. */
const SHARE = 0.7;

/** Marks the blank cells a slanted stroke runs through: figures for years to come, kinds of cost a project does not have. */
export function markStruck(table: DraftTable, strikes: readonly Rule[]): DraftTable {
  if (strikes.length === 0) return table;
  return {
    ...table,
    cells: table.cells.map((cell) =>
      cell.text === '' && strikes.some((stroke) => crosses(stroke, cell.box))
        ? { ...cell, isStruck: true }
        : cell,
    ),
  };
}

function crosses(stroke: Rule, [x0, y0, x1, y1]: Box): boolean {
  const shared = (a: number, b: number, from: number, to: number): number =>
    Math.min(Math.max(a, b), to) - Math.max(Math.min(a, b), from);
  return (
    shared(stroke.x0, stroke.x1, x0, x1) >= SHARE * (x1 - x0) &&
    shared(stroke.y0, stroke.y1, y0, y1) >= SHARE * (y1 - y0)
  );
}
