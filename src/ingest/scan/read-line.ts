import { type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { markIn } from './mark-shapes.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Piece, piecesOf } from './signs.ts';
import type { ReadingMode, ReadLine, ReadWord } from './text-reader.ts';

/** How a part of the page is read. */
export interface HowToRead {
  readonly mode: ReadingMode;
  /** the only characters that may be read */
  readonly allowed?: string;
  /** with more paper around it */
  readonly isWide?: boolean;
}

/** Reads boxes of a page beside each other, as one line. */
export type ReadBoxes = (boxes: readonly PixelBox[], how: HowToRead) => Promise<ReadLine[]>;

/** A line of text on the page, cut at the signs that are told by their shape. */
export interface LineToRead {
  readonly box: PixelBox;
  readonly pieces: readonly Piece[];
}

/** A line, cut at its signs; a mark that stands alone is a sign itself. */
export function lineToRead(ink: Ink, box: PixelBox, scale: number): LineToRead {
  const mark = markIn(ink, box, scale);
  if (mark !== null) return { box, pieces: [{ box, sign: mark }] };
  const pieces = piecesOf(ink, box, scale).flatMap((piece) => {
    const bounds = inkBounds(ink, piece.box);
    if (bounds === null) return [];
    return piece.sign === null
      ? [{ ...piece, box: { ...piece.box, left: bounds.left, right: bounds.right } }]
      : [piece];
  });
  return { box, pieces };
}

/** What a sign told by its shape is worth, as certainty of a reader. */
const SHAPE_CERTAINTY = 94;

/** Triangles stand before figures, or alone. */
const MISPLACED = /[△▲▽▼][^0-9０-９]/u;

/** Reads what stands between the signs of a line, in a way of the caller's, and puts all together. */
export async function readLine(
  { box, pieces }: LineToRead,
  readPiece: (box: PixelBox) => Promise<Reading>,
): Promise<ReadLine> {
  const { top, bottom } = box;
  const words = await Promise.all(pieces.map((piece) => readSignOr(piece, readPiece)));
  const line = { top, bottom, words: words.flat() };
  if (pieces.length === 1 || !MISPLACED.test(readingOf([line]).text)) return line;
  return { top, bottom, words: await readSignOr({ box, sign: null }, readPiece) };
}

async function readSignOr(
  { box, sign }: Piece,
  readPiece: (box: PixelBox) => Promise<Reading>,
): Promise<ReadWord[]> {
  const { left, right } = box;
  if (sign !== null) return [{ certainty: SHAPE_CERTAINTY, symbols: [{ text: sign, left, right }] }];
  const { lines, text } = await readPiece(box);
  return text === '' ? [unread(box)] : lines.flatMap((line) => line.words);
}

/** Ink that nothing was read of, said by the printers' mark for a character they lack. */
const unread = ({ left, right }: PixelBox): ReadWord => ({
  certainty: 0,
  symbols: [{ text: '〓', left, right }],
});

/** A reading less certain than this is tried again. */
const SURE = 80;
/** Longer texts are prose, in which one word may well be uncertain. */
const SHORT_CHARACTERS = 16;

/**
 * Reads a stretch of a line; a short one that is not read surely once more with more paper around it, and keeps the surer
 * reading.
 */
export async function readUntilSure(box: PixelBox, read: ReadBoxes): Promise<Reading> {
  const first = readingOf(await read([box], { mode: 'line' }));
  if (first.certainty >= SURE || first.text.length > SHORT_CHARACTERS) return first;
  const wide = readingOf(await read([box], { mode: 'line', isWide: true }));
  const best = wide.certainty > first.certainty ? wide : first;
  const other = isOneCharacter(box) ? 'character' : 'block';
  return best.text === '' ? readingOf(await read([box], { mode: other })) : best;
}

/** Whether a box is too narrow for two digits. */
export const isOneCharacter = ({ left, top, right, bottom }: PixelBox): boolean =>
  right - left <= bottom - top;
