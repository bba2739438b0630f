import { joinerBetween } from '../../normalize/index.ts';
import { closeUp, isWrapped } from './compose.ts';
import type { DraftCell, DraftDoubt, DraftTable } from './draft.ts';

/** A text this long is prose: a page may break it anywhere. */
const PROSE_CHARACTERS = 20;

/**
 * Joins the row a page break cut: the first row below (after `skip` repeated head rows) with the last above.
 *
 *     長い評価をもつ行 | 回数 | 1,234回 | 第1回の検討会において…整理し       page 1
 *                      |      |         | た。第28回の検討会…               page 2
 *
 * @param isBroken the ruling lines show that the row goes on
 * @returns the cells above with what was added, and the table below without the row
 */
export function continuedRow(
  above: DraftTable,
  below: DraftTable,
  skip: number,
  isBroken: boolean,
): { cells: readonly DraftCell[]; below: DraftTable; rows: 0 | 1 } {
  const pairs = pairsAt(above, below, skip);
  const unchanged = { cells: above.cells, below, rows: 0 } as const;
  if (pairs.length === 0 || skip >= below.rows || !(isBroken || goesOn(pairs))) return unchanged;
  const added = new Map(
    pairs.flatMap(([upper, lower]) =>
      upper === undefined || lower.text === '' ? [] : [[upper, lower] as const],
    ),
  );
  const alone = pairs.filter(([upper, lower]) => upper === undefined && lower.text !== '');
  if (alone.length > 0) return unchanged;
  const cells = above.cells.map((cell) => {
    const lower = added.get(cell);
    return lower === undefined ? cell : joined(cell, lower);
  });
  const rest = below.cells.flatMap((cell): DraftCell[] => {
    if (cell.row < skip) return [cell];
    if (cell.row > skip) return [{ ...cell, row: cell.row - 1 }];
    // a merged cell goes on below the broken row
    return cell.rowSpan > 1 ? [{ ...cell, rowSpan: cell.rowSpan - 1, text: '', lines: [] }] : [];
  });
  return { cells, below: { ...below, rows: below.rows - 1, cells: rest }, rows: 1 };
}

/** The last row that is no head printed again. */
function lastRowOf({ rows, heads = [] }: DraftTable): number {
  let last = rows - 1;
  while (heads.includes(last)) last -= 1;
  return last;
}

/** Every cell of the first row below with the cell above the break in the same columns. */
function pairsAt(above: DraftTable, below: DraftTable, skip: number): [DraftCell | undefined, DraftCell][] {
  const last = lastRowOf(above);
  const ends = above.cells.filter((cell) => cell.row + cell.rowSpan - 1 === last);
  return below.cells
    .filter((cell) => cell.row === skip)
    .map((lower) => [
      ends.find((upper) => upper.column === lower.column && upper.columnSpan === lower.columnSpan),
      lower,
    ]);
}

/**
 * Whether texts go on: all that stand below continue a full line above, and a cell that began above says nothing below.
 * Cells merged over several rows say nothing of one row.
 */
function goesOn(pairs: readonly [DraftCell | undefined, DraftCell][]): boolean {
  const filled = pairs.filter(([, lower]) => lower.text !== '' && lower.rowSpan === 1);
  // what was padded below the text of a broken row
  if (pairs.every(([, lower]) => lower.text === ''))
    return pairs.some(([upper]) => (upper?.text ?? '') !== '');
  if (filled.length === 0) return false;
  const continues = filled.every(
    ([upper, lower]) => upper !== undefined && upper.text !== '' && isWrapped(upper.room, lower.text),
  );
  if (filled.some(([upper, lower]) => areTwoValues(upper?.text ?? '', lower.text))) return false;
  const isSilent = pairs.some(
    ([upper, lower]) =>
      upper !== undefined &&
      upper.rowSpan === 1 &&
      lower.rowSpan === 1 &&
      upper.text !== '' &&
      lower.text === '',
  );
  const isProse = filled.some(
    ([upper]) => (upper?.text.length ?? 0) > PROSE_CHARACTERS && !/[。)）]$/u.test(upper!.text),
  );
  return continues && (isSilent || isProse);
}

const FIGURE = /^[(（△▲+\-−－約]*[0-9０-９].*.$/u;
const MARK = /^[◎○〇●△▲×✕－—―‐-]$/u;

/** 13,500㎡ above and 10.1ポイント below are the values of two rows; 10,080 above and 件 below is one value. */
const areTwoValues = (upper: string, lower: string): boolean =>
  (FIGURE.test(upper) && FIGURE.test(lower)) || (MARK.test(lower) && upper !== '');

function joined(upper: DraftCell, lower: DraftCell): DraftCell {
  const isClosed = isWrapped(upper.room, lower.text);
  const text = isClosed
    ? closeUp(upper.text, lower.text)
    : `${upper.text}${joinerBetween(upper.text, lower.text)}${lower.text}`;
  return { ...upper, text, lines: linesOf(upper, lower, isClosed), room: lower.room };
}

function linesOf(upper: DraftCell, lower: DraftCell, isClosed: boolean): string[] {
  const before = upper.lines.length === 0 ? [upper.text] : [...upper.lines];
  const after = lower.lines.length === 0 ? [lower.text] : [...lower.lines];
  const lines = isClosed
    ? [...before.slice(0, -1), closeUp(before.at(-1)!, after[0]!), ...after.slice(1)]
    : [...before, ...after];
  return lines.length === 1 ? [] : lines;
}

/**
 * Puts the rows below under those above. A merged cell that a page break cut is blank below: it goes on, so that its label
 * is carried over. A key that is blank at the page's top without such a cell is told as a doubt.
 *
 * @param heads how many rows below are the table's head printed again
 */
export function underneath(
  above: DraftTable,
  upperCells: readonly DraftCell[],
  below: DraftTable,
  heads: number,
): { cells: readonly DraftCell[]; doubts: DraftDoubt[] } {
  const last = lastRowOf(above);
  const more = new Map<DraftCell, DraftCell>();
  const doubts: DraftDoubt[] = [];
  const lower: DraftCell[] = [];
  let isKey = true;
  /** rows of the merged cell that goes on, the outermost */
  let tall = 1;
  for (const cell of below.cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    // what stands beside a merged cell that goes on, as tall, goes on too
    if (cell.row === heads && cell.text !== '' && !(tall > 1 && cell.rowSpan === tall)) isKey = false;
    const upper = cell.row === heads && isKey ? cellAbove(upperCells, cell, last) : undefined;
    const isCut = upper !== undefined && upper.text !== '' && (upper.rowSpan > 1 || cell.rowSpan > 1);
    if (isCut) {
      more.set(upper, cell);
      if (tall === 1) tall = cell.rowSpan;
      continue;
    }
    if (upper !== undefined && upper.text !== '' && cell.column === 0)
      doubts.push({ kind: 'emptyKey', page: cell.page, box: cell.box, detail: upper.text });
    lower.push({ ...cell, row: cell.row + above.rows });
  }
  const upper = upperCells.map((cell) => {
    const rest = more.get(cell);
    if (rest === undefined) return cell;
    const whole = rest.text === '' ? cell : joined(cell, rest);
    return { ...whole, rowSpan: cell.rowSpan + above.rows - 1 - last + heads + rest.rowSpan };
  });
  return { cells: [...upper, ...lower], doubts };
}

const cellAbove = (cells: readonly DraftCell[], below: DraftCell, last: number): DraftCell | undefined =>
  cells.find(
    (cell) =>
      cell.row + cell.rowSpan - 1 === last &&
      cell.column === below.column &&
      cell.columnSpan === below.columnSpan,
  );
