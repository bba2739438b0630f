import type { DraftWord, Edit } from './manuscript.ts';

export interface Placed {
  readonly text: string;
  /** code points of `text` before each UTF-16 offset of the manuscript */
  readonly offsets: Uint32Array;
}

/**
 * Carries out the edits and counts code points, in one pass over the text. An offset inside an edit becomes the place
 * behind what was inserted.
 *
 * @param edits in any order, never overlapping
 */
export function placeText(text: string, edits: readonly Edit[]): Placed {
  const offsets = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let codePoints = 0;
  let at = 0;

  const copy = (end: number) => {
    if (end > at) parts.push(text.slice(at, end));
    for (; at < end; at += 1) {
      offsets[at] = codePoints;
      if (!isSecondHalf(text, at)) codePoints += 1;
    }
  };
  for (const edit of [...edits].sort((left, right) => left.start - right.start)) {
    copy(edit.start);
    offsets[at] = codePoints;
    if (edit.insert !== '') parts.push(edit.insert);
    codePoints += edit.insert.length;
    for (at += 1; at < edit.end; at += 1) offsets[at] = codePoints;
  }
  copy(text.length);
  offsets[text.length] = codePoints;
  return { text: parts.join(''), offsets };
}

/** The word's span in code points of the placed text. */
export function placeSpan(placed: Placed, word: DraftWord): { start: number; end: number } {
  return { start: placed.offsets[word.start]!, end: placed.offsets[word.end]! };
}

function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xdc00 || code > 0xdfff || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
