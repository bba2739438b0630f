/** A line of a drawn cell. */
export interface StackedLine {
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  /** what the line leaves free, in sizes of its type */
  readonly room: number;
  readonly size: number;
}

const FIGURE = /^[△▲+\-−－]?\s*[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?\s*[%％]?$/u;
/** What may stand where a figure is missing. */
const NO_FIGURE = /^[-－―—–‐*＊…]+$/u;
/** Lines of neighbouring cells stand on one level within this share of their size. */
const LEVEL = 0.5;
/** So many columns of figures on the same levels are rows without lines between them. */
const LEAST_COLUMNS = 2;
/** White stretches that differ by less than this share of the type's size are as high. */
const SAME_WHITE_SIZES = 0.25;

/** Where a drawn row is cut into several, between figures on common levels. */
export interface LevelCuts {
  readonly levels: readonly number[];
  /** one fewer than levels */
  readonly cuts: readonly number[];
}

/**
 * The rows that stand in one drawn row, told by their figures: two columns or more of nothing but figures, each level in two
 * of them. Between two levels the row is cut where all columns leave most white.
 *
 *     窓口の手続を │ 件   │ 42     │ 55      level
 *     来庁せずに   │      │        │
 *                                           cut
 *     使用料を     │ 千円 │ 18,240 │ 18,500  level
 */
export function cutsByFigures(cells: readonly (readonly StackedLine[])[]): LevelCuts | null {
  const figures = cells.filter((lines) => lines.length > 1 && areFigures(lines));
  if (figures.length < LEAST_COLUMNS) return null;
  const clusters: StackedLine[][] = [];
  for (const line of figures.flat().toSorted((a, b) => a.y - b.y)) {
    const last = clusters.at(-1);
    if (last !== undefined && line.y - last[0]!.y <= LEVEL * line.size) last.push(line);
    else clusters.push([line]);
  }
  if (clusters.length < 2 || clusters.some(({ length }) => length < LEAST_COLUMNS)) return null;
  const levels = clusters.map((lines) => lines[0]!.y);
  const lines = cells.flat();
  const isTopAligned = cells.every(([first]) => first === undefined || isOn(first, levels[0]!));
  return { levels, cuts: levels.slice(1).map((y, i) => cutBetween(levels[i]!, y, lines, isTopAligned)) };
}

const areFigures = (lines: readonly StackedLine[]): boolean =>
  lines.every(({ text }) => FIGURE.test(text) || NO_FIGURE.test(text)) &&
  lines.filter(({ text }) => FIGURE.test(text)).length > 1;

const isOn = ({ y, size }: StackedLine, level: number): boolean => Math.abs(y - level) <= LEVEL * size;

/** The middle of the highest white between two levels; of several as high, the last where cells begin on their levels. */
function cutBetween(
  above: number,
  below: number,
  lines: readonly StackedLine[],
  isTopAligned: boolean,
): number {
  const taken = lines
    .filter(({ top, bottom }) => bottom > above && top < below)
    .toSorted((a, b) => a.top - b.top);
  const whites: { from: number; to: number }[] = [];
  let from = above;
  for (const { top, bottom } of taken) {
    if (top > from) whites.push({ from, to: top });
    from = Math.max(from, bottom);
  }
  if (below > from) whites.push({ from, to: below });
  const highest = Math.max(0, ...whites.map((white) => white.to - white.from));
  const size = taken[0]?.size ?? 0;
  const high = whites.filter((white) => highest - (white.to - white.from) <= SAME_WHITE_SIZES * size);
  const middle = (above + below) / 2;
  const chosen = isTopAligned
    ? high.at(-1)
    : high.toSorted((a, b) => Math.abs(a.from + a.to - 2 * middle) - Math.abs(b.from + b.to - 2 * middle))[0];
  return chosen === undefined ? middle : (chosen.from + chosen.to) / 2;
}
