import { cutOut, type Ink, type PixelBox } from './bitmap.ts';
import { eachBlot } from './specks.ts';

/** A comma or a point is at most this high and wide, as a share of the height of the digits. */
const SMALL = 0.42;
/** It begins in the lower part of the line. */
const LOW = 0.6;
/** A comma reaches below the digits by this share of their height: points by 0.07 at most, commas by 0.14 at least. */
const BELOW = 0.1;
/** Digits are at least this high, as a share of the highest ink. */
const TALL = 0.72;

/** A per cent sign in one piece is this many times as wide as a digit. */
const PERCENT_WIDE = 1.25;
const PERCENT_WIDEST = 2.6;

/** A digit is at least this wide, as a share of its height; 1 alone is not. */
const DIGIT_WIDTH = 0.5;

/** What the ink of a number shows besides its digits. */
export interface NumberShape {
  /** commas and points among the digits, from left to right */
  readonly separators: string;
  /** how many tall pieces of ink there are up to the last digit: digits, unless some touch or are broken */
  readonly tall: number;
  /** how many digits stand before a per cent sign that ends the line; null where none does */
  readonly digitsBeforePercent: number | null;
}

/**
 * The commas and points that stand among the digits of one line, told by whether they reach below the digits, and a per
 * cent sign that ends it. Readers of text lose commas, take them for points, and take % for 96; ink does not.
 *
 *     1,234.5      29%
 *      ^ ,  ^ .      ^ ring, stroke, ring
 *
 * @param until where the last digit begins, in pixels of the page
 */
export function shapeOfNumber(ink: Ink, box: PixelBox, until: number): NumberShape {
  const blots: PixelBox[] = [];
  eachBlot(cutOut(ink, box), ({ box: blot, area }) => {
    if (area >= LEAST_AREA) blots.push(blot);
  });
  blots.sort((a, b) => a.left - b.left);
  const ofNumber = blots.filter(({ left }) => left + box.left <= until);
  const highest = Math.max(0, ...ofNumber.map(heightOf));
  const tall = ofNumber.filter((blot) => heightOf(blot) >= TALL * highest);
  const foot = middleOf(tall.map(({ bottom }) => bottom));
  const top = Math.min(...tall.map((blot) => blot.top));
  const height = foot - top;
  const first = Math.min(...tall.map(({ left }) => left));
  const separators = ofNumber
    .filter(
      (blot) =>
        heightOf(blot) <= SMALL * height &&
        widthOf(blot) <= SMALL * height &&
        blot.top >= top + LOW * height &&
        blot.left > first,
    )
    .map((blot) => (blot.bottom - foot >= BELOW * height ? ',' : '.'))
    .join('');
  return { separators, tall: tall.length, digitsBeforePercent: digitsBeforePercent(blots) };
}

/** Ink of fewer pixels is a scrap of a stroke. */
const LEAST_AREA = 4;

/** Counts the digits before % where the line ends with it, in one piece, in two, or as ring, stroke and ring. */
function digitsBeforePercent(blots: readonly PixelBox[]): number | null {
  const highest = Math.max(0, ...blots.map(heightOf));
  const isTall = (blot: PixelBox): boolean => heightOf(blot) >= TALL * highest;
  for (const pieces of [3, 2, 1]) {
    const sign = blots.slice(-pieces);
    const digits = blots.slice(0, -pieces).filter(isTall);
    const wide = Math.max(DIGIT_WIDTH * highest, ...digits.map(widthOf));
    const width = sign.at(-1)!.right - sign[0]!.left;
    if (digits.length === 0 || sign.filter(isTall).length !== 1) continue;
    if (width >= PERCENT_WIDE * wide && width <= PERCENT_WIDEST * wide && areRings(sign, isTall))
      return digits.length;
  }
  return null;
}

/** What stands beside the stroke of % is a ring at the upper left, at the lower right, or both. */
function areRings(sign: readonly PixelBox[], isTall: (blot: PixelBox) => boolean): boolean {
  const stroke = sign.find(isTall)!;
  const height = heightOf(stroke);
  return sign.every((blot) => {
    if (blot === stroke) return true;
    if (heightOf(blot) < 0.3 * height || heightOf(blot) > 0.65 * height) return false;
    return blot.left < stroke.left
      ? blot.top - stroke.top < 0.2 * height
      : stroke.bottom - blot.bottom < 0.2 * height;
  });
}

const heightOf = ({ top, bottom }: PixelBox): number => bottom - top;
const widthOf = ({ left, right }: PixelBox): number => right - left;
const middleOf = (places: number[]): number =>
  places.sort((a, b) => a - b)[Math.floor(places.length / 2)] ?? 0;
