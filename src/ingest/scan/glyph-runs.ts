import type { GlyphRun } from '../../model/index.ts';
import type { ReadLine, ReadWord } from './text-reader.ts';

/** No type is smaller, in points: a lone dash is low, its type is not. */
const LEAST_SIZE = 6;
const CIRCLED = /^[\u2460-\u2473]$/u;

/**
 * Lines as read as runs of glyphs in points, a run a word, so that each keeps its own confidence. Circled digits that the
 * reader gives for plain ones are taken back.
 *
 * @param scale pixels a point
 * @param isCircled whether a circle is drawn round a place of the page, in pixels
 */
export function glyphRunsOf(
  lines: readonly ReadLine[],
  scale: number,
  isCircled: (x: number, y: number) => boolean,
): GlyphRun[] {
  return lines.flatMap((line) => {
    const middle = (line.top + line.bottom) / 2 / scale;
    const size = Math.max(LEAST_SIZE, (line.bottom - line.top) / scale);
    const across = [middle - size / 2, middle + size / 2] as const;
    return wordsWhole(line.words).flatMap((word) => runOf(word, across, size, scale, isCircled) ?? []);
  });
}

/** Digits, and commas and points between them, are one number however far apart they are drawn: 44. 4% is 44.4%. */
function wordsWhole(words: readonly ReadWord[]): ReadWord[] {
  const whole: ReadWord[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    const [before, after] = [last?.symbols.at(-1)?.text ?? '', word.symbols[0]?.text ?? ''];
    const isBroken = /[\p{N}]$/u.test(before)
      ? /^[.,%％]/u.test(after)
      : /[.,]$/u.test(before) && /^\p{N}/u.test(after);
    if (last === undefined || !isBroken) whole.push(word);
    else
      whole[whole.length - 1] = {
        symbols: [...last.symbols, ...word.symbols],
        certainty: Math.min(last.certainty, word.certainty),
      };
  }
  return whole;
}

function runOf(
  { symbols, certainty }: ReadWord,
  [y0, y1]: readonly [number, number],
  size: number,
  scale: number,
  isCircled: (x: number, y: number) => boolean,
): GlyphRun | null {
  const points: string[] = [];
  const edges: number[] = [];
  let end = 0;
  for (const { text, left, right } of symbols) {
    const folded = Array.from(
      CIRCLED.test(text) && !isCircled((left + right) / 2, ((y0 + y1) / 2) * scale)
        ? text.normalize('NFKC')
        : text,
    );
    const begin = Math.max(left / scale, end);
    end = Math.max(begin, right / scale);
    for (const [at, point] of folded.entries()) {
      points.push(point);
      edges.push(begin + ((end - begin) * at) / folded.length);
    }
  }
  if (points.length === 0) return null;
  edges.push(end);
  return {
    text: points.join(''),
    box: [edges[0]!, y0, end, y1],
    edges,
    isVertical: false,
    size,
    confidence: confidenceOf(certainty),
    mark: null,
  };
}

/**
 * The reader's certainty as confidence: what it is sure of to less than `DOUBTED` comes below 0.6, where values are marked
 * as unsure.
 */
export function confidenceOf(certainty: number): number {
  const share = Math.min(1, Math.max(0, certainty / 100));
  const confidence =
    share < DOUBTED
      ? (share / DOUBTED) * UNSURE
      : UNSURE + ((share - DOUBTED) / (1 - DOUBTED)) * (1 - UNSURE);
  return Math.round(confidence * 1000) / 1000;
}

/** Below this certainty many of the numbers read are wrong, above it few are: seen on eight scanned pages, not yet on a bench. */
const DOUBTED = 0.8;
/** Values below this confidence are marked as unsure. */
const UNSURE = 0.6;
