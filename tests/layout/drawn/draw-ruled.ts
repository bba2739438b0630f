import type { DraftBlock, DraftLine, DraftTable } from '../../../src/layout/drawn/draft.ts';
import { layOutDrawn } from '../../../src/layout/drawn/index.ts';
import { joinOverPages } from '../../../src/layout/drawn/over-pages.ts';
import { ruledTables } from '../../../src/layout/drawn/ruled-tables.ts';
import type { Box, DrawnPage, GlyphRun, Rule, Shade } from '../../../src/model/index.ts';

const SIZE = 10;
/** What stands between a rule and the text beside it. */
const PADDING = 3;
const HALF_WIDTH = /[\u0020-\u007E\uFF61-\uFF9F]/u;

/** A text as drawn in one go: `x` is where it begins, `y` its upper side; half-width letters take half a size. */
export function run(x: number, y: number, text: string, size = SIZE): GlyphRun {
  const edges = [x];
  for (const point of text) edges.push(edges.at(-1)! + (HALF_WIDTH.test(point) ? size / 2 : size));
  const box: Box = [x, y, edges.at(-1)!, y + size];
  return { text, box, edges, isVertical: false, size, confidence: 1, mark: null };
}

/** A text written downwards, `x` its left side, `y` where it begins. */
export function runDown(x: number, y: number, text: string, size = SIZE): GlyphRun {
  const edges = Array.from({ length: Array.from(text).length + 1 }, (_, i) => y + i * size);
  const box: Box = [x, y, x + size, edges.at(-1)!];
  return { text, box, edges, isVertical: true, size, confidence: 1, mark: null };
}

export const across = (y: number, x0: number, x1: number): Rule => ({ x0, x1, y0: y, y1: y });
export const down = (x: number, y0: number, y1: number): Rule => ({ x0: x, x1: x, y0, y1 });
export const ground = (box: Box, color: string): Shade => ({ box, color });

/** All lines of a grid. */
export const grid = (xs: readonly number[], ys: readonly number[]): Rule[] => [
  ...ys.map((y) => across(y, xs[0]!, xs.at(-1)!)),
  ...xs.map((x) => down(x, ys[0]!, ys.at(-1)!)),
];

/** Texts in the cells of a grid, row by row; lines of a text one under the other. */
export const inCells = (
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly (readonly string[])[],
): GlyphRun[] =>
  rows.flatMap((texts, row) =>
    texts.flatMap((text, column) =>
      text === ''
        ? []
        : text
            .split('\n')
            .map((line, at) => run(xs[column]! + PADDING, ys[row]! + PADDING + at * 1.2 * SIZE, line)),
    ),
  );

export const drawnPage = (rest: Partial<DrawnPage>): DrawnPage => ({
  number: 1,
  source: 'pdf',
  width: 595,
  height: 842,
  runs: [],
  rules: [],
  shades: [],
  strikes: [],
  tables: [],
  leftOut: { invisible: 0, clipped: 0 },
  ...rest,
});

/** A page with one table of all its lines. */
export const pageOf = (
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly (readonly string[])[],
  number = 1,
): DrawnPage => drawnPage({ number, runs: inCells(xs, ys, rows), rules: grid(xs, ys) });

/** The only table that the rules of a page make. */
export function onlyTable(page: DrawnPage): DraftTable {
  const { tables } = ruledTables(page);
  if (tables.length !== 1) throw new Error(`expected one table, got ${tables.length}`);
  return tables[0]!;
}

/** Pages as blocks and text, as all stages of laying out leave them. */
export const laidOut = (...pages: readonly DrawnPage[]) =>
  layOutDrawn({ kind: 'drawn', mediaType: 'application/pdf', pages: [...pages], doubts: [] });

/** The ruled tables of pages joined over their breaks, lines between them as given. */
export const joined = (pages: readonly DrawnPage[], lines: readonly DraftLine[] = []) =>
  joinOverPages(
    pages.flatMap(({ number, ...page }): DraftBlock[] => [
      ...lines.filter((line) => line.page === number),
      ...ruledTables({ number, ...page }).tables,
    ]),
  );

/** A line of running text at the top of a page. */
export const lineAt = (page: number, y: number, text: string): DraftLine => ({
  kind: 'line',
  page,
  box: run(50, y, text).box,
  text,
  size: SIZE,
});
