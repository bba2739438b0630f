import { cutOut, type Ink, type PixelBox } from './bitmap.ts';
import { eachBlot } from './specks.ts';
import type { ReadLine, ReadSymbol } from './text-reader.ts';

/** An arrow is at least this wide, in points, */
const LEAST_POINTS = 4;
/** and at most this high, as a share of its width. */
const FLAT = 0.85;
/** Its upper half is its lower half mirrored, in this share of their ink. */
const MIRRORED = 0.7;
/** Where its shaft and its tip are looked at, as shares of its width. */
const [SHAFT, TIP] = [0.25, 0.95];

/**
 * Puts arrows where they are drawn. Tesseract's Japanese knows none, and takes that of 基準値⇒目標値 for a character; the
 * header then no longer tells two columns in one.
 */
export function withArrows(
  lines: readonly ReadLine[],
  ink: Ink,
  parts: readonly PixelBox[],
  scale: number,
): ReadLine[] {
  const arrows = parts.flatMap((part) => arrowsIn(ink, part, scale));
  if (arrows.length === 0) return [...lines];
  return lines.map((line) => {
    const own = arrows.filter(({ box }) => box.top < line.bottom && line.top < box.bottom);
    const taken = new Set(own.flatMap(({ box }) => takenFor(box, line) ?? []));
    const words = line.words.map((word) => ({
      ...word,
      symbols: word.symbols.filter((symbol) => !taken.has(symbol)),
    }));
    const drawn = own.map(({ text, box: { left, right } }) => ({
      certainty: DRAWN_CERTAINTY,
      symbols: [{ text, left, right }],
    }));
    const all = [...words.filter(({ symbols }) => symbols.length > 0), ...drawn];
    return { ...line, words: all.sort((a, b) => a.symbols[0]!.left - b.symbols[0]!.left) };
  });
}

/** The character that was read in an arrow's place: of those about there, whose places are not exact, the least certain. */
function takenFor({ left, right }: PixelBox, { words }: ReadLine): ReadSymbol | null {
  const middle = (left + right) / 2;
  const about = words.flatMap(({ symbols, certainty }) =>
    symbols
      .filter((symbol) => Math.abs((symbol.left + symbol.right) / 2 - middle) <= right - left)
      .map((symbol) => ({ symbol, certainty })),
  );
  return about.sort((a, b) => a.certainty - b.certainty)[0]?.symbol ?? null;
}

/** What an arrow told by its shape is worth, as certainty of a reader. */
const DRAWN_CERTAINTY = 92;

interface Arrow {
  readonly text: '→' | '⇒';
  readonly box: PixelBox;
}

function arrowsIn(ink: Ink, part: PixelBox, scale: number): Arrow[] {
  const cut = cutOut(ink, part);
  const arrows: Arrow[] = [];
  eachBlot(cut, ({ box }) => {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (width < LEAST_POINTS * scale || height > FLAT * width || height < width * 0.25) return;
    const strokes = strokesAt(cut, box, SHAFT);
    if (strokes === 0 || strokes > 2 || !endsInTip(cut, box) || !isMirrored(cut, box)) return;
    const { left, top } = part;
    arrows.push({
      text: strokes === 1 ? '→' : '⇒',
      box: { left: box.left + left, right: box.right + left, top: box.top + top, bottom: box.bottom + top },
    });
  });
  return arrows;
}

const columnAt = ({ left, right }: PixelBox, share: number): number =>
  Math.min(right - 1, Math.round(left + share * (right - left - 1)));

/** How many strokes a column of the box crosses; none where they reach its upper or lower side. */
function strokesAt({ width, data }: Ink, box: PixelBox, share: number): number {
  const x = columnAt(box, share);
  if (data[box.top * width + x] === 1 || data[(box.bottom - 1) * width + x] === 1) return 0;
  let count = 0;
  for (let y = box.top + 1; y < box.bottom; y += 1)
    if (data[y * width + x] === 1 && data[(y - 1) * width + x] === 0) count += 1;
  return count;
}

/** Whether the right end is a point in the middle of the height. */
function endsInTip({ width, data }: Ink, box: PixelBox): boolean {
  const x = columnAt(box, TIP);
  const height = box.bottom - box.top;
  let [first, last] = [-1, -1];
  for (let y = box.top; y < box.bottom; y += 1)
    if (data[y * width + x] === 1) {
      if (first < 0) first = y;
      last = y;
    }
  if (first < 0 || last - first > 0.45 * height) return false;
  return Math.abs((first + last) / 2 - (box.top + box.bottom - 1) / 2) < 0.15 * height;
}

function isMirrored({ width, data }: Ink, { left, top, right, bottom }: PixelBox): boolean {
  let [all, same] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      if (data[y * width + x] === 0) continue;
      all += 1;
      same += data[(top + bottom - 1 - y) * width + x]!;
    }
  return same >= MIRRORED * all;
}
