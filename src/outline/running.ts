import type { Block, Line } from '../model/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { headingStyle } from './heading-style.ts';

const PAGE_NUMBER =
  /^(?:[-－–—−‐~〜]\s*[0-9\uFF10-\uFF19]{1,4}\s*[-－–—−‐~〜]|[Pp](?:age)?[.\uFF0E\s]*[0-9\uFF10-\uFF19]{1,4}|[0-9\uFF10-\uFF19]{1,4}\s*[/\uFF0F]\s*[0-9\uFF10-\uFF19]{1,4}|[0-9\uFF10-\uFF19]{1,4}\s*(?:ページ|頁))$/u;
const DRAWN_RULE = /^[-－–—―─━=＝_＿*＊~～〜・.…\s|+]{3,}$/u;
const ATTACHMENT_MARK =
  /^[[(\uFF08【]?(?:別紙|別添|資料|参考資料)\s*(?:No\.?)?\s*[0-9\uFF10-\uFF19①-⑳\-ー－]*[\])\uFF09】]?$/u;
/** A page head stands on at least this many pages. */
const PAGE_HEADS = 3;

/** Page numbers, drawn rules and attachment marks: furniture of the page, not content. */
export function isFurniture(text: string): boolean {
  return PAGE_NUMBER.test(text) || DRAWN_RULE.test(text) || ATTACHMENT_MARK.test(text);
}

/** A line under the title and above the first heading that comes again is a page head too. */
const FRONT_LINES = 5;

/** Lines repeated on every page: the report's title and what stands beside it. */
export function pageHeads(blocks: readonly Block[], title: Line | null, vocabulary: Vocabulary): Set<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'line') counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
  }
  const heads = new Set<string>();
  for (const block of blocks.slice(0, FRONT_LINES)) {
    if (block.kind !== 'line') continue;
    const { text, heading } = block;
    if (headingStyle(text, heading, vocabulary) !== null) break;
    if ((counts.get(text) ?? 0) >= 2 && vocabulary.titles.some((word) => text.includes(word)))
      heads.add(text);
  }
  for (const [text, count] of counts) {
    if (count >= 2 && title !== null && text === title.text) heads.add(text);
    if (
      count >= PAGE_HEADS &&
      /年度/u.test(text) &&
      vocabulary.titles.some((word) => text.includes(word)) &&
      text.length <= 40
    ) {
      heads.add(text);
    }
  }
  return heads;
}

/** A page head says the title again, in part or with the table's name, right under a page number. */
export function isPageHead(text: string, title: string | null, follows: string | null): boolean {
  if (title === null || follows === null || !PAGE_NUMBER.test(follows) || text.length > title.length * 2 + 20)
    return false;
  const [head = ''] = text.split(/[\s\u3000]+/u);
  return text.startsWith(title) || (head.length >= 6 && title.startsWith(head));
}

/** Lines looked at for the title, from the top. */
const TITLE_LINES = 20;
/** The title is one of the first lines that could be one. */
const TITLE_CANDIDATES = 5;
const TITLE_CHARACTERS = { least: 5, most: 70 };

/** The report's title: the source's own first heading, else the first line that names a kind of report. */
export function findTitle(blocks: readonly Block[], vocabulary: Vocabulary): Line | null {
  const lines = blocks.filter((block) => block.kind === 'line').slice(0, TITLE_LINES);
  const marked = lines.find((line) => line.heading === 1);
  if (marked !== undefined) return marked;
  const candidates = lines.filter(
    (line) =>
      line.text.length >= TITLE_CHARACTERS.least &&
      line.text.length <= TITLE_CHARACTERS.most &&
      !/^[-・※○〇●]/u.test(line.text) &&
      !/[。:\uFF1A]/u.test(line.text),
  );
  return (
    candidates
      .slice(0, TITLE_CANDIDATES)
      .find((line) => vocabulary.titles.some((word) => line.text.includes(word))) ??
    candidates[0] ??
    null
  );
}
