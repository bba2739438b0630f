import { withArrows } from './arrows.ts';
import { type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { readAgain } from './figures.ts';
import { markIn } from './mark-shapes.ts';
import { looksLikeFigure, looksLikeYear, namesYear, type Reading, readingOf } from './reading.ts';
import type { ReadingMode, ReadLine } from './text-reader.ts';
import { lineBands } from './text-regions.ts';

/** Reads a part of the page; `allowed` are the only characters that may be read. */
export type ReadBox = (box: PixelBox, mode: ReadingMode, allowed?: string) => Promise<ReadLine[]>;

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
const IN_A_LINE: readonly ReadingMode[] = ['line', 'block'];
const IN_A_BLOCK: readonly ReadingMode[] = ['block', 'line'];
const ALONE: readonly ReadingMode[] = ['line', 'character'];

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
      for (const mode of part.length > 1 ? IN_A_BLOCK : isOneCharacter(box) ? ALONE : IN_A_LINE) {
        const found = await read(box, mode);
        if (found.length > 0) return withArrows(found, ink, part, scale);
      }
      return [unreadLine(box)];
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
