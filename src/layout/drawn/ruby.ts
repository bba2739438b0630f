import type { DrawnPage, GlyphRun } from '../../model/index.ts';
import type { DraftLine } from './draft.ts';

/** Ruby is set in at most this share of the size of the word it stands over (JIS X 4051: half). */
const RUBY_SIZE = 0.62;
/** Between ruby and its word there is at most this share of the word's size. */
const NEAR = 0.35;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u;

/**
 * Takes the furigana off a page: small kana right above larger type say how it is spoken, and would part labels in two.
 *
 *     しせつ
 *     施設 の数        施設の数, and しせつ as a line of its own at the page's end
 */
export function withoutRuby(page: DrawnPage): { page: DrawnPage; ruby: DraftLine[] } {
  const small = page.runs.filter((run) => !run.isVertical && KANA.test(run.text));
  if (small.length === 0) return { page, ruby: [] };
  const largest = page.runs.reduce((most, { size }) => Math.max(most, size), 0);
  const words = page.runs.filter(({ isVertical }) => !isVertical).toSorted((a, b) => a.box[1] - b.box[1]);
  const ruby = small.filter((run) => run.size <= largest * RUBY_SIZE && standsOverWord(run, words));
  if (ruby.length === 0) return { page, ruby: [] };
  const taken = new Set(ruby);
  const lines = ruby.map(
    ({ box, text, size }): DraftLine => ({ kind: 'line', page: page.number, box, text, size, isRuby: true }),
  );
  return { page: { ...page, runs: page.runs.filter((run) => !taken.has(run)) }, ruby: lines };
}

/** @param words runs by their upper side */
function standsOverWord(ruby: GlyphRun, words: readonly GlyphRun[]): boolean {
  const [x0, , x1, bottom] = ruby.box;
  const reach = (ruby.size / RUBY_SIZE) * NEAR + ruby.size * 2;
  for (let at = firstBelow(words, bottom - ruby.size); at < words.length; at += 1) {
    const word = words[at]!;
    if (word.box[1] > bottom + reach) return false;
    const isNear = word.box[1] - bottom <= NEAR * word.size && bottom - word.box[1] <= ruby.size * 0.5;
    const shared = Math.min(x1, word.box[2]) - Math.max(x0, word.box[0]);
    if (isNear && ruby.size <= word.size * RUBY_SIZE && shared > 0.5 * (x1 - x0)) return true;
  }
  return false;
}

function firstBelow(words: readonly GlyphRun[], top: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.box[1] < top) low = middle + 1;
    else high = middle;
  }
  return low;
}
