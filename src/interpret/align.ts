import type { Cell } from '../model/index.ts';
import { type CellClass, classifyCell } from '../outline/index.ts';
import type { Column } from './columns.ts';

/** A row's cells under the columns they were meant for. */
export interface AlignedRow {
  readonly row: number;
  /** by column index of the grid */
  readonly cells: ReadonlyMap<Column, Cell>;
  /** cells that say the unit of the value left of them (千円) */
  readonly units: ReadonlyMap<Cell, Cell>;
  /** cells that no column takes */
  readonly strays: readonly Cell[];
  /** how many values stand in another column than their header */
  readonly shifted: number;
  /** columns whose value ran past the table's edge and is lost in the source */
  readonly lost: readonly Column[];
}

/** What a match of a cell with a column is worth; the largest evidence is a period under 年度. */
const WORTH: { readonly [use in Column['use']]: { readonly [kind in CellClass]: number } } = {
  value: {
    blank: 0,
    missing: 1.5,
    number: 2,
    mark: -0.5,
    markCount: 0,
    status: 1,
    period: -2,
    unit: -3,
    department: -2.5,
    fused: 0.5,
    prose: -2,
    label: -0.2,
  },
  label: {
    blank: 0,
    missing: -2,
    number: -3,
    mark: -3,
    markCount: -3,
    status: 0.5,
    period: -1.5,
    unit: 0,
    department: 1,
    fused: -3,
    prose: 1,
    label: 2,
  },
  text: {
    blank: 0,
    missing: 0.5,
    number: -2.5,
    mark: -1,
    markCount: -2,
    status: 0.5,
    period: -1,
    unit: -1,
    department: -1,
    fused: -1,
    prose: 2.5,
    label: 1,
  },
  department: {
    blank: 0,
    missing: 0,
    number: -3,
    mark: -3,
    markCount: -3,
    status: -2,
    period: -3,
    unit: -2,
    department: 3,
    fused: -3,
    prose: -3,
    label: 0.5,
  },
  unit: {
    blank: 0,
    missing: 0,
    number: -3,
    mark: -2,
    markCount: -3,
    status: -3,
    period: -3,
    unit: 3,
    department: -2,
    fused: -3,
    prose: -3,
    label: 0.5,
  },
  period: {
    blank: 0,
    missing: -2,
    number: -1,
    mark: -4,
    markCount: -4,
    status: -4,
    period: 4,
    unit: -3,
    department: -4,
    fused: -3,
    prose: -3,
    label: -1,
  },
  measureName: {
    blank: 0,
    missing: -2,
    number: -3,
    mark: -3,
    markCount: -3,
    status: 0,
    period: -3,
    unit: -2,
    department: -2,
    fused: -3,
    prose: -3,
    label: 2,
  },
  number: {
    blank: 0,
    missing: 0,
    number: 2,
    mark: 0,
    markCount: 0,
    status: -2,
    period: -1,
    unit: -2,
    department: -2,
    fused: -2,
    prose: -3,
    label: 0.5,
  },
};
const RATING_WORTH: Partial<{ readonly [kind in CellClass]: number }> = {
  mark: 3,
  number: -1,
  missing: 1.5,
  label: 0.3,
  status: 0.5,
  markCount: 2,
  fused: -3,
};
const FUSED_WORTH: Partial<{ readonly [kind in CellClass]: number }> = { fused: 4, label: 0.3, prose: 0 };

/** Costs in the same measure as the worths. */
const COST = { skippedCell: 4, changeOfShift: 0.6, columnOfShift: 0.15 } as const;
/** Cells and columns beyond this are placed where they stand: no real table is as wide, and the matching is their product. */
const WIDEST = 200;

interface Token {
  readonly cell: Cell;
  readonly kind: CellClass;
}

function worth(column: Column, kind: CellClass): number {
  if (column.use === 'value') {
    if (column.measures.length > 1) return FUSED_WORTH[kind] ?? WORTH.value[kind];
    if (column.measures[0]?.measure === 'rating') return RATING_WORTH[kind] ?? WORTH.value[kind];
    if (column.measures[0]?.measure === 'count' || column.mark !== null)
      return kind === 'markCount' ? 2 : WORTH.value[kind];
  }
  return WORTH[column.use][kind];
}

/** A row's name may open with a figure: 70歳以上, 4 安心な暮らしを守る, H27. */
const NAMES_WITH_FIGURES: ReadonlySet<CellClass> = new Set(['number', 'period', 'markCount']);

const covers = (column: Column, cell: Cell): boolean =>
  cell.column >= column.index && cell.column < column.index + column.span;

/**
 * Puts each cell of a row under the header it was meant for. A row stays where it stands unless its cells contradict
 * their headers; then cells and headers are matched in order, by type, with as few changes of shift as possible.
 *
 *     headers   取組内容 | KPI      | R2 | R3  | R4  | R5  | 評価・課題 | 担当課
 *     cells     助成する | 助成件数 |    | 1件 | 2件 | 0件 | 1件        | 担い手が…      one column too far right
 */
export function alignRow(row: number, cells: readonly Cell[], columns: readonly Column[]): AlignedRow {
  const tokens = cells
    .filter((cell) => cell.text !== '')
    .map((cell) => ({ cell, kind: classifyCell(cell.text) }));
  const { kept, units } = takeUnits(tokens, columns, cells);
  const standing = standingPlaces(kept, columns);
  if (standing !== null || kept.length > WIDEST || columns.length > WIDEST)
    return asAligned(row, kept, standing ?? new Map(), units, columns, cells);
  return asAligned(row, kept, bestMatch(kept, columns), units, columns, cells);
}

/** A unit alone, right of a value or of the blank where one should be, belongs to that cell unless it has a column. */
function takeUnits(
  tokens: readonly Token[],
  columns: readonly Column[],
  cells: readonly Cell[],
): { kept: Token[]; units: Map<Cell, Cell> } {
  const kept: Token[] = [];
  const units = new Map<Cell, Cell>();
  for (const token of tokens) {
    const left = cells.findLast((cell) => cell.column + cell.columnSpan === token.cell.column);
    const column = columns.find((candidate) => covers(candidate, token.cell));
    const isBeside =
      left !== undefined &&
      (left.text === '' || (kept.at(-1)?.cell === left && kept.at(-1)?.kind === 'number'));
    const isOwn = column !== undefined && (column.use !== 'value' || left?.text === '');
    if (token.kind === 'unit' && isBeside && !isOwn) units.set(left, token.cell);
    else kept.push(token);
  }
  return { kept, units };
}

/** Each cell in the column it stands in, or null where that contradicts the headers. */
function standingPlaces(tokens: readonly Token[], columns: readonly Column[]): Map<Column, Token> | null {
  const places = new Map<Column, Token>();
  for (const [at, token] of tokens.entries()) {
    const column = columns.find((candidate) => covers(candidate, token.cell));
    if (column === undefined || places.has(column)) return null;
    const isName = column === columns[0] && column.use === 'label' && NAMES_WITH_FIGURES.has(token.kind);
    if (worth(column, token.kind) <= -2 && !isName) return null;
    if (at === 0 && column.use === 'value' && token.kind === 'label' && columns[0]?.use === 'label')
      return null;
    places.set(column, token);
  }
  return places;
}

/** Monotone matching of cells with columns by dynamic programming: at most |cells| × |columns| steps times the shifts. */
function bestMatch(tokens: readonly Token[], columns: readonly Column[]): Map<Column, Token> {
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
    for (let j = 1; j <= columns.length; j += 1) next[j]?.push(...(next[j - 1] ?? []));
    states = next.map(best);
  }
  let chain = states[columns.length]?.[0]?.pairs ?? null;
  const places = new Map<Column, Token>();
  for (; chain !== null; chain = chain.before) places.set(chain.column, chain.token);
  return places;
}

function asAligned(
  row: number,
  tokens: readonly Token[],
  places: ReadonlyMap<Column, Token>,
  units: ReadonlyMap<Cell, Cell>,
  columns: readonly Column[],
  all: readonly Cell[],
): AlignedRow {
  const placed = new Set([...places.values()].map((token) => token.cell));
  const shiftedColumns = [...places].filter(([column, token]) => !covers(column, token.cell));
  const shifted = shiftedColumns.filter(
    ([column, token]) => column.use === 'value' && token.kind !== 'blank',
  ).length;
  const cells = new Map<Column, Cell>([...places].map(([column, token]) => [column, token.cell]));
  const lastPlaced = columns.findLastIndex((column) => cells.has(column));
  const lost: Column[] = [];
  for (const [at, column] of columns.entries()) {
    if (cells.has(column)) continue;
    const blank = blankFor(column, at, columns, cells, all, shifted > 0);
    if (blank !== null) cells.set(column, blank);
    else if (at > lastPlaced) lost.push(column);
  }
  return {
    row,
    cells,
    units,
    strays: tokens.map((token) => token.cell).filter((cell) => !placed.has(cell)),
    shifted,
    lost,
  };
}

/** The blank cell a column holds in this row: where it stands, or in a shifted row between the cells left and right of it. */
function blankFor(
  column: Column,
  at: number,
  columns: readonly Column[],
  cells: ReadonlyMap<Column, Cell>,
  all: readonly Cell[],
  isShifted: boolean,
): Cell | null {
  const blanks = all.filter((cell) => cell.text === '');
  if (!isShifted) return blanks.find((cell) => covers(column, cell)) ?? null;
  const left = columns.slice(0, at).findLast((other) => cells.has(other));
  const right = columns.slice(at + 1).find((other) => cells.has(other));
  if (left === undefined || right === undefined) return null;
  const from = cells.get(left)?.column ?? 0;
  const to = cells.get(right)?.column ?? 0;
  return blanks.find((cell) => cell.column > from && cell.column < to) ?? null;
}
