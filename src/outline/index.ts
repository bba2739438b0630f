import type { Block, Heading, Line } from '../model/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { CHAPTER, HeadingStack } from './heading-stack.ts';
import { PLAIN } from './heading-style.ts';
import type { OutlineItem } from './outline-item.ts';
import { readHeading } from './read-heading.ts';
import { findTitle, isFurniture, isPageHead, pageHeads } from './running.ts';
import { TableCollector } from './table-collector.ts';

export { type CellClass, classifyCell, isValueClass } from './cell-class.ts';
export { formLabelKey, isFormLabel } from './form-label.ts';
export type { HeadingStyle } from './heading-style.ts';
export type { OutlineItem } from './outline-item.ts';
export type { TablePart } from './table-parts.ts';

export interface Outline {
  readonly title: Line | null;
  readonly items: readonly OutlineItem[];
}

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

const placeOf = ({ page, line, start, end, box }: Line) => ({ page, line, start, end, box });

/** A first heading of level 1 that has brothers is a chapter, not the title. */
function isPartOfOutline(title: Line, blocks: readonly Block[]): boolean {
  if (title.heading !== 1) return /^(?:基本目標|施策)/u.test(title.text);
  return blocks.filter((block) => block.kind === 'line' && block.heading === 1).length > 1;
}
