import { cutOut, type Ink, type PixelBox } from './bitmap.ts';
import type { CellRead, PageToRead } from './read-cells.ts';
import { foldReading, type Reading, readingOf } from './reading.ts';
import { eachBlot } from './specks.ts';
import type { ReadLine } from './text-reader.ts';

/** A raised digit is so high, as a share of the height of its figure, */
const [LEAST, MOST] = [0.25, 0.68];
/** and ends above this share of it. */
const RAISED = 0.75;
/** A figure in metres, with what may have been made of ² or ³ behind it. */
const IN_METRES = /[0-9][ck]?m[^a-z]?$/iu;

/**
 * Reads the raised digit of m² and m³ by itself, as 2 or 3: in a line of its size readers see an asterisk, or nothing.
 *
 *     564.937m³
 *             ^
 */
export async function withRaisedDigit(
  reading: Reading,
  cell: CellRead,
  { ink, read }: PageToRead,
): Promise<Reading> {
  if (!IN_METRES.test(reading.text)) return reading;
  const box = raisedIn(ink, cell);
  if (box === null) return reading;
  const digit = readingOf(await read([box], { mode: 'character', allowed: '23', isWide: true })).text;
  if (digit !== '2' && digit !== '3') return reading;
  // on a line by itself it stands left of what it belongs to
  const lines = withoutEnd(reading.lines);
  const last = lines.at(-1)!;
  const left = Math.max(box.left, last.words.at(-1)!.symbols.at(-1)!.right);
  const right = left + box.right - box.left;
  const word = { certainty: reading.certainty, symbols: [{ text: digit === '2' ? '²' : '³', left, right }] };
  return readingOf([...lines.slice(0, -1), { ...last, words: [...last.words, word] }]);
}

/** The last ink of a cell, where it is low and stands high beside its line, or is a line by itself below a higher one. */
function raisedIn(ink: Ink, { lines }: CellRead): PixelBox | null {
  const line = lines.at(-1)!.box;
  const height = Math.max(...lines.map(({ box }) => box.bottom - box.top));
  const blots: PixelBox[] = [];
  eachBlot(cutOut(ink, line), ({ box }) => blots.push(box));
  const last = blots.toSorted((a, b) => a.left - b.left).at(-1)!;
  const own = last.bottom - last.top;
  const isAlone = lines.length > 1 && blots.length === 1;
  if (own < LEAST * height || own > MOST * height || last.right - last.left > MOST * height) return null;
  if (!isAlone && last.bottom > RAISED * (line.bottom - line.top)) return null;
  const { left, top } = line;
  return { left: last.left + left, right: last.right + left, top: last.top + top, bottom: last.bottom + top };
}

/** Lines up to the m that ends them. */
function withoutEnd(lines: readonly ReadLine[]): ReadLine[] {
  const kept: ReadLine[] = [];
  let isBehind = false;
  for (const line of lines) {
    const words = line.words.map((word) => ({
      ...word,
      symbols: word.symbols.filter(({ text }) => {
        const isKept = !isBehind;
        if (/m$/iu.test(foldReading(text))) isBehind = true;
        return isKept;
      }),
    }));
    const left = words.filter(({ symbols }) => symbols.length > 0);
    if (left.length > 0) kept.push({ ...line, words: left });
  }
  return kept;
}
