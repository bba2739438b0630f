import type { Cell, Line, Table } from '../model/index.ts';
import type { Slice } from './slice.ts';

interface Token {
  readonly text: string;
  /** code points from the line's start */
  readonly at: number;
  /** display columns, a full-width character counting two */
  readonly from: number;
  readonly to: number;
}

/** Fewer aligned lines than this are running text with gaps in it. */
const LEAST_LINES = 3;
const LEAST_TOKENS = 3;
/** Two spaces, or one full-width space, part columns; a single space parts words. */
const WIDEST_INDENT = 80;
/** Legends and sentences stand under tables and are no rows of theirs. */
const SENTENCE = /[。:\uFF1A]/u;
const GAP = /[ \t]{2,}|\u3000+/u;
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6①-⑳△▲○◎●×※→⇒]/u;
const FIGURE = /^[(\uFF08△▲+\-－−]?[0-9\uFF10-\uFF19][0-9\uFF10-\uFF19,\uFF0C.\uFF0E]*\S{0,4}$|^[-－—―…]$/u;

/**
 * Finds a table whose columns are only aligned: lines that leave the same stretches blank, most cells figures.
 *
 *     年度        H30      R1
 *     人口    304,703  304,705
 *
 * Returns the table and how many lines it takes, or null where the lines are prose.
 */
export function alignedTable(
  lines: readonly Line[],
  index: number,
  slice: Slice,
): { table: Table; lines: number } | null {
  const rows: Token[][] = [];
  for (const [at, line] of lines.entries()) {
    const isNext = at === 0 || (line.line ?? 0) - (lines[at - 1]?.line ?? 0) === 1;
    const tokens =
      isNext && line.heading === null && GAP.test(line.text) && !SENTENCE.test(line.text)
        ? tokensOf(line.text, indentOf(line, slice))
        : [];
    if (tokens.length < LEAST_TOKENS) break;
    rows.push(tokens);
  }
  if (rows.length < LEAST_LINES || !isMostlyFigures(rows)) return null;
  const characters = lines
    .slice(0, rows.length)
    .map((line) => charactersOf(line.text, indentOf(line, slice)));
  const columns = columnsOf(characters);
  if (columns.length < LEAST_TOKENS) return null;
  const cells = characters.flatMap((row, index) => cellsOfRow(row, index, lines[index] as Line, columns));
  const first = lines[0] as Line;
  const last = lines[rows.length - 1] as Line;
  const table: Table = {
    kind: 'table',
    index,
    page: first.page,
    line: first.line,
    start: first.start,
    end: last.end,
    box: null,
    rows: rows.length,
    columns: columns.length,
    cells,
  };
  return { table, lines: rows.length };
}

/** A line's text comes without the white space before it; its width places the first cell. */
function indentOf(line: Line, slice: Slice): number {
  const before = slice(Math.max(0, line.start - WIDEST_INDENT), line.start);
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  return indent.trim() === '' ? widthOf(Array.from(indent)) : 0;
}

const widthOf = (points: readonly string[]): number =>
  points.reduce((sum, point) => sum + (WIDE.test(point) || point === '\u3000' ? 2 : 1), 0);

function tokensOf(text: string, indent: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let column = indent;
  for (const part of text.split(/([ \t]{2,}|\u3000+)/u)) {
    const points = Array.from(part);
    const width = widthOf(points);
    if (part.trim() !== '') {
      const trimmed = part.trim();
      tokens.push({
        text: trimmed,
        at: at + Array.from(part.slice(0, part.indexOf(trimmed))).length,
        from: column,
        to: column + width,
      });
    }
    at += points.length;
    column += width;
  }
  return tokens;
}

function isMostlyFigures(rows: readonly (readonly Token[])[]): boolean {
  const body = rows
    .slice(1)
    .map(
      (tokens) =>
        tokens.slice(1).filter((token) => FIGURE.test(token.text)).length >= (tokens.length - 1) / 2,
    );
  return body.filter(Boolean).length * 3 >= body.length * 2;
}

/** Stretches of display columns in which some line holds a character; what is blank in all lines parts them. */
function columnsOf(rows: readonly (readonly Character[])[]): { from: number; to: number }[] {
  const occupied: boolean[] = [];
  for (const row of rows) {
    for (const { from, to } of row) for (let column = from; column < to; column += 1) occupied[column] = true;
  }
  const columns: { from: number; to: number }[] = [];
  for (let column = 0; column < occupied.length; column += 1) {
    if (occupied[column] !== true) continue;
    const last = columns.at(-1);
    if (last !== undefined && last.to === column) last.to = column + 1;
    else columns.push({ from: column, to: column + 1 });
  }
  return columns;
}

/** A character that is no white space, with its place. */
interface Character {
  /** code points from the line's start */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function charactersOf(text: string, indent: number): Character[] {
  const characters: Character[] = [];
  let column = indent;
  for (const [at, point] of Array.from(text).entries()) {
    const width = widthOf([point]);
    if (point.trim() !== '') characters.push({ at, from: column, to: column + width });
    column += width;
  }
  return characters;
}

function cellsOfRow(
  characters: readonly Character[],
  row: number,
  line: Line,
  columns: readonly { from: number; to: number }[],
): Cell[] {
  const points = Array.from(line.text);
  return columns.map(({ from, to }, column) => {
    const own = characters.filter((character) => character.from < to && character.to > from);
    const first = own[0]?.at ?? 0;
    const text = own.length === 0 ? '' : points.slice(first, (own.at(-1)?.at ?? 0) + 1).join('');
    const start = line.start + first;
    const end = start + Array.from(text).length;
    return {
      page: line.page,
      line: line.line,
      start,
      end: text === '' ? start : end,
      box: null,
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
      lines: [],
      raw: text,
      isHeader: false,
      confidence: 0.9,
    };
  });
}
