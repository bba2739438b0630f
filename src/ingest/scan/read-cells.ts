import { withArrows } from './arrows.ts';
import { type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { readAgain } from './figures.ts';
import { lineBands } from './line-bands.ts';
import { markIn } from './mark-shapes.ts';
import { looksLikeFigure, looksLikeYear, namesYear, type Reading, readingOf } from './reading.ts';
import type { ReadingMode, ReadLine } from './text-reader.ts';

/** How a part of the page is read. */
export interface HowToRead {
  readonly mode: ReadingMode;
  /** the only characters that may be read */
  readonly allowed?: string;
  /** with more paper around it */
  readonly isWide?: boolean;
}

export type ReadBox = (box: PixelBox, how: HowToRead) => Promise<ReadLine[]>;

export interface PageToRead {
  readonly ink: Ink;
  /** the cores of its strokes */
  readonly cores: Ink;
  /** pixels a point */
  readonly scale: number;
  readonly read: ReadBox;
}

export interface CellToRead {
  readonly table: number;
  readonly column: number;
  readonly inside: PixelBox;
}

/** A cell that has ink, and what was read of it. */
export interface CellRead {
  readonly box: PixelBox;
  /** its lines from top to bottom */
  readonly bands: readonly PixelBox[];
  readonly column: string;
  readonly mode: ReadingMode;
  readonly reading: Reading;
}

/** What a mark told by its shape is worth, as certainty of a reader. */
const SHAPE_CERTAINTY = 94;

/** A mark stands for itself, or between two figures that are read by themselves. */
const MARK = /[○◎△×▲▼—]/u;

/** Reads each cell by itself, marks by their shape, and figures and years twice. */
export async function readCells(cells: readonly CellToRead[], page: PageToRead): Promise<ReadLine[]> {
  const { ink, scale } = page;
  const first = await Promise.all(
    cells.map(async ({ table, column, inside }): Promise<CellRead | null> => {
      const box = inkBounds(ink, inside);
      if (box === null) return null;
      const bands = lineBands(ink, box, scale);
      const mode: ReadingMode = bands.length > 1 ? 'block' : 'line';
      const lines = await readAround(bands, page);
      return { box, bands, mode, column: `${table} ${column}`, reading: readingOf(lines) };
    }),
  );
  const filled = first.filter((cell) => cell !== null);
  const columns = Map.groupBy(filled, ({ column }) => column);
  const readings = await Promise.all(
    filled.map((cell) => {
      const { text } = cell.reading;
      if (MARK.test(text)) return cell.reading;
      const own = columns.get(cell.column)!;
      return looksLikeFigure(text) || looksLikeYear(text) || standsAmongFigures(cell, own)
        ? readAgain(cell, own, page)
        : cell.reading;
    }),
  );
  return readings.flatMap(({ lines }) => lines);
}

/** How a cell is read, and read again where nothing was found. */
type Modes = readonly [ReadingMode, ReadingMode];
const IN_A_LINE: Modes = ['line', 'block'];
const IN_A_BLOCK: Modes = ['block', 'line'];
const ALONE: Modes = ['line', 'character'];

/** A reading less certain than this is tried again. */
const SURE = 80;
/** Longer texts are prose, in which one word may well be uncertain. */
const SHORT_CHARACTERS = 16;

/** Reads a cell; a short one that is not read surely once more with more paper around it, and keeps the surer reading. */
async function readUntilSure(box: PixelBox, [mode, other]: Modes, read: ReadBox): Promise<Reading> {
  const first = readingOf(await read(box, { mode }));
  if (first.certainty >= SURE || first.text.length > SHORT_CHARACTERS) return first;
  const wide = readingOf(await read(box, { mode, isWide: true }));
  const best = wide.certainty > first.certainty ? wide : first;
  return best.text === '' ? readingOf(await read(box, { mode: other })) : best;
}

/** Reads the lines of a cell together, those apart that are a mark: ▼ between two figures. */
async function readAround(bands: readonly PixelBox[], { ink, scale, read }: PageToRead): Promise<ReadLine[]> {
  const parts: (ReadLine | PixelBox[])[] = [];
  for (const band of bands) {
    const mark = markIn(ink, band, scale);
    const last = parts.at(-1);
    if (mark !== null) parts.push(markLine(mark, band));
    else if (Array.isArray(last)) last.push(band);
    else parts.push([band]);
  }
  const lines = await Promise.all(
    parts.map(async (part) => {
      if (!Array.isArray(part)) return [part];
      const box = around(part);
      const modes = part.length > 1 ? IN_A_BLOCK : isOneCharacter(box) ? ALONE : IN_A_LINE;
      const best = await readUntilSure(box, modes, read);
      return best.text === '' ? [unreadLine(box)] : withArrows(best.lines, ink, part, scale);
    }),
  );
  return lines.flat();
}

/** Ink that nothing was read of, said by the printers' mark for a character they lack. */
const unreadLine = ({ left, top, right, bottom }: PixelBox): ReadLine => ({
  top,
  bottom,
  words: [{ certainty: 0, symbols: [{ text: '〓', left, right }] }],
});

const around = (boxes: readonly PixelBox[]): PixelBox => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** Whether a box is too narrow for two digits. */
export const isOneCharacter = ({ left, top, right, bottom }: PixelBox): boolean =>
  right - left <= bottom - top;

/** Short texts among figures are figures read badly. */
const MOST_CHARACTERS = 12;

const standsAmongFigures = ({ reading, box }: CellRead, column: readonly CellRead[]): boolean =>
  !namesYear(reading.text) &&
  (/[0-9]/u.test(reading.text) ? reading.text.length <= MOST_CHARACTERS : isOneCharacter(box)) &&
  column.filter((other) => looksLikeFigure(other.reading.text)).length * 2 > column.length;

const markLine = (text: string, { left, top, right, bottom }: PixelBox): ReadLine => ({
  top,
  bottom,
  words: [{ certainty: SHAPE_CERTAINTY, symbols: [{ text, left, right }] }],
});
