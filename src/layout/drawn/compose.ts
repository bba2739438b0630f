import type { GlyphRun } from '../../model/index.ts';
import { joinerBetween } from '../../normalize/index.ts';
import { cutAtGaps } from './cut-run.ts';

/** What stands in a cell or a line, put together from its runs. */
export interface Composed {
  readonly text: string;
  /** its lines where they were broken on purpose; empty where there is one */
  readonly lines: readonly string[];
  readonly confidence: number;
  /** what the last line leaves free, in sizes of its type */
  readonly room: number;
}

/** Runs whose middles lie within this share of the smaller size stand on one line. */
const SAME_LINE = 0.5;
/** Latin words and numbers further apart than this share of the size are parted by a space. */
const LATIN_GAP = 0.22;
/** Japanese words further apart than this share are parted by a space. */
const WORD_GAP = 0.9;
/** A line ending this many sizes before the edge was broken on purpose: rules on line ends push two characters at most. */
const SHORT_BY_SIZES = 2.2;
/** Latin letters are about this wide, in sizes. */
const LATIN_SIZES = 0.55;
/** Of a cell's width, lines use at least this share. */
const FULL = 0.9;
const LATIN = /[A-Za-z0-9.,:;%)\]]$/u;
const LATIN_START = /^[A-Za-z0-9(['"$]/u;
const LETTER_END = /[A-Za-z,.;:]$/u;
const LETTER_START = /^[A-Za-z]/u;

/** A name and its figure at the end of the line: 繰入金 119,562 over 諸収入 2,500 are two entries. */
const ENTRY = /^[^\d\s０-９][^\d０-９]{0,20}\s[△▲+\-−－]?\s*[\d０-９][\d０-９,，.．]*[%％]?$/u;

/**
 * Puts the runs of a cell together: lines from top to bottom, runs from left to right. Lines parted only for lack of width
 * are closed up, without a space in Japanese and with one between Latin words; lines broken on purpose are kept in `lines`.
 *
 * @param width what the lines had at most, in points; null where it is not known
 */
export function compose(runs: readonly GlyphRun[], width: number | null): Composed {
  if (runs.length === 0) return { text: '', lines: [], confidence: 1, room: 0 };
  const confidence = runs.reduce((least, run) => Math.min(least, run.confidence), 1);
  const rows = isWrittenDownwards(runs) ? columnsOf(runs) : linesOf(runs);
  const [first, ...others] = rows.map((row) => ({ row, text: joinLine(row) }));
  const widest = Math.max(width === null ? 0 : width * FULL, ...rows.map(extentOf));
  const last = rows.at(-1)!;
  const room = (widest - extentOf(last)) / last[0]!.size;
  if (first === undefined || others.length === 0)
    return { text: first?.text ?? '', lines: [], confidence, room };
  const lines: string[] = [];
  let line = first.text;
  let before = first.row;
  for (const { row, text } of others) {
    const size = row[0]!.size;
    const isRunOn = isWrapped((widest - extentOf(before)) / size, text);
    if (isRunOn && !(ENTRY.test(line) && ENTRY.test(text))) line = closeUp(line, text);
    else {
      lines.push(line);
      line = text;
    }
    before = row;
  }
  lines.push(line);
  if (lines.length === 1) return { text: line, lines: [], confidence, room };
  const text = lines.reduce((sum, next) => `${sum}${joinerBetween(sum, next)}${next}`);
  return { text, lines, confidence, room };
}

/**
 * Whether a line goes on with the next only because its width was used up: what stands first there would not have fitted.
 * Latin words and numbers are not broken. `room` is in sizes of the type.
 */
export function isWrapped(room: number, next: string): boolean {
  const word = /^[A-Za-z0-9.,'-]+/u.exec(next)?.[0] ?? '';
  return room < Math.max(SHORT_BY_SIZES, word.length * LATIN_SIZES);
}

/** Two lines parted only for lack of width. */
export const closeUp = (line: string, next: string): string =>
  LETTER_END.test(line) && LETTER_START.test(next) ? `${line} ${next}` : line + next;

const extentOf = (row: readonly GlyphRun[]): number => {
  const last = row.at(-1)!;
  return last.isVertical ? last.box[3] - row[0]!.box[1] : last.box[2] - row[0]!.box[0];
};

function isWrittenDownwards(runs: readonly GlyphRun[]): boolean {
  const vertical = runs.reduce((sum, run) => sum + (run.isVertical ? run.edges.length - 1 : 0), 0);
  const all = runs.reduce((sum, run) => sum + run.edges.length - 1, 0);
  return vertical * 2 > all;
}

/** Lines from top to bottom, the runs of each from left to right. */
export function linesOf(runs: readonly GlyphRun[]): GlyphRun[][] {
  const sorted = runs.toSorted((a, b) => middleOf(a) - middleOf(b));
  const lines: GlyphRun[][] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const isSame =
      last !== undefined &&
      middleOf(run) - middleOf(last) <= SAME_LINE * Math.min(heightOf(run), heightOf(last));
    if (line !== undefined && isSame) line.push(run);
    else lines.push([run]);
  }
  for (const line of lines) line.sort((a, b) => a.box[0] - b.box[0]);
  return lines;
}

const middleOf = (run: GlyphRun): number => (run.box[1] + run.box[3]) / 2;
const heightOf = (run: GlyphRun): number => (run.isVertical ? run.size : run.box[3] - run.box[1]);

/** Columns of downward writing, from right to left. */
function columnsOf(runs: readonly GlyphRun[]): GlyphRun[][] {
  const sorted = runs.toSorted((a, b) => b.box[0] + b.box[2] - a.box[0] - a.box[2]);
  const columns: GlyphRun[][] = [];
  for (const run of sorted) {
    const column = columns.at(-1);
    const first = column?.[0];
    const isSame =
      first !== undefined &&
      Math.abs(first.box[0] + first.box[2] - run.box[0] - run.box[2]) / 2 <= SAME_LINE * run.size;
    if (column !== undefined && isSame) column.push(run);
    else columns.push([run]);
  }
  for (const column of columns) column.sort((a, b) => a.box[1] - b.box[1]);
  return columns;
}

/** The runs of one line as a text: a space where words are parted, none between letters that are only spread. */
export function joinLine(runs: readonly GlyphRun[]): string {
  const pieces = runs.flatMap((run) => (BLANK.test(run.text) ? cutAtGaps(run, WORD_GAP * run.size) : [run]));
  let text = '';
  let spread: Spread | null = null;
  for (const [at, run] of pieces.entries()) {
    const before = pieces[at - 1];
    if (before !== undefined) {
      const gap = (startOf(run) - endOf(before)) / run.size;
      spread = spreadOver(before, run, gap, spread);
      const isLatin = LATIN.test(text) && LATIN_START.test(run.text);
      if (spread === null && gap > (isLatin ? LATIN_GAP : WORD_GAP)) text += ' ';
    }
    text += run.text;
  }
  return SPREAD.test(text) ? text.replace(/[\s\u3000]+/gu, '') : text;
}

/** A line of single letters, each parted from the next by blanks of the text itself: 補 正 額. */
const SPREAD =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー](?:[\s\u3000]+[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・])+$/u;

const BLANK = /[\s\u00A0\u3000]/u;
const startOf = ({ isVertical, box }: GlyphRun): number => (isVertical ? box[1] : box[0]);
const endOf = ({ isVertical, box }: GlyphRun): number => (isVertical ? box[3] : box[2]);

/** Single letters evenly spread are one word: 事　業　費. `gap` is what stands between two of them, in sizes. */
interface Spread {
  readonly gap: number;
}

const EVEN_SIZES = 0.4;
const SINGLE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]$/u;

function spreadOver(before: GlyphRun, run: GlyphRun, gap: number, spread: Spread | null): Spread | null {
  if (!SINGLE.test(before.text) || !SINGLE.test(run.text)) return null;
  return spread === null || Math.abs(gap - spread.gap) < EVEN_SIZES ? { gap } : null;
}
