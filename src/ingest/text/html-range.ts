import type { Manuscript, Span } from './manuscript.ts';

/**
 * Where HTML tables stand: outermost ones only, in order. A table that is never closed ends where its paragraph does (at the
 * next blank line or form feed), so that one lost tag does not take the rest of the report along.
 */
export function findHtmlTables(manuscript: Manuscript): Span[] {
  const closed = matchTableTags(manuscript);
  const ranges: Span[] = [];
  let behind = 0;
  for (const range of closed) {
    if (range.start < behind) continue;
    const end = range.end ?? endOfParagraph(manuscript.text, range.start);
    ranges.push({ start: range.start, end });
    behind = end;
  }
  return ranges;
}

/** Every `<table>` with the end of its `</table>`, in the order they begin; null where it has none. */
function matchTableTags(manuscript: Manuscript): { start: number; end: number | null }[] {
  const all: { start: number; end: number | null }[] = [];
  const open: { start: number; end: number | null }[] = [];
  for (const tag of manuscript.tags) {
    if (tag.name !== 'table') continue;
    if (!tag.isClosing) {
      const range = { start: tag.start, end: null };
      all.push(range);
      open.push(range);
    } else {
      const range = open.pop();
      if (range !== undefined) range.end = tag.end;
    }
  }
  return all;
}

function endOfParagraph(text: string, from: number): number {
  let hasText = true;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '\f') return at;
    if (character === '\n') {
      if (!hasText) return at;
      hasText = false;
    } else if (character.trim() !== '') hasText = true;
  }
  return text.length;
}
