import { describe, expect, it } from 'vitest';
import type { Ink } from '../../../src/ingest/scan/bitmap.ts';
import { wordsOnInk } from '../../../src/ingest/scan/ink-gaps.ts';
import { lineBands } from '../../../src/ingest/scan/line-bands.ts';
import { eraseRemnants } from '../../../src/ingest/scan/remnants.ts';
import { filledRings } from '../../../src/ingest/scan/rings.ts';
import { withoutSpecks } from '../../../src/ingest/scan/specks.ts';
import { isStack } from '../../../src/ingest/scan/stacks.ts';
import { textLinesIn } from '../../../src/ingest/scan/text-regions.ts';
import { blank, fill } from './draw.ts';

/** Pixels a point. */
const SCALE = 4;
const whole = ({ width, height }: Ink) => ({ left: 0, top: 0, right: width, bottom: height });
/** Characters as frames of 32 pixels, 8 points, with a gap of 4. */
function characters(picture: Ink, top: number, count: number, left = 4): void {
  for (let at = 0; at < count; at += 1) {
    const x = left + at * 36;
    fill(picture, [x, top, x + 32, top + 4], 1);
    fill(picture, [x, top + 28, x + 32, top + 32], 1);
    fill(picture, [x, top, x + 4, top + 32], 1);
    fill(picture, [x + 28, top, x + 32, top + 32], 1);
  }
}
const rowsOf = (boxes: readonly { top: number; bottom: number }[]) =>
  boxes.map(({ top, bottom }) => [top, bottom]);

describe('the lines of a cell', () => {
  it('are parted by one row of paper', () => {
    const picture = blank(160, 80);
    characters(picture, 4, 4);
    characters(picture, 37, 4);
    expect(rowsOf(lineBands(picture, whole(picture), SCALE))).toEqual([
      [4, 36],
      [37, 69],
    ]);
  });

  it('are cut where strokes reach into each other', () => {
    const picture = blank(160, 80);
    characters(picture, 4, 4);
    characters(picture, 37, 4);
    fill(picture, [16, 32, 18, 40], 1);
    expect(lineBands(picture, whole(picture), SCALE)).toHaveLength(2);
  });

  it('are one where the strokes of 三 stand apart', () => {
    const picture = blank(80, 40);
    for (const top of [4, 18, 32]) fill(picture, [4, top, 36, top + 4], 1);
    characters(picture, 4, 1, 40);
    expect(rowsOf(lineBands(picture, whole(picture), SCALE))).toEqual([[4, 36]]);
  });
});

describe('characters below each other', () => {
  const column = (count: number, width: number) =>
    Array.from({ length: count }, (_, at) => ({ left: 0, right: width, top: at * 36, bottom: at * 36 + 32 }));
  it('make a stack', () => expect(isStack(column(3, 32))).toBe(true));
  it('two a line do not', () => expect(isStack(column(3, 68))).toBe(false));
  it('one does not', () => expect(isStack(column(1, 32))).toBe(false));
});

describe('outside tables', () => {
  it('texts far from each other in one row are read apart', () => {
    const picture = blank(400, 40);
    characters(picture, 4, 2);
    characters(picture, 4, 2, 300);
    expect(textLinesIn(picture, whole(picture), SCALE).map(({ left }) => left)).toEqual([4, 300]);
  });

  it('nothing is read of a blank page', () => {
    expect(textLinesIn(blank(100, 100), { left: 0, top: 0, right: 100, bottom: 100 }, SCALE)).toEqual([]);
  });
});

describe('what is no text goes', () => {
  it('the rest of a ruling line along a side of a cell, not a dash in its middle', () => {
    const picture = blank(100, 60);
    fill(picture, [0, 0, 90, 2], 1);
    fill(picture, [30, 30, 60, 33], 1);
    eraseRemnants(picture, whole(picture), SCALE);
    expect(picture.data.reduce((sum, each) => sum + each, 0)).toBe(30 * 3);
  });

  it('dust, not the point of a number', () => {
    const picture = blank(200, 60);
    fill(picture, [4, 4, 6, 6], 1);
    fill(picture, [100, 10, 116, 40], 1);
    fill(picture, [120, 36, 124, 40], 1);
    const kept = withoutSpecks(picture, SCALE);
    expect([kept.data[5 * 200 + 5], kept.data[38 * 200 + 122]]).toEqual([0, 1]);
  });
});

describe('a ring with something in it is round a circled digit', () => {
  const ring = (picture: Ink): Ink => {
    for (let y = 0; y < 32; y += 1)
      for (let x = 0; x < 32; x += 1)
        if (Math.abs(Math.hypot(x - 15.5, y - 15.5) - 14) < 1.5) picture.data[y * picture.width + x] = 1;
    return picture;
  };
  it('①', () => {
    const picture = ring(blank(40, 40));
    fill(picture, [14, 8, 17, 24], 1);
    expect(filledRings(picture, SCALE)(15, 15)).toBe(true);
  });

  it('not ○', () => {
    expect(filledRings(ring(blank(40, 40)), SCALE)(15, 15)).toBe(false);
  });
});

describe('words stand where their ink does', () => {
  it('a border is moved to the paper beside it', () => {
    const picture = blank(120, 20);
    fill(picture, [0, 0, 40, 20], 1);
    fill(picture, [60, 0, 100, 20], 1);
    const words = [
      { certainty: 90, symbols: [{ text: '4', left: 0, right: 45 }] },
      { certainty: 90, symbols: [{ text: '年', left: 47, right: 100 }] },
    ];
    const moved = wordsOnInk(words, picture, whole(picture));
    expect(moved.map(({ symbols }) => [symbols[0]!.left, symbols[0]!.right])).toEqual([
      [0, 40],
      [60, 100],
    ]);
  });
});
