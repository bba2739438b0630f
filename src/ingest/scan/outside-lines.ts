import { type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { linesWithoutConfusions } from './confusions.ts';
import { readFigure } from './figures.ts';
import { wordsOnInk } from './ink-gaps.ts';
import { inkOfColumns, stretchesOf } from './line-bands.ts';
import type { PageToRead } from './read-cells.ts';
import { lineToRead, readLine, readUntilSure } from './read-line.ts';
import { foldReading, looksLikeFigure, readingOf } from './reading.ts';
import type { ReadLine } from './text-reader.ts';

/** A line of which this share are digits may be a row of figures. */
const FIGURES = 0.28;
/** Between figures of a row is at least so much paper, as a share of the height of the line: within them there is less. */
const GAP_HEIGHTS = 0.55;

/** Reads a line outside ruled cells; a row of figures figure by figure. */
export async function readOutside(box: PixelBox, page: PageToRead): Promise<ReadLine[]> {
  const { ink, scale, read } = page;
  const whole = await readLine(lineToRead(ink, box, scale), (piece) => readUntilSure(piece, read));
  const text = foldReading(readingOf([whole]).text);
  const isRow = (text.match(/[0-9]/gu)?.length ?? 0) >= FIGURES * text.length;
  const parts = isRow ? partsOf(ink, box) : [box];
  if (parts.length < 2) return linesWithoutConfusions([await readAgainAsFigure(whole, box, page)]);
  const lines = parts.map(async (part) => {
    const line = await readLine(lineToRead(ink, part, scale), (piece) => readUntilSure(piece, read));
    return await readAgainAsFigure(line, part, page);
  });
  return await Promise.all(lines);
}

async function readAgainAsFigure(line: ReadLine, box: PixelBox, page: PageToRead): Promise<ReadLine> {
  const { ink, scale } = page;
  const reading = readingOf([{ ...line, words: wordsOnInk(line.words, ink, box) }]);
  if (!looksLikeFigure(reading.text)) return reading.lines[0]!;
  const cell = { box, lines: [lineToRead(ink, box, scale)], column: '', reading };
  return (await readFigure(cell, [], page)).lines[0] ?? line;
}

/** A line cut where much paper is. */
function partsOf(ink: Ink, box: PixelBox): PixelBox[] {
  const gap = GAP_HEIGHTS * (box.bottom - box.top);
  return stretchesOf(inkOfColumns(ink, box), gap).flatMap(
    ({ from, to }) => inkBounds(ink, { ...box, left: box.left + from, right: box.left + to }) ?? [],
  );
}
