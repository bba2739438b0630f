import type { DrawnPage, SetRight } from '../../model/index.ts';
import type { Grey } from './bitmap.ts';
import { cropOf, PADDING_POINTS, WIDE_PADDING_POINTS } from './crop.ts';
import { glyphRunsOf } from './glyph-runs.ts';
import { type FindCells, insideOf, linesOutside, rulesOf } from './page-parts.ts';
import { type ReadBox, readCells } from './read-cells.ts';
import { filledRings } from './rings.ts';
import { certaintyOfLines, SURROUNDINGS_POINTS, setUpright } from './set-upright.ts';
import { textReader } from './text-reader.ts';
import { inkOf } from './threshold.ts';

/** Only the cores of strokes are darker than this share of their surroundings: digits that touch their comma come apart. */
const CORES = 0.62;

/** A page of which less than this was read surely, as the mean of its characters, shows no text: a photograph, a drawing. */
const LEGIBLE = 60;

/** Reading so many crops is a step: a few seconds. */
const CROPS_A_STEP = 50;

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
  const cores = inkOf(grey, surroundings, CORES);
  const rules = rulesOf(ruling, scale);

  let crops = 0;
  const read: ReadBox = async (box, { mode, allowed, isWide = false }) => {
    const padding = isWide ? WIDE_PADDING_POINTS : PADDING_POINTS;
    const lines = await textReader.read(cropOf(grey, ink, box, scale, padding), mode, allowed);
    crops += 1;
    if (crops % CROPS_A_STEP === 0) onStep?.();
    return lines;
  };
  const cells = findCells(rules).map((cell) => ({ ...cell, inside: insideOf(cell.box, ink, scale) }));
  const outside = linesOutside(
    ink,
    cells.map(({ inside }) => inside),
    scale,
  );
  const [inCells, around] = await Promise.all([
    readCells(cells, { ink, cores, scale, read }),
    Promise.all(outside.map((box) => read(box, { mode: 'line' }))),
  ]);
  const lines = [...inCells, ...around.flat()];
  const { characters, certainty } = certaintyOfLines(lines);
  if (characters > 0 && certainty < LEGIBLE)
    throw new Illegible(`no legible text (certainty ${Math.round(certainty)}%)`);
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
