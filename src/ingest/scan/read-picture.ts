import type { DrawnPage, SetRight } from '../../model/index.ts';
import type { Grey, PixelBox } from './bitmap.ts';
import { cropOf, PADDING_POINTS, rowOfCrops, WIDE_PADDING_POINTS } from './crop.ts';
import { glyphRunsOf } from './glyph-runs.ts';
import { readOutside } from './outside-lines.ts';
import { type FindCells, insideOf, linesOutside, rulesOf } from './page-parts.ts';
import { makeZerosPlain } from './plain-zeros.ts';
import { type PageToRead, readCells } from './read-cells.ts';
import type { ReadBoxes } from './read-line.ts';
import { eraseRemnants } from './remnants.ts';
import { filledRings } from './rings.ts';
import { certaintyOfLines, SURROUNDINGS_POINTS, setUpright } from './set-upright.ts';
import { textReader } from './text-reader.ts';
import { inkOf } from './threshold.ts';

/** Only the cores of strokes are darker than this share of their surroundings: digits that touch their comma come apart. */
const CORES = 0.62;

/** A page of which less than this was read surely, as the mean of its characters, shows no text: a photograph, a drawing. */
const LEGIBLE = 60;

/** So many readings of crops are a step: a few seconds. */
const READINGS_A_STEP = 50;

export interface PictureReading {
  /** of the page, from 1 */
  readonly number: number;
  readonly findCells: FindCells;
  /** quarter turns by which the page before was turned */
  readonly likely?: number;
  /** called when the reading has come a step further: pages of many cells take long, and are not stuck */
  readonly onStep?: (() => void) | undefined;
}

/** A page with ink on it that is no text. */
export class Illegible extends Error {
  override readonly name = 'Illegible';
}

/**
 * Reads a picture of a page: finds its ruling lines and the cells they enclose, and reads each cell, and each line outside,
 * by itself. Throws Illegible where what was read is no text.
 *
 * @param scale pixels a point
 */
export async function readPicture(
  picture: Grey,
  scale: number,
  { number, findCells, likely = 0, onStep }: PictureReading,
): Promise<DrawnPage> {
  const { grey, ink, ruling, setRight } = await setUpright(picture, scale, likely);
  onStep?.();
  const surroundings = Math.round(SURROUNDINGS_POINTS * scale);
  makeZerosPlain(grey, ink, scale);
  const cores = inkOf(grey, surroundings, CORES);
  const rules = rulesOf(ruling, scale);

  let readings = 0;
  const read: ReadBoxes = async (boxes, { mode, allowed, isWide = false }) => {
    const padding = isWide ? WIDE_PADDING_POINTS : PADDING_POINTS;
    const crops = boxes.map((box) => cropOf(grey, ink, box, scale, padding));
    const lines = await textReader.read(rowOfCrops(crops), mode, allowed);
    readings += 1;
    if (readings % READINGS_A_STEP === 0) onStep?.();
    return lines;
  };
  const cells = findCells(rules).map((cell) => ({ ...cell, inside: insideOf(cell.box, ink, scale) }));
  for (const { inside } of cells) eraseRemnants(ink, inside, scale);
  const outside = linesOutside(
    ink,
    cells.map(({ inside }) => inside),
    scale,
  );
  const page = { ink, cores, scale, read };
  await seemsLegible(outside, page);
  const [inCells, around] = await Promise.all([
    readCells(cells, page),
    Promise.all(outside.map((box) => readOutside(box, page))),
  ]);
  const lines = [...inCells, ...around.flat()];
  const { characters, certainty } = certaintyOfLines(lines);
  if (characters > 0 && certainty < LEGIBLE) throw illegible(certainty);
  return {
    number,
    source: 'ocr',
    width: grey.width / scale,
    height: grey.height / scale,
    ...(isTurned(setRight) && { setRight }),
    runs: glyphRunsOf(lines, scale, filledRings(ink, scale)),
    rules,
    shades: [],
    strikes: [],
    tables: [],
    leftOut: { invisible: 0, clipped: 0 },
  };
}

const isTurned = ({ quarterTurns, degrees }: SetRight): boolean => quarterTurns !== 0 || degrees !== 0;

/** A page of text has fewer lines outside tables than this; with more, some are read to see whether they are text. */
const MANY_LINES = 160;
const LINES_TRIED = 40;

/** Throws where a page with more lines than pages have is a photograph, before all that might be a line of it is read. */
async function seemsLegible(lines: readonly PixelBox[], { read }: PageToRead): Promise<void> {
  if (lines.length < MANY_LINES) return;
  const step = Math.floor(lines.length / LINES_TRIED);
  const tried = lines.filter((_, at) => at % step === 0);
  const found = await Promise.all(tried.map((box) => read([box], { mode: 'line' })));
  const { characters, certainty } = certaintyOfLines(found.flat());
  if (characters > 0 && certainty < LEGIBLE) throw illegible(certainty);
}

const illegible = (certainty: number): Illegible =>
  new Illegible(`no legible text (certainty ${Math.round(certainty)}%)`);
