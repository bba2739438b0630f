import type { Cell } from '../model/index.ts';
import type { CellClass } from '../outline/index.ts';
import type { Column } from './columns.ts';
import { worth } from './worth.ts';

/** A cell of a row with what stands in it. */
export interface Token {
  readonly cell: Cell;
  readonly kind: CellClass;
}

/** Costs in the same measure as the worths. */
const COST = { skippedCell: 4, changeOfShift: 0.6, columnOfShift: 0.15 } as const;

/** Whether a cell stands in a column. */
export const covers = (column: Column, cell: Cell): boolean =>
  cell.column >= column.index && cell.column < column.index + column.span;

/** Monotone matching of cells with columns by dynamic programming: at most |cells| × |columns| steps times the shifts. */
export function bestMatch(tokens: readonly Token[], columns: readonly Column[]): Map<Column, Token> {
  interface State {
    readonly score: number;
    readonly shift: number;
    readonly pairs: Chain | null;
  }
  interface Chain {
    readonly token: Token;
    readonly column: Column;
    readonly before: Chain | null;
  }
  let states: State[][] = [[{ score: 0, shift: 0, pairs: null }]];
  const best = (list: readonly State[]): State[] => {
    const byShift = new Map<number, State>();
    for (const state of list) {
      const known = byShift.get(state.shift);
      if (known === undefined || state.score > known.score) byShift.set(state.shift, state);
    }
    return [...byShift.values()].sort((a, b) => b.score - a.score).slice(0, 6);
  };
  states = [best(states[0] ?? []), ...columns.map(() => [])];
  for (const [j] of columns.entries()) states[j + 1] = best(states[j] ?? []);
  for (const token of tokens) {
    const next: State[][] = columns.map(() => []);
    next.push([]);
    for (let j = 0; j <= columns.length; j += 1) {
      for (const state of states[j] ?? []) next[j]?.push({ ...state, score: state.score - COST.skippedCell });
      const column = columns[j];
      if (column === undefined) continue;
      const shift = covers(column, token.cell) ? 0 : token.cell.column - column.index;
      for (const state of states[j] ?? []) {
        const change =
          shift === state.shift ? 0 : COST.changeOfShift + COST.columnOfShift * Math.abs(shift - state.shift);
        const score = state.score + worth(column, token.kind) - change;
        next[j + 1]?.push({ score, shift, pairs: { token, column, before: state.pairs } });
      }
    }
    for (let j = 1; j <= columns.length; j += 1) for (const state of next[j - 1] ?? []) next[j]?.push(state);
    states = next.map(best);
  }
  let chain = states[columns.length]?.[0]?.pairs ?? null;
  const places = new Map<Column, Token>();
  for (; chain !== null; chain = chain.before) places.set(chain.column, chain.token);
  return places;
}
