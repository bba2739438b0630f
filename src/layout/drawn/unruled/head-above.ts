import type { Box, GlyphRun, Shade } from '../../../model/index.ts';
import { compose } from '../compose.ts';
import type { DraftCell, DraftTable } from '../draft.ts';
import { bandsOf } from './band.ts';
import { type Piece, piecesOf } from './piece.ts';
import { isFigure, isUnitNote } from './words.ts';

/** A filled area this near to a table's upper side touches it. */
const TOUCH_POINTS = 3;
/** Labels without a ground stand at most this many sizes above the table. */
const NEAR_SIZES = 1;
/** At least so many columns, and this share of all, must have a label of their own where no ground shows them to be one row. */
const LEAST_LABELS = 3;
const LABELLED = 0.6;
const HIGHEST_GROUND_POINTS = 120;

/**
 * Gives a ruled table the header that stands above its frame: on a filled band that touches it, or as labels over its columns.
 *
 *     ▒指標名▒▒▒▒▒▒▒▒▒▒▒基準値▒▒▒▒R5実績▒▒
 *     ┊創業件数         ┊ 2件    ┊ 3件   ┊
 */
export function withHeadAbove(
  table: DraftTable,
  runs: readonly GlyphRun[],
  shades: readonly Shade[],
): { table: DraftTable; rest: readonly GlyphRun[] } | null {
  const [x0, y0, x1] = table.box;
  const grounds = shades.filter(
    ({ box }) =>
      Math.abs(box[3] - y0) <= TOUCH_POINTS &&
      box[0] >= x0 - TOUCH_POINTS &&
      box[2] <= x1 + TOUCH_POINTS &&
      box[3] - box[1] <= HIGHEST_GROUND_POINTS,
  );
  const over = runs.filter(
    ({ box }) => x0 - TOUCH_POINTS <= box[0] && box[2] <= x1 + TOUCH_POINTS && box[3] <= y0 + 1,
  );
  const top = Math.min(y0, ...grounds.map(({ box }) => box[1]));
  const head = grounds.length > 0 ? over.filter(({ box }) => box[1] >= top - 1) : labelsOver(over, y0);
  const columns = columnsOf(head, table.xs);
  if (columns === null || !areLabels(columns, grounds.length > 0)) return null;
  const cells = columns.map((pieces, column): DraftCell => {
    const [from, to] = [table.xs[column]!, table.xs[column + 1]!];
    const composed = compose(
      pieces.flatMap((piece) => piece.runs),
      to - from - 2 * TOUCH_POINTS,
    );
    const box: Box = [from, Math.min(top, ...pieces.map((piece) => piece.box[1])), to, y0];
    return { row: 0, column, rowSpan: 1, columnSpan: 1, page: table.page, isHeader: false, box, ...composed };
  });
  const below = table.cells.map((cell) => ({ ...cell, row: cell.row + 1 }));
  const upper = Math.min(...cells.map(({ box }) => box[1]));
  return {
    table: {
      ...table,
      box: [x0, upper, x1, table.box[3]],
      rows: table.rows + 1,
      cells: [...cells, ...below],
    },
    rest: runs.filter((run) => !head.includes(run)),
  };
}

/** The line of texts nearest above a table. */
function labelsOver(runs: readonly GlyphRun[], y0: number): readonly GlyphRun[] {
  const band = bandsOf(
    piecesOf(
      runs.filter(({ box, size }) => box[1] > y0 - 4 * size),
      [],
    ),
  ).at(-1);
  const size = band?.pieces[0]?.size ?? 0;
  return band === undefined || y0 - band.bottom > NEAR_SIZES * size
    ? []
    : band.pieces.flatMap((piece) => piece.runs);
}

/** Labels by the column they stand over; null where one stands over two. */
function columnsOf(runs: readonly GlyphRun[], xs: readonly number[]): Piece[][] | null {
  const columns: Piece[][] = xs.slice(1).map(() => []);
  for (const piece of piecesOf(runs, [])) {
    const column = columns.findIndex(
      (_, at) => xs[at]! - 1 <= piece.box[0] && piece.box[2] <= xs[at + 1]! + 1,
    );
    if (column < 0) return null;
    columns[column]!.push(piece);
  }
  return columns;
}

function areLabels(columns: readonly (readonly Piece[])[], isOnGround: boolean): boolean {
  const texts = columns.flatMap((pieces) => pieces.map(({ text }) => text));
  const filled = columns.filter(({ length }) => length > 0).length;
  if (texts.some((text) => isFigure(text) || isUnitNote(text))) return false;
  return isOnGround ? filled > 1 : filled >= LEAST_LABELS && filled >= LABELLED * columns.length;
}
