import type { DraftTable } from '../../../../src/layout/drawn/draft.ts';
import type { DrawnPage, GlyphRun, Rule, Shade } from '../../../../src/model/index.ts';

const SIZE = 10;
const HALF_WIDTH = /[\u0020-\u007E]/u;

/** A text as drawn in one go: `x` is where it begins, `y` its upper side; half-width letters take half a size. */
export function run(x: number, y: number, text: string, mark: number | null = null, size = SIZE): GlyphRun {
  const edges = [x];
  for (const point of text) edges.push(edges.at(-1)! + (HALF_WIDTH.test(point) ? size / 2 : size));
  const box: GlyphRun['box'] = [x, y, edges.at(-1)!, y + size];
  return { text, box, edges, isVertical: false, size, confidence: 1, mark };
}

/** A row of texts, each beginning at its x; a blank text draws nothing. */
export const row = (y: number, xs: readonly number[], texts: readonly string[]): GlyphRun[] =>
  texts.flatMap((text, at) => (text === '' ? [] : [run(xs[at]!, y, text)]));

/** A text centred on x. */
export function centred(x: number, y: number, text: string): GlyphRun {
  const [from, , to] = run(0, y, text).box;
  return run(x - (to - from) / 2, y, text);
}

export const across = (y: number, x0: number, x1: number): Rule => ({ x0, x1, y0: y, y1: y });
export const down = (x: number, y0: number, y1: number): Rule => ({ x0: x, x1: x, y0, y1 });
export const ground = (x0: number, y0: number, x1: number, y1: number, color = '#dbe5f1'): Shade => ({
  box: [x0, y0, x1, y1],
  color,
});

export const drawPage = (runs: readonly GlyphRun[], rest: Partial<DrawnPage> = {}): DrawnPage => ({
  number: 1,
  source: 'pdf',
  width: 595,
  height: 842,
  runs: [...runs],
  rules: [],
  shades: [],
  strikes: [],
  tables: [],
  leftOut: { invisible: 0, clipped: 0 },
  ...rest,
});

/** A table as rows of texts; a cell over several rows or columns is told once. */
export const textsOf = ({ rows, cells }: DraftTable): string[][] =>
  Array.from({ length: rows }, (_, at) => cells.filter((cell) => cell.row === at).map(({ text }) => text));
