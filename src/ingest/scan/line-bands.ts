import { cutOut, type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { eachBlot } from './specks.ts';

/** Ink lower than this says nothing of the size of type, in points: dots, dashes, commas. */
const LEAST_POINTS = 2.5;
/** Ink higher than this is a picture, in points. */
const MOST_POINTS = 60;
/** Where nothing tells, type has this size, in points. */
const USUAL_POINTS = 8;
/** Most strokes hang together in parts of a character; the larger ones are as high as the type. */
const WHOLE = 0.8;

/** How high the type in a box is, in pixels: most characters of a line reach over nearly all of it. */
export function typeHeight(ink: Ink, box: PixelBox, scale: number): number {
  const heights: number[] = [];
  eachBlot(cutOut(ink, box), ({ box: { top, bottom } }) => {
    const height = bottom - top;
    if (height >= LEAST_POINTS * scale && height <= MOST_POINTS * scale) heights.push(height);
  });
  if (heights.length === 0) return USUAL_POINTS * scale;
  heights.sort((a, b) => a - b);
  return heights[Math.min(heights.length - 1, Math.floor(heights.length * WHOLE))]!;
}

/** A stretch of rows; `to` is outside. */
interface Band {
  readonly from: number;
  readonly to: number;
}

/** A band higher than this many heights of its type holds two lines. */
const TWO_LINES = 1.55;
/** Each of them is at least this high. */
const LEAST_LINE = 0.55;
/** Between two lines that touch are rows with at most this share of the ink other rows have. */
const VALLEY = 0.3;
/** In a stack of single characters, where one row tells little, more. */
const VALLEY_IN_STACK = 0.65;
/** A stack is at least as wide as a character, in points, and at most so wide, as a share of the height of its type. */
const CHARACTER_POINTS = 5.5;
const STACK_WIDTH = 1.3;
/** Parts of one line together are no higher than this: 二, 三, dots under a line. */
const ONE_LINE = 1.2;

/**
 * The lines of a cell from top to bottom, each in the smallest box around its ink. Lines are parted by rows of paper, be it
 * one; where strokes of two lines reach into each other, at the row with the least ink between them.
 *
 *     計30件   ─┐ one band where 件 touches 以
 *     以上     ─┘ cut where the fewest strokes are
 */
export function lineBands(ink: Ink, box: PixelBox, scale: number): PixelBox[] {
  const profile = inkOfRows(ink, box);
  const height = typeHeight(ink, box, scale);
  const width = box.right - box.left;
  const isStack = width >= CHARACTER_POINTS * scale && width <= STACK_WIDTH * height;
  const type = isStack
    ? { height: Math.min(height, width), valley: VALLEY_IN_STACK }
    : { height, valley: VALLEY };
  const bands = stretchesOf(profile, 1).flatMap((band) => cutAtValleys(band, profile, type));
  return partsJoined(bands, type.height).flatMap(
    ({ from, to }) => inkBounds(ink, { ...box, top: box.top + from, bottom: box.top + to }) ?? [],
  );
}

interface Type {
  readonly height: number;
  /** the share of the mean ink that a row between two lines has at most */
  readonly valley: number;
}

/** A band that is too high for one line, cut where the fewest strokes are, and its parts again. */
function cutAtValleys(band: Band, profile: Uint32Array, type: Type): Band[] {
  const { height } = type;
  if (band.to - band.from <= TWO_LINES * height) return [band];
  const least = Math.ceil(LEAST_LINE * height);
  let valley = -1;
  let sum = 0;
  for (let row = band.from; row < band.to; row += 1) {
    sum += profile[row]!;
    if (row < band.from + least || row >= band.to - least) continue;
    if (valley < 0 || profile[row]! < profile[valley]!) valley = row;
  }
  const mean = sum / (band.to - band.from);
  if (valley < 0 || profile[valley]! > type.valley * mean) return [band];
  return [
    ...cutAtValleys({ from: band.from, to: valley }, profile, type),
    ...cutAtValleys({ from: valley, to: band.to }, profile, type),
  ];
}

/** Bands that are low and near, as the strokes of 三 are, as one. */
function partsJoined(bands: readonly Band[], height: number): Band[] {
  const joined: Band[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    const isLow =
      last !== undefined && Math.min(band.to - band.from, last.to - last.from) < LEAST_LINE * height;
    if (isLow && band.to - last.from <= ONE_LINE * height)
      joined[joined.length - 1] = { from: last.from, to: band.to };
    else joined.push(band);
  }
  return joined;
}

export function inkOfRows(ink: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const rows = new Uint32Array(bottom - top);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) rows[y - top]! += ink.data[y * ink.width + x]!;
  return rows;
}

export function inkOfColumns(ink: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const columns = new Uint32Array(right - left);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) columns[x - left]! += ink.data[y * ink.width + x]!;
  return columns;
}

/** Stretches with ink, parted by at least `gap` without. */
export function stretchesOf(profile: Uint32Array, gap: number): Band[] {
  const bands: { from: number; to: number }[] = [];
  for (const [at, count] of profile.entries()) {
    if (count === 0) continue;
    const band = bands.at(-1);
    if (band !== undefined && at - band.to < gap) band.to = at + 1;
    else bands.push({ from: at, to: at + 1 });
  }
  return bands;
}
