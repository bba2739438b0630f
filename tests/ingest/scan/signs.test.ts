import { describe, expect, it } from 'vitest';
import { arrowIn } from '../../../src/ingest/scan/arrows.ts';
import type { Ink } from '../../../src/ingest/scan/bitmap.ts';
import { percentIn } from '../../../src/ingest/scan/percent.ts';
import { piecesOf } from '../../../src/ingest/scan/signs.ts';
import { triangleIn } from '../../../src/ingest/scan/triangles.ts';
import { isWave } from '../../../src/ingest/scan/waves.ts';
import { blank, fill } from './draw.ts';

const SIZE = 32;
const SCALE = 4;
const BOX = { left: 0, top: 0, right: SIZE, bottom: SIZE };

/** Inks what a question says of places from 0 to 1 in a box of the picture. */
function ink(
  picture: Ink,
  { left, top, right, bottom }: typeof BOX,
  isInk: (x: number, y: number) => boolean,
): Ink {
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1)
      if (isInk((x + 0.5 - left) / (right - left), (y + 0.5 - top) / (bottom - top)))
        picture.data[y * picture.width + x] = 1;
  return picture;
}
const drawn = (isInk: (x: number, y: number) => boolean) => ink(blank(SIZE, SIZE), BOX, isInk);

const inTriangle = (x: number, y: number): boolean => Math.abs(x - 0.5) <= y / 2;
const outline = (x: number, y: number): boolean =>
  inTriangle(x, y) && (y > 0.88 || Math.abs(x - 0.5) > y / 2 - 0.1);
const ring = (x: number, y: number, radius = 0.42): boolean =>
  Math.abs(Math.hypot(x - 0.5, y - 0.5) - radius) < 0.08;

describe('a triangle is told by its straight sides', () => {
  it.each<[string, (x: number, y: number) => boolean]>([
    ['△', outline],
    ['▲', inTriangle],
    ['▽', (x, y) => outline(x, 1 - y)],
    ['▼', (x, y) => inTriangle(x, 1 - y)],
  ])('%s', (sign, isInk) => {
    expect(triangleIn(drawn(isInk), BOX)).toBe(sign);
  });

  it.each<[string, (x: number, y: number) => boolean]>([
    ['A, whose feet no stroke joins', (x, y) => outline(x, y) && (y < 0.88 || Math.abs(x - 0.5) > 0.35)],
    ['a square', () => true],
    ['a ring', ring],
    ['人, which is open inside', (x, y) => Math.abs(Math.abs(x - 0.5) - y / 2) < 0.08],
  ])('none is %s', (_what, isInk) => {
    expect(triangleIn(drawn(isInk), BOX)).toBeNull();
  });
});

describe('an arrow is told by its shaft and its tip', () => {
  const flat = { ...BOX, top: 8, bottom: 24 };
  const head = (x: number, y: number): boolean => x > 0.6 && Math.abs(y - 0.5) <= (1 - x) * 1.2;
  const arrow = (isInk: (x: number, y: number) => boolean) =>
    arrowIn(ink(blank(SIZE, SIZE), flat, isInk), flat, SCALE);
  it('→', () => {
    expect(arrow((x, y) => head(x, y) || Math.abs(y - 0.5) < 0.08)).toBe('→');
  });

  it('⇒', () => {
    const shaft = (x: number, y: number) => x < 0.9 && Math.abs(Math.abs(y - 0.5) - 0.18) < 0.07;
    expect(arrow((x, y) => head(x, y) || shaft(x, y))).toBe('⇒');
  });

  it('none is の, whose strokes reach its upper and lower side', () => {
    expect(
      arrow((x, y) => Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.4) < 0.1 || Math.abs(x - y) < 0.1),
    ).toBeNull();
  });
});

describe('a wave dash goes up, down and up again', () => {
  const flat = { ...BOX, top: 11, bottom: 21 };
  const wave = (of: (x: number) => number) =>
    isWave(
      ink(blank(SIZE, SIZE), flat, (x, y) => Math.abs(y - 0.5 - 0.33 * of(x)) < 0.16),
      flat,
    );
  it('～', () => expect(wave((x) => -Math.sin(2 * Math.PI * x))).toBe(true));
  it('not へ, which goes down to its end', () =>
    expect(wave((x) => (x < 0.35 ? 1 - 5 * x : 3 * x - 1.9))).toBe(false));
  it('not ー', () => expect(wave(() => 0)).toBe(false));
});

describe('a per cent sign is told from 96 by what stands below and above its rings', () => {
  /** A digit of straight strokes, then what follows. */
  function line(tail: (picture: Ink) => void): Ink {
    const picture = blank(60, 30);
    fill(picture, [0, 0, 4, 30], 1);
    tail(picture);
    return picture;
  }
  const whole = { left: 0, top: 0, right: 60, bottom: 30 };
  const ringAt = (left: number, top: number) => (picture: Ink) =>
    ink(picture, { left, top, right: left + 12, bottom: top + 13 }, (x, y) => ring(x, y));

  it('29% ends with one', () => {
    const picture = line((each) => {
      ringAt(12, 0)(each);
      ringAt(26, 17)(each);
      ink(each, { left: 18, top: 0, right: 31, bottom: 30 }, (x, y) => Math.abs(x + y - 1) < 0.06);
    });
    expect(percentIn(picture, { ...whole, right: 38 })).toMatchObject({ left: 12, right: 38 });
  });

  it('96 does not', () => {
    const picture = line((each) => {
      ringAt(12, 0)(each);
      fill(each, [12, 26, 24, 30], 1);
      ringAt(26, 17)(each);
      fill(each, [26, 0, 38, 4], 1);
    });
    expect(percentIn(picture, { ...whole, right: 38 })).toBeNull();
  });
});

describe('a line is cut at its signs', () => {
  it('△54 into the sign and the figure', () => {
    const picture = blank(80, 20);
    ink(picture, { left: 0, top: 0, right: 20, bottom: 20 }, outline);
    fill(picture, [26, 0, 30, 20], 1);
    fill(picture, [36, 0, 40, 20], 1);
    const pieces = piecesOf(picture, { left: 0, top: 0, right: 40, bottom: 20 }, SCALE);
    expect(pieces.map(({ sign, box }) => [sign, box.left, box.right])).toEqual([
      ['△', 0, 20],
      [null, 20, 40],
    ]);
  });

  it('not where other ink stands above or below, as in a character', () => {
    const picture = blank(80, 30);
    ink(picture, { left: 0, top: 10, right: 20, bottom: 30 }, outline);
    fill(picture, [2, 2, 18, 4], 1);
    expect(piecesOf(picture, { left: 0, top: 0, right: 20, bottom: 30 }, SCALE)).toMatchObject([
      { sign: null },
    ]);
  });
});
