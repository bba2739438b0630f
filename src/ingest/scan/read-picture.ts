import type { DrawnPage } from '../../model/index.ts';
import type { Grey, PixelBox } from './bitmap.ts';
import { cropOf, PADDING_POINTS, rowOfCrops, WIDE_PADDING_POINTS } from './crop.ts';
import { eraseLines } from './erase-lines.ts';
import { glyphRunsOf } from './glyph-runs.ts';
import { readOutside } from './outside-lines.ts';
import { type FindCells, insideOf, linesOutside, rulesOf } from './page-parts.ts';
import { makeZerosPlain } from './plain-zeros.ts';
import { type PageToRead, readCells } from './read-cells.ts';
import type { ReadBoxes } from './read-line.ts';
import { eraseRemnants } from './remnants.ts';
import { filledRings } from './rings.ts';
import { findRulingLines } from './ruling-lines.ts';
import { skewOf, straightened } from './skew.ts';
import { withoutSpecks } from './specks.ts';
import { type ReadLine, textReader } from './text-reader.ts';
import { inkOf } from './threshold.ts';

/** Ink is told from the paper this far around it, in points. */
const SURROUNDINGS_POINTS = 6;
/** Only the cores of strokes are darker than this share of their surroundings: digits that touch their comma come apart. */
const CORES = 0.62;
const WHITE = 255;

/** A page of which less than this was read surely, as the mean of its characters, shows no text: a photograph, a drawing. */
const LEGIBLE = 60;

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
  number: number,
  findCells: FindCells,
): Promise<DrawnPage> {
  const { width, height } = picture;
  const surroundings = Math.round(SURROUNDINGS_POINTS * scale);
  const grey = straightened(picture, skewOf(inkOf(picture, surroundings)), WHITE);
  const ink = withoutSpecks(inkOf(grey, surroundings), scale);
  const ruling = findRulingLines(ink, scale);
  eraseLines(grey, ink, ruling, scale);
  makeZerosPlain(grey, ink, scale);
  const cores = inkOf(grey, surroundings, CORES);
  const rules = rulesOf(ruling, scale);

  const read: ReadBoxes = (boxes, { mode, allowed, isWide = false }) => {
    const padding = isWide ? WIDE_PADDING_POINTS : PADDING_POINTS;
    const crops = boxes.map((box) => cropOf(grey, ink, box, scale, padding));
    return textReader.read(rowOfCrops(crops), mode, allowed);
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
  const certainty = meanCertainty(lines);
  if (certainty < LEGIBLE) throw illegible(certainty);
  return {
    number,
    source: 'ocr',
    width: width / scale,
    height: height / scale,
    runs: glyphRunsOf(lines, scale, filledRings(ink, scale)),
    rules,
    shades: [],
    strikes: [],
    tables: [],
    leftOut: { invisible: 0, clipped: 0 },
  };
}

/** A page of text has fewer lines outside tables than this; with more, some are read to see whether they are text. */
const MANY_LINES = 160;
const LINES_TRIED = 40;

/** Throws where a page with more lines than pages have is a photograph, before all that might be a line of it is read. */
async function seemsLegible(lines: readonly PixelBox[], { read }: PageToRead): Promise<void> {
  if (lines.length < MANY_LINES) return;
  const step = Math.floor(lines.length / LINES_TRIED);
  const tried = lines.filter((_, at) => at % step === 0);
  const certainty = meanCertainty(
    (await Promise.all(tried.map((box) => read([box], { mode: 'line' })))).flat(),
  );
  if (certainty < LEGIBLE) throw illegible(certainty);
}

const illegible = (certainty: number): Illegible =>
  new Illegible(`no legible text (certainty ${Math.round(certainty)}%)`);

/** Over all characters; 100 where there are none. */
function meanCertainty(lines: readonly ReadLine[]): number {
  let [sum, count] = [0, 0];
  for (const { words } of lines)
    for (const { symbols, certainty } of words) {
      sum += certainty * symbols.length;
      count += symbols.length;
    }
  return count === 0 ? 100 : sum / count;
}
