import type { CellHint } from '../../model/index.ts';
import { scanTags, type Tag } from './tags.ts';

const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;

/**
 * A decoded text with its markup found, before line breaks inside cells are closed up. All offsets in this folder are
 * UTF-16 offsets into `text`; `place.ts` alone turns them into the code points of Source.text.
 */
export interface Manuscript {
  /** newlines are LF */
  readonly text: string;
  /** in order, never overlapping */
  readonly tags: readonly Tag[];
  /** in order, covering the text but for line breaks and form feeds */
  readonly lines: readonly TextLine[];
}

/** A line, or the part of it before or behind a form feed. */
export interface TextLine {
  readonly start: number;
  /** before the line break or form feed */
  readonly end: number;
  /** 1-based; only line breaks count */
  readonly number: number;
  /** 1-based; form feeds count */
  readonly page: number;
  /** the first character that is no white space; `end` where all is */
  readonly textStart: number;
  /** the first and last tab, -1 where none stands */
  readonly firstTab: number;
  readonly lastTab: number;
  readonly hasPipe: boolean;
}

/** Half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word to be: its text clean of markup, and where it stands. */
export interface DraftWord extends Span {
  readonly text: string;
  /** see Word */
  readonly lines: string[];
  readonly line: number;
  readonly page: number;
  readonly heading: number | null;
  readonly cell: CellHint | null;
}

/** A piece of the text to be replaced so that a cell's slice has no line break. Edits never overlap. */
export interface Edit extends Span {
  readonly insert: string;
}

export function prepareManuscript(text: string): Manuscript {
  return { text, tags: scanTags(text), lines: splitLines(text) };
}

function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  let number = 1;
  let page = 1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? LINE_FEED : text.charCodeAt(at);
    if (code !== LINE_FEED && code !== FORM_FEED) continue;
    lines.push({ start, end: at, number, page, ...marksOf(text, start, at) });
    start = at + 1;
    if (code === LINE_FEED) number += 1;
    else page += 1;
  }
  return lines;
}

/** What tells a row of a table from running text, gathered once so that no later question scans the line again. */
function marksOf(text: string, start: number, end: number) {
  const line = text.slice(start, end);
  const place = (index: number) => (index < 0 ? -1 : start + index);
  let textStart = start;
  while (textStart < end && isSpace(text.charCodeAt(textStart))) textStart += 1;
  return {
    textStart,
    firstTab: place(line.indexOf('\t')),
    lastTab: place(line.lastIndexOf('\t')),
    hasPipe: line.includes('|'),
  };
}

/** Index of the line that holds the offset (its line break counts as part of it). */
export function lineIndexAt(lines: readonly TextLine[], offset: number): number {
  return Math.max(0, firstIndex(lines, (line) => line.start > offset) - 1);
}

/** Index of the first tag that ends behind the offset. */
export function tagIndexAt(tags: readonly Tag[], offset: number): number {
  return firstIndex(tags, (tag) => tag.end > offset);
}

/** Binary search: the first index whose item passes a test that all items behind it pass too. */
function firstIndex<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The span without white space at its ends; empty at its start where there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return start === end ? { start: span.start, end: span.start } : { start, end };
}

export function isBlank(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** White space as String.prototype.trim has it (ECMAScript WhiteSpace and LineTerminator), U+3000 among it. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  if (code === 0xa0 || code === 0x1680 || code === 0x3000 || code === 0xfeff) return true;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}
