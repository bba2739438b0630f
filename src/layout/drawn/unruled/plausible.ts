import { type LineInColumn, widthOf } from './lines-in-columns.ts';
import { hasLeader, isFigure, isListMark } from './words.ts';

/** The lines of a table's cells by row and column. */
export type CellLines = readonly (readonly (readonly LineInColumn[])[])[];

/** Rows with one filled cell or less are at most this share; fewer filled cells than that are scattered labels. */
const FEW_LONE_ROWS = 0.4;
const LEAST_FILLED = 0.45;
const FILLED_OF_TEXTS = 0.7;
const MOST = 0.6;
/** Cells beginning, ending or centred within this of each other are aligned, in points. */
const ALIGNED_POINTS = 3;
/** Texts up to this many sizes wide are labels; lines of prose are wider. */
const SHORT_SIZES = 9;
/** Lines of prose fill this share of their column. */
const FULL = 0.85;

/**
 * Whether texts standing in rows and columns are a table, not two columns of prose, a list, an address or the labels of a map
 * or a chart: values stand under and beside labels, most rows are filled, cells are aligned; without values, all but short
 * labels in full rows is prose.
 */
export function isPlausible(cells: CellLines, size: number): boolean {
  const columns = cells[0]?.length ?? 0;
  const texts = cells.map((row) => row.map((lines) => lines.map(({ text }) => text).join('')));
  const filled = texts.flat().filter((text) => text !== '');
  const lone = texts.filter((row) => row.filter((text) => text !== '').length < 2).length;
  if (cells.length < 2 || cells.length - lone < 2 || lone > FEW_LONE_ROWS * cells.length) return false;
  if (filled.length < LEAST_FILLED * cells.length * columns || filled.some(hasLeader)) return false;
  if (hasShadedHead(cells)) return true;
  const lines = cells[0]!.map((_, column) => cells.map((row) => row[column]!));
  if (!areAligned(lines)) return false;
  const body = texts.slice(1);
  const values = lines.filter((_, column) => isOfValues(body.map((row) => row[column]!))).length;
  if (columns === 2) return values === 1 && areTwoColumns(texts);
  if (values > 0) {
    const isLabelled = isOfLabels(texts[0]!) || isOfLabels(texts.map((row) => row[0]!));
    return isLabelled && (cells.length > 2 || (values > 1 && isHead(texts[0]!)));
  }
  const isFull = filled.length >= FILLED_OF_TEXTS * cells.length * columns;
  const long = lines.filter((column) => !isShort(column.flat(), size));
  const isList = isOfMarks(texts.map((row) => row[0]!));
  return (
    cells.length > 2 &&
    isFull &&
    !isList &&
    long.length <= 1 &&
    !long.some((column) => isProse(column.flat()))
  );
}

function hasShadedHead([head]: CellLines): boolean {
  const lines = head?.flat() ?? [];
  const grounds = new Set(lines.map(({ ground }) => ground));
  return grounds.size > 1 && !grounds.has(null) && !lines.some(({ text }) => isFigure(text));
}

const isOfValues = (texts: readonly string[]): boolean => {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.filter(isFigure).length * 2 >= filled.length;
};

const isOfLabels = (texts: readonly string[]): boolean => {
  const filled = texts.filter((text) => text !== '');
  return filled.filter((text) => !isFigure(text) && !isListMark(text)).length >= MOST * filled.length;
};

/** Whether every column has a label of a word or more over it. */
const isHead = (texts: readonly string[]): boolean =>
  texts.filter((text) => text.length > 1).length >= texts.length - 1 && !texts.some(isFigure);

const isOfMarks = (texts: readonly string[]): boolean => {
  const filled = texts.filter((text) => text !== '');
  return filled.filter(isListMark).length >= MOST * filled.length;
};

/** Two columns are a table where every row has a label and a value; ascending numbers are pages of contents. */
function areTwoColumns(texts: readonly (readonly string[])[]): boolean {
  const isHeaded = !isFigure(texts[0]![1]!);
  const body = isHeaded ? texts.slice(1) : texts;
  const numbers = body.map(([, value]) =>
    /^[0-9０-９]{1,3}$/u.test(value!) ? Number(value!.normalize('NFKC')) : Number.NaN,
  );
  const areContents = numbers.every((value, at) => at === 0 || value >= numbers[at - 1]!);
  return (
    body.length >= (isHeaded ? 3 : 4) &&
    !areContents &&
    body.every(
      ([label, value]) => label !== '' && isFigure(value!) && !isFigure(label!) && !isListMark(label!),
    )
  );
}

const isShort = (lines: readonly LineInColumn[], size: number): boolean =>
  lines.filter((line) => widthOf(line) > SHORT_SIZES * size).length * 3 <= lines.length;

function isProse(lines: readonly LineInColumn[]): boolean {
  const widest = Math.max(...lines.map(widthOf));
  return lines.filter((line) => widthOf(line) > FULL * widest).length * 2 > lines.length;
}

/** Whether, of the columns with three cells or more, most are set to one edge or centred. */
function areAligned(columns: readonly (readonly (readonly LineInColumn[])[])[]): boolean {
  const told = columns
    .map((cells) => cells.slice(1).flatMap((lines) => lines[0] ?? []))
    .filter((lines) => lines.length > 2);
  const aligned = told.filter((lines) =>
    [
      lines.map(({ box }) => box[0]),
      lines.map(({ box }) => box[2]),
      lines.map(({ box }) => (box[0] + box[2]) / 2),
    ].some((places) => {
      const middle = places.toSorted((a, b) => a - b)[places.length >> 1]!;
      return (
        places.filter((place) => Math.abs(place - middle) <= ALIGNED_POINTS).length >= MOST * places.length
      );
    }),
  );
  return aligned.length >= MOST * told.length;
}
