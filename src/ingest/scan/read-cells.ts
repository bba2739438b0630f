import { type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { linesWithoutConfusions } from './confusions.ts';
import { readFigure } from './figures.ts';
import { lineBands } from './line-bands.ts';
import {
  isOneCharacter,
  type LineToRead,
  lineToRead,
  type ReadBoxes,
  readLine,
  readUntilSure,
} from './read-line.ts';
import { looksLikeFigure, looksLikeYear, namesYear, type Reading, readingOf } from './reading.ts';
import { isStack, readStack } from './stacks.ts';
import type { ReadLine } from './text-reader.ts';

export interface PageToRead {
  readonly ink: Ink;
  /** the cores of its strokes */
  readonly cores: Ink;
  /** pixels a point */
  readonly scale: number;
  readonly read: ReadBoxes;
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
  readonly lines: readonly LineToRead[];
  readonly column: string;
  readonly reading: Reading;
}

/** A mark stands for itself, or between two figures that are read by themselves. */
const MARK = /[○◎×▼—]|[△▲](?![0-9])/u;

/** Reads each cell by itself, marks by their shape, and figures and years twice. */
export async function readCells(cells: readonly CellToRead[], page: PageToRead): Promise<ReadLine[]> {
  const first = await Promise.all(cells.map((cell) => readCell(cell, page)));
  const filled = first.filter((cell) => cell !== null);
  const columns = Map.groupBy(filled, ({ column }) => column);
  const readings = await Promise.all(
    filled.map((cell) => {
      const { text } = cell.reading;
      if (MARK.test(text)) return cell.reading;
      const own = columns.get(cell.column)!;
      return looksLikeFigure(text) || looksLikeYear(text) || standsAmongFigures(cell, own)
        ? readFigure(cell, own, page)
        : cell.reading;
    }),
  );
  return readings.flatMap(({ lines }) => linesWithoutConfusions(lines));
}

/** Reads a cell once, line by line; null where it is blank. */
async function readCell(
  { table, column, inside }: CellToRead,
  { ink, scale, read }: PageToRead,
): Promise<CellRead | null> {
  const box = inkBounds(ink, inside);
  if (box === null) return null;
  const bands = lineBands(ink, box, scale);
  const lines = bands.map((band) => lineToRead(ink, band, scale));
  const isDownwards =
    isStack(bands) && lines.every(({ pieces }) => pieces.every(({ sign }) => sign === null));
  const readLines = isDownwards
    ? await readStack(bands, read)
    : await Promise.all(lines.map((line) => readLine(line, (piece) => readUntilSure(piece, read))));
  return { box, lines, column: `${table} ${column}`, reading: readingOf(readLines) };
}

/** Short texts among figures are figures read badly. */
const MOST_CHARACTERS = 12;

const standsAmongFigures = ({ reading, box }: CellRead, column: readonly CellRead[]): boolean =>
  !namesYear(reading.text) &&
  (/[0-9]/u.test(reading.text) ? reading.text.length <= MOST_CHARACTERS : isOneCharacter(box)) &&
  column.filter((other) => looksLikeFigure(other.reading.text)).length * 2 > column.length;
