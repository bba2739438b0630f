import type { Block, Heading, Line, Table } from '../model/index.ts';
import { headerKey, type Vocabulary } from '../vocabulary/index.ts';
import {
  headOf,
  joinTables,
  lacksHead,
  type PartedTable,
  repeatsTable,
  underHeadOf,
} from './continued-tables.ts';
import { CHAPTER, HeadingStack } from './heading-stack.ts';
import { type HeadingStyle, headingStyle, PLAIN } from './heading-style.ts';
import { findTitle, isFurniture, isPageHead, pageHeads } from './running.ts';
import { partsOfTable, type TablePart } from './table-parts.ts';
import type { TableRow } from './table-row.ts';

export { type CellClass, classifyCell, isValueClass } from './cell-class.ts';
export { formLabelKey, isFormLabel } from './form-label.ts';
export type { HeadingStyle } from './heading-style.ts';
export type { TablePart } from './table-parts.ts';

/** A block with its place in the outline. `path` are the headings above it, outermost first. */
export type OutlineItem =
  | {
      readonly kind: 'heading';
      readonly heading: Heading;
      readonly style: HeadingStyle;
      readonly lines: readonly Line[];
    }
  | { readonly kind: 'text'; readonly path: readonly Heading[]; readonly line: Line }
  | {
      readonly kind: 'table';
      readonly path: readonly Heading[];
      readonly table: Table;
      readonly parts: readonly TablePart[];
    }
  | { readonly kind: 'running'; readonly line: Line };

export interface Outline {
  readonly title: Line | null;
  readonly items: readonly OutlineItem[];
}

/** Longest line taken for a heading. */
const HEADING_CHARACTERS = 70;
/** Longest plain line (no number, no mark) taken for a heading. */
const PLAIN_CHARACTERS = 36;
/** Notes under a table do not end it. */
const NOTE = /^(?:※|＊|\*|注|資料|出典)/u;
const NUMBER_ALONE = /^[0-9\uFF10-\uFF19]{1,2}$/u;
const NAME_OF_VOCABULARY_AND_NUMBER = /^\D{2,8}\s*[0-9\uFF10-\uFF19]{1,2}$/u;
const NOT_A_HEADING =
  /^(?:[A-ES\uFF21-\uFF25\uFF33]\s*[:\uFF1A]|[-・※*＊→⇒:\uFF1A]|[○◎〇△×●▲－—]\s*[:\uFF1A])|^[(\uFF08]?単位|^[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]$|^凡例|^(?:資料|出典|注|備考)\s*\d?\s*[:\uFF1A]|[。、,:\uFF1A]$|。/u;
const NAMED: HeadingStyle = { signature: 'named', rank: 58, isStructural: false };

/** Blocks to an outline: the heading tree, each table under its headings, its parts told apart. */
export function outlineOf(blocks: readonly Block[], vocabulary: Vocabulary): Outline {
  const title = findTitle(blocks, vocabulary);
  const heads = pageHeads(blocks, title, vocabulary);
  const isMarked = blocks.filter((block) => block.kind === 'line' && block.heading !== null).length >= 2;
  const stack = new HeadingStack();
  const items: OutlineItem[] = [];
  const tables = new TableCollector(items, stack, vocabulary);
  /** the heading directly before, with nothing between */
  let last: Heading | null = null;
  let hasContent = false;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (block.kind === 'table') {
      tables.push(block, stack.path);
      last = null;
      hasContent = true;
      continue;
    }
    if (block === title && !isPartOfOutline(block, blocks)) {
      items.push({
        kind: 'heading',
        heading: { ...placeOf(block), text: block.text, depth: 0 },
        style: PLAIN,
        lines: [block],
      });
      continue;
    }
    const previous = blocks[at - 1];
    const follows = previous?.kind === 'line' ? previous.text : null;
    if (
      isFurniture(block.text) ||
      heads.has(block.text) ||
      isPageHead(block.text, title?.text ?? null, follows)
    ) {
      items.push({ kind: 'running', line: block });
      continue;
    }
    const found = readHeading(blocks, at, vocabulary, isMarked);
    // the lines under a title: subtitle, date, who wrote it
    const isFrontMatter =
      found?.style === PLAIN && !hasContent && stack.path.length === 0 && blocks[at + 1]?.kind !== 'table';
    if (found === null || isFrontMatter) {
      items.push({ kind: 'text', path: stack.path, line: block });
      last = null;
      hasContent ||= found === null;
      continue;
    }
    const opensPage =
      found.style === PLAIN &&
      follows !== null &&
      isFurniture(follows) &&
      vocabulary.titles.some((word) => found.text.includes(word));
    last = stack.push(block, found.text, opensPage ? CHAPTER : found.style, last);
    items.push({ kind: 'heading', heading: last, style: found.style, lines: found.lines });
    at += found.lines.length - 1;
  }
  tables.finish();
  return { title, items };
}

/** Tables among the items; those that go on after a page break are joined to their beginning once all are known. */
class TableCollector {
  readonly #items: OutlineItem[];
  readonly #vocabulary: Vocabulary;
  readonly #stack: HeadingStack;
  /** pieces of tables by the place of their item */
  readonly #pieces = new Map<number, Table[]>();
  #last: { readonly at: number; readonly table: PartedTable; readonly head: TableRow | undefined } | null =
    null;

  constructor(items: OutlineItem[], stack: HeadingStack, vocabulary: Vocabulary) {
    this.#items = items;
    this.#stack = stack;
    this.#vocabulary = vocabulary;
  }

  push(table: Table, path: readonly Heading[]): void {
    const last = this.#last;
    const since = last === null ? [] : this.#items.slice(last.at + 1);
    const pieces = last === null ? undefined : this.#pieces.get(last.at);
    const pageBefore = pieces?.at(-1)?.cells.at(-1)?.page;
    const isBroken =
      since.every((item) => item.kind === 'running' || (item.kind === 'text' && NOTE.test(item.line.text))) &&
      (since.length > 0 || pageBefore !== table.page);
    if (
      last !== null &&
      pieces !== undefined &&
      isBroken &&
      repeatsTable(last.table.table.columns, last.head, table, this.#vocabulary)
    ) {
      pieces.push(table);
      return;
    }
    const parts = partsOfTable(table, this.#vocabulary);
    const isHeadless = last !== null && lacksHead(last.table, { table, parts }, this.#vocabulary);
    const whole = isHeadless ? underHeadOf(last.table, table) : table;
    const parted = { table: whole, parts: isHeadless ? partsOfTable(whole, this.#vocabulary) : parts };
    this.#last = { at: this.#items.length, table: parted, head: headOf(parted, this.#vocabulary) };
    this.#pieces.set(this.#items.length, [whole]);
    this.#items.push({ kind: 'table', path: isHeadless ? this.#pathUnder(last.at, path) : path, ...parted });
  }

  /** A headless table stands where its head stands, under the headings that came between. */
  #pathUnder(at: number, path: readonly Heading[]): Heading[] {
    const head = this.#items[at];
    const signatures = new Set(path.map((heading) => this.#stack.signatureOf(heading)));
    const above =
      head?.kind === 'table'
        ? head.path.filter((heading) => !signatures.has(this.#stack.signatureOf(heading)))
        : [];
    return [...above, ...path];
  }

  /** Joins the pieces. */
  finish(): void {
    for (const [at, pieces] of this.#pieces) {
      const item = this.#items[at];
      if (pieces.length < 2 || item?.kind !== 'table') continue;
      const table = joinTables(pieces);
      this.#items[at] = { ...item, table, parts: partsOfTable(table, this.#vocabulary) };
    }
  }
}

const placeOf = ({ page, line, start, end, box }: Line) => ({ page, line, start, end, box });

/** A first heading of level 1 that has brothers is a chapter, not the title. */
function isPartOfOutline(title: Line, blocks: readonly Block[]): boolean {
  if (title.heading !== 1) return /^(?:基本目標|施策)/u.test(title.text);
  return blocks.filter((block) => block.kind === 'line' && block.heading === 1).length > 1;
}

interface FoundHeading {
  readonly text: string;
  readonly style: HeadingStyle;
  readonly lines: readonly Line[];
}

/** `isMarked`: the source marks its headings (# or h1–h6), so that numbered lines are lists. */
function readHeading(
  blocks: readonly Block[],
  at: number,
  vocabulary: Vocabulary,
  isMarked: boolean,
): FoundHeading | null {
  const line = blocks[at] as Line;
  const following = blocks[at + 1];
  const next = following?.kind === 'line' ? following : null;
  const isShortNext =
    next !== null &&
    next.text.length <= PLAIN_CHARACTERS &&
    !NOT_A_HEADING.test(next.text) &&
    !NUMBER_ALONE.test(next.text);
  if (NUMBER_ALONE.test(line.text)) {
    if (!isShortNext || headingStyle(next.text, next.heading, vocabulary) !== null) return null;
    const text = `${line.text} ${next.text}`;
    return { text, style: { signature: '1', rank: 50, isStructural: true }, lines: [line, next] };
  }
  if (line.text.length > HEADING_CHARACTERS || NOT_A_HEADING.test(line.text)) return null;
  const written = headingStyle(line.text, line.heading, vocabulary);
  const isList =
    written !== null &&
    line.heading === null &&
    written.rank >= LIST_RANK &&
    (isMarked || isListItem(blocks, at, written, vocabulary));
  if (isList) return null;
  const style = written;
  if (style !== null) {
    if (
      NAME_OF_VOCABULARY_AND_NUMBER.test(line.text) &&
      isShortNext &&
      gap(line, next) <= 2 &&
      style.isStructural &&
      headingStyle(next.text, next.heading, vocabulary) === null
    ) {
      return { text: `${line.text} ${next.text}`, style, lines: [line, next] };
    }
    return { text: line.text, style, lines: [line] };
  }
  if (vocabulary.identities.has(headerKey(line.text))) {
    const isNamed =
      isShortNext &&
      headingStyle(next.text, next.heading, vocabulary) === null &&
      blocks[at + 2]?.kind !== 'table';
    if (isNamed) return { text: next.text, style: NAMED, lines: [line, next] };
    if (isPlainHeading(blocks, at))
      return { text: line.text, style: { ...PLAIN, rank: NAMED.rank + 1 }, lines: [line] };
  }
  return isPlainHeading(blocks, at) ? { text: line.text, style: PLAIN, lines: [line] } : null;
}

/** Numbered lines one right under the other are the items of a list. */
function isListItem(
  blocks: readonly Block[],
  at: number,
  style: HeadingStyle,
  vocabulary: Vocabulary,
): boolean {
  const line = blocks[at] as Line;
  return [blocks[at - 1], blocks[at + 1]].some(
    (other) =>
      other?.kind === 'line' &&
      Math.abs(gap(line, other)) === 1 &&
      headingStyle(other.text, other.heading, vocabulary)?.signature === style.signature,
  );
}

/** Styles of this rank and below are used for headings and for lists alike. */
const LIST_RANK = 50;

const gap = (before: Line, after: Line | { line: number | null }): number =>
  (after.line ?? 0) - (before.line ?? 0);

/** A short line on its own: white space around it, or a table right under it. */
function isPlainHeading(blocks: readonly Block[], at: number): boolean {
  const line = blocks[at] as Line;
  if (line.text.length > PLAIN_CHARACTERS) return false;
  const before = blocks[at - 1];
  const after = blocks[at + 1];
  if (after === undefined) return false;
  if (after.kind === 'table' && gap(line, after) <= 2) return true;
  const standsFree = before === undefined || before.kind === 'table' || gap(before, line) >= 2;
  return standsFree && gap(line, after) >= 2;
}
