import type { PixelBox } from './bitmap.ts';
import type { ReadBoxes } from './read-line.ts';
import { readingOf } from './reading.ts';
import type { ReadLine, ReadWord } from './text-reader.ts';

/** A character is at most this many times as wide as the widest line is high. */
const ONE_CHARACTER = 1.3;

/** Whether the lines of a cell are single characters below each other: text written downwards, or in a cell that narrow. */
export function isStack(lines: readonly PixelBox[]): boolean {
  if (lines.length < 2) return false;
  const highest = Math.max(...lines.map(({ top, bottom }) => bottom - top));
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  return right - left <= ONE_CHARACTER * highest;
}

/**
 * Reads a stack of characters as the line they make when set beside each other: there they are read with what they mean
 * together. Where as many characters are read as stand there, each keeps its place.
 */
export async function readStack(lines: readonly PixelBox[], read: ReadBoxes): Promise<ReadLine[]> {
  const { lines: readLines } = readingOf(await read(lines, { mode: 'line' }));
  const words = readLines.flatMap((line) => line.words);
  const symbols = words.flatMap((word) =>
    word.symbols.map(({ text }) => ({ text, certainty: word.certainty })),
  );
  if (symbols.length === 0) return [lineOf(lines[0]!, [{ text: '〓', certainty: 0 }])];
  if (symbols.length === lines.length) return lines.map((line, at) => lineOf(line, [symbols[at]!]));
  return [lineOf(lines[0]!, symbols)];
}

/** Characters evenly over a box. */
function lineOf(
  { left, top, right, bottom }: PixelBox,
  symbols: readonly { text: string; certainty: number }[],
): ReadLine {
  const width = (right - left) / symbols.length;
  const words = symbols.map(({ text, certainty }, at): ReadWord => {
    const from = left + at * width;
    return { certainty, symbols: [{ text, left: from, right: from + width }] };
  });
  return { top, bottom, words };
}
