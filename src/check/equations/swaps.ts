import { type Believed, type Cell, cellsOf, isHolding } from './equation.ts';
import type { Slip } from './repairs.ts';

/** One slip: the cell to suspect, the equations it breaks, and the value that mends them. */
export interface Diagnosis {
  readonly suspect: Cell;
  /** the other cell, where two were exchanged */
  readonly swappedWith: Cell | null;
  readonly equations: readonly Believed[];
  /** the only value that makes all of them hold; null where several cells could be at fault */
  readonly wanted: number | null;
  readonly slip: Slip | null;
}

/** Neighbours may stand two columns apart: 千円 is often printed in a column of its own. */
const REACH_OF_NEIGHBOURS = 2;

/** Neighbours in a row or column whose exchange mends two equations or more and breaks none. */
export function swapsOf(
  broken: readonly Believed[],
  byCell: ReadonlyMap<string, readonly Believed[]>,
): Diagnosis[] {
  const places = new Map<string, Cell>();
  const isBroken = new Set(broken);
  for (const cell of broken.flatMap(cellsOf)) if (cell.part === null) places.set(placeOf(cell, 0, 0), cell);
  const seen = new Set<string>();
  return [...places.values()].flatMap((cell): Diagnosis[] => {
    const neighbours = [];
    for (let step = 1; step <= REACH_OF_NEIGHBOURS; step += 1)
      neighbours.push(places.get(placeOf(cell, 0, step)), places.get(placeOf(cell, step, 0)));
    for (const other of neighbours) {
      if (other === undefined || other.value === cell.value || seen.has(other.key)) continue;
      const touched = [...new Set([...(byCell.get(cell.key) ?? []), ...(byCell.get(other.key) ?? [])])];
      const own = touched.filter((equation) => isBroken.has(equation));
      const exchanged = [
        { ...cell, value: other.value },
        { ...other, value: cell.value },
      ];
      if (own.length < 2 || !touched.every((equation) => holdsWith(equation, exchanged))) continue;
      seen.add(cell.key).add(other.key);
      return [{ suspect: cell, swappedWith: other, equations: own, wanted: other.value, slip: null }];
    }
    return [];
  });
}

function placeOf({ observation: { provenance } }: Cell, rows: number, columns: number): string {
  return `${provenance.table}:${(provenance.row ?? 0) + rows}:${(provenance.column ?? 0) + columns}`;
}

/** Whether an equation would hold with other values in some cells. */
export function holdsWith(equation: Believed, changed: readonly Cell[]): boolean {
  const swap = (cell: Cell): Cell => changed.find(({ key }) => key === cell.key) ?? cell;
  const terms = equation.terms.map(({ cell, factor }) => ({ cell: swap(cell), factor }));
  return isHolding({ result: swap(equation.result), terms }, equation.exact);
}
