import type { DrawnPage } from '../../model/index.ts';
import type { Grey, PixelBox } from './bitmap.ts';
import { cropOf } from './crop.ts';
import { eraseLines } from './erase-lines.ts';
import { glyphRunsOf } from './glyph-runs.ts';
import { type FindCells, insideOf, linesOutside, rulesOf } from './page-parts.ts';
import { readCells } from './read-cells.ts';
import { filledRings } from './rings.ts';
import { findRulingLines } from './ruling-lines.ts';
import { skewOf, straightened } from './skew.ts';
import { withoutSpecks } from './specks.ts';
import type { ReadingMode, ReadLine } from './text-reader.ts';
import { textReader } from './text-reader.ts';
import { inkOf } from './threshold.ts';

/** Ink is told from the paper this far around it, in points. */
const SURROUNDINGS_POINTS = 6;
/** Only the cores of strokes are darker than this share of their surroundings: digits that touch their comma come apart. */
const CORES = 0.62;
const WHITE = 255;

/**
 * Reads a picture of a page: finds its ruling lines and the cells they enclose, and reads each cell, and each line outside,
 * by itself.
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
  const cores = inkOf(grey, surroundings, CORES);
  const rules = rulesOf(ruling, scale);

  const read = (box: PixelBox, mode: ReadingMode, allowed?: string): Promise<ReadLine[]> =>
    textReader.read(cropOf(grey, ink, box, scale), mode, allowed);
  const cells = findCells(rules).map((cell) => ({ ...cell, inside: insideOf(cell.box, ink, scale) }));
  const outside = linesOutside(
    ink,
    cells.map(({ inside }) => inside),
    scale,
  );
  const [inCells, around] = await Promise.all([
    readCells(cells, { ink, cores, scale, read }),
    Promise.all(outside.map((box) => read(box, 'line'))),
  ]);
  return {
    number,
    source: 'ocr',
    width: width / scale,
    height: height / scale,
    runs: glyphRunsOf([...inCells, ...around.flat()], scale, filledRings(ink, scale)),
    rules,
    shades: [],
    strikes: [],
    tables: [],
    leftOut: { invisible: 0, clipped: 0 },
  };
}
