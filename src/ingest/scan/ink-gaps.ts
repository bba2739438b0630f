import type { Ink, PixelBox } from './bitmap.ts';
import { inkOfColumns, stretchesOf } from './line-bands.ts';
import type { ReadWord } from './text-reader.ts';

/** A border between words is looked for this far around where the reader puts it, as a share of the line's height. */
const REACH = 0.6;

/**
 * Moves the borders between the words of a line to where its paper is: the reader's places of characters are not exact, and
 * gaps that are not there would part columns.
 */
export function wordsOnInk(words: readonly ReadWord[], ink: Ink, line: PixelBox): ReadWord[] {
  if (words.length < 2) return [...words];
  const gaps = stretchesOf(inkOfColumns(ink, line), 1).map(({ from, to }) => ({
    from: from + line.left,
    to: to + line.left,
  }));
  const reach = REACH * (line.bottom - line.top);
  const moved = words.map(({ symbols, certainty }) => ({ certainty, symbols: [...symbols] }));
  for (let at = 1; at < moved.length; at += 1) {
    const [before, after] = [moved[at - 1]!.symbols, moved[at]!.symbols];
    const [last, first] = [before.at(-1), after[0]];
    if (last === undefined || first === undefined) continue;
    const border = (last.right + first.left) / 2;
    let { right } = last;
    let { left } = first;
    let nearest = reach;
    for (let next = 1; next < gaps.length; next += 1) {
      const [from, to] = [gaps[next - 1]!.to, gaps[next]!.from];
      const away = Math.abs((from + to) / 2 - border);
      if (away < nearest && from > last.left && to < first.right) [nearest, right, left] = [away, from, to];
    }
    before[before.length - 1] = { ...last, right };
    after[0] = { ...first, left };
  }
  return moved;
}
