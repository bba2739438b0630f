import type { DraftBlock, DraftLine } from './draft.ts';

/** A running head stands on at least this many pages, at this height within this many points. */
const PAGES = 3;
const SAME_HEIGHT_POINTS = 4;
const PAGE_NUMBER =
  /^(?:[-－–—−‐~〜]?\s*[0-9０-９]{1,4}\s*[-－–—−‐~〜]?|[Pp](?:age)?[.．\s]*[0-9０-９]{1,4}|[0-9０-９]{1,4}\s*[/／]\s*[0-9０-９]{1,4}|[0-9０-９]{1,4}\s*(?:ページ|頁))$/u;

const keyOf = (line: DraftLine): string => line.text.replace(/[0-9０-９]+/gu, '#').replace(/\s+/gu, '');

/** Lines that stand at one height on several pages, their numbers aside. */
export function repeatedLines(blocks: readonly DraftBlock[]): ReadonlySet<string> {
  const heights = new Map<string, number[]>();
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    const known = heights.get(keyOf(block)) ?? [];
    known.push(block.box[1]);
    heights.set(keyOf(block), known);
  }
  const repeated = new Set<string>();
  for (const [key, all] of heights) {
    const [first = 0] = all;
    if (all.filter((height) => Math.abs(height - first) <= SAME_HEIGHT_POINTS).length >= PAGES)
      repeated.add(key);
  }
  return repeated;
}

/** Whether a line is of the page, not of the report: its number, a head that comes again. */
export const isFurnitureLine = (line: DraftLine, repeated: ReadonlySet<string>): boolean =>
  line.isRuby === true || PAGE_NUMBER.test(line.text.trim()) || repeated.has(keyOf(line));
