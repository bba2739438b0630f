import type { Box, Shade } from '../../model/index.ts';
import type { DraftCell, DraftTable } from './draft.ts';

/** A ground this light shades every other row, or nothing; header grounds are darker. */
const LIGHTEST_HEADER = 0.94;
/** A ground whose colours differ by this much is a tint, however light: the pale yellow of spreadsheets. */
const TINT = 0.12;
/** A colour under more figures than this share of its cells shades results, not headers. */
const MOST_FIGURES = 0.1;
/** A colour under more of a table's cells than this share tells nothing apart. */
const MOST_CELLS = 0.75;
const FIGURE = /^[△▲\-−－(（約]?\s*[0-9０-９]/u;

/** Marks the cells on a ground that only labels stand on: header cells are usually shaded. */
export function markHeaders(table: DraftTable, shades: readonly Shade[]): DraftTable {
  const over = shades.filter(({ box }) => overlaps(box, table.box));
  if (!over.some(({ color }) => isHeaderGround(color))) return table;
  const groups = new Map<string, DraftCell[]>();
  for (const cell of table.cells) {
    const color = cell.text === '' ? undefined : groundOf(cell.box, over);
    if (color === undefined || !isHeaderGround(color)) continue;
    const group = groups.get(color);
    if (group === undefined) groups.set(color, [cell]);
    else group.push(cell);
  }
  const filled = table.cells.filter(({ text }) => text !== '').length;
  const headers = new Set(
    [...groups.values()]
      .filter(
        (cells) =>
          cells.length <= filled * MOST_CELLS &&
          cells.filter(({ text }) => FIGURE.test(text) && !/年/u.test(text)).length <=
            cells.length * MOST_FIGURES,
      )
      .flat(),
  );
  if (headers.size === 0) return table;
  return {
    ...table,
    cells: table.cells.map((cell) => (headers.has(cell) ? { ...cell, isHeader: true } : cell)),
  };
}

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** The colour painted last over the middle of a cell. */
function groundOf([x0, y0, x1, y1]: Box, shades: readonly Shade[]): string | undefined {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return shades.findLast(({ box }) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3])?.color;
}

const channelsOf = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);

function isTint(color: string): boolean {
  const channels = channelsOf(color);
  return Math.max(...channels) - Math.min(...channels) >= TINT;
}

/** Darker than what shades every other row, or tinted. */
const isHeaderGround = (color: string): boolean => lightnessOf(color) < LIGHTEST_HEADER || isTint(color);

/** Relative luminance without its gamma: 0 black, 1 white. */
function lightnessOf(color: string): number {
  const [red, green, blue] = channelsOf(color);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
