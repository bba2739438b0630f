import type { DraftWord, Manuscript, Span, TextLine } from './manuscript.ts';
import { isBlank, tagIndexAt, trimSpan } from './manuscript.ts';
import { readSlice } from './slice.ts';
import { headingLevel, isChecked, tagKind } from './tags.ts';

/** What lines above have opened: `<h2>` on a line of its own, its words below. */
export interface ProseState {
  heading: number | null;
}

/** Marks an item may begin with by itself. */
const BULLET = /^[・･•‣●○◎◯■□◆◇▪◦※*\-－―①-⑳]/;

/** `# 見出し #`; two or more marks need no space behind them, as Japanese writers leave it out. */
const MARKDOWN_HEADING = /^(#{1,6})(?:[ \t\u3000]+|(?<=##)(?=[^\s#\x21-\x7e]))(?=\S)/;
const CLOSING_MARKS = /[ \t\u3000]#+$/;

/**
 * Reads running text: a word a line, or several where HTML blocks part the line (`<li>` by `<li>`, `<h2>` from `<p>`).
 * Their spans take the tags along, so that nothing but white space is left between them.
 */
export function readProse(
  manuscript: Manuscript,
  line: TextLine,
  span: Span,
  state: ProseState,
): DraftWord[] {
  const words: DraftWord[] = [];
  if (isBlank(manuscript.text, span)) {
    // one lost </h2> must not make headings of all that follows
    if (line.textStart === line.end) state.heading = null;
    return words;
  }
  for (const piece of cutAtBlocks(manuscript, trimSpan(manuscript.text, span), state)) {
    const { text } = readSlice(manuscript, piece);
    if (text === '') continue;
    const marked = MARKDOWN_HEADING.exec(text);
    const isMarked = marked !== null && piece.heading === null;
    const bare = isMarked ? text.slice(marked[0].length).replace(CLOSING_MARKS, '') : text;
    words.push({
      text: piece.isItem && !BULLET.test(bare) ? `・${bare}` : bare,
      lines: [],
      ...trimSpan(manuscript.text, piece),
      line: line.number,
      page: line.page,
      heading: isMarked ? (marked[1] ?? '').length : piece.heading,
      cell: null,
    });
  }
  return words;
}

interface Piece extends Span {
  readonly heading: number | null;
  readonly isItem: boolean;
}

/** Cuts a line at its block tags, each piece with its opening tags before it and its closing ones behind. */
function cutAtBlocks(manuscript: Manuscript, span: Span, state: ProseState): Piece[] {
  const { text, tags } = manuscript;
  const pieces: Piece[] = [];
  let start = span.start;
  let seen: Omit<Piece, 'start' | 'end'> | null = null;
  let at = span.start;
  let isItem = false; // an <li> of this line whose words are still to come

  const see = (isVisible: boolean) => {
    if (seen === null && isVisible) {
      seen = { heading: state.heading, isItem };
      isItem = false;
    }
  };
  const cut = (end: number) => {
    if (seen === null) return;
    pieces.push({ start, end, ...seen });
    seen = null;
    start = end;
  };

  for (let index = tagIndexAt(tags, span.start); index < tags.length; index += 1) {
    const tag = tags[index]!;
    if (tag.start >= span.end) break;
    see(!isBlank(text, { start: at, end: tag.start }) || isChecked(text, tag));
    at = Math.min(tag.end, span.end);
    if (tagKind(tag) === 'inline') continue;
    cut(tag.isClosing ? at : tag.start);
    if (tag.name === 'li') isItem = !tag.isClosing;
    const level = headingLevel(tag);
    if (level !== null) state.heading = tag.isClosing ? null : level;
  }
  see(!isBlank(text, { start: at, end: span.end }));
  cut(span.end);

  const last = pieces.at(-1);
  if (last !== undefined) pieces[pieces.length - 1] = { ...last, end: span.end };
  return pieces;
}
