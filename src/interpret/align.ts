import type { Cell } from '../model/index.ts';
import { type CellClass, classifyCell } from '../outline/index.ts';
import { bestMatch, covers, type Token } from './best-match.ts';
import type { Column } from './columns.ts';
import { worth } from './worth.ts';

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

/** Cells and columns beyond this are placed where they stand: no real table is as wide, and the matching is their product. */
const WIDEST = 200;
/** A row's name may open with a figure: 70歳以上, 4 安心な暮らしを守る, H27. */
const NAMES_WITH_FIGURES: ReadonlySet<CellClass> = new Set(['number', 'period', 'markCount']);

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
    const column = standingColumn(token, columns);
    if (column === undefined || places.has(column)) return null;
    const isName = column === columns[0] && column.use === 'label' && NAMES_WITH_FIGURES.has(token.kind);
    if (worth(column, token.kind) <= -2 && !isName) return null;
    if (at === 0 && column.use === 'value' && token.kind === 'label' && columns[0]?.use === 'label')
      return null;
    places.set(column, token);
  }
  return places;
}

/** The column a cell stands in; of several that a merged cell covers, the one that holds its kind. */
function standingColumn({ cell, kind }: Token, columns: readonly Column[]): Column | undefined {
  const covered =
    cell.columnSpan === 1
      ? columns.filter((column) => covers(column, cell))
      : columns.filter(({ index }) => index >= cell.column && index < cell.column + cell.columnSpan);
  return (
    covered.toSorted((a, b) => worth(b, kind) - worth(a, kind))[0] ??
    columns.find((column) => covers(column, cell))
  );
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
