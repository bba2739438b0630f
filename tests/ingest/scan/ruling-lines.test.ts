import { describe, expect, it } from 'vitest';
import { eraseLines } from '../../../src/ingest/scan/erase-lines.ts';
import { findRulingLines, type InkLine } from '../../../src/ingest/scan/ruling-lines.ts';
import { blank, fill, paper } from './draw.ts';

/** Two pixels a point. */
const SCALE = 2;
const placesOf = (lines: readonly InkLine[]): number[][] =>
  lines.map(({ first, from, to }) => [first, from, to]).sort((a, b) => a[0]! - b[0]!);

/** A table of two rows and two columns. */
function grid() {
  const ink = blank(260, 140);
  for (const y of [20, 60, 100]) fill(ink, [20, y, 222, y + 2], 1);
  for (const x of [20, 120, 220]) fill(ink, [x, 20, x + 2, 102], 1);
  return ink;
}

describe('ruling lines are found', () => {
  it('across and down', () => {
    const { horizontal, vertical } = findRulingLines(grid(), SCALE);
    expect(placesOf(horizontal)).toEqual([
      [20, 20, 222],
      [60, 20, 222],
      [100, 20, 222],
    ]);
    expect(placesOf(vertical)).toEqual([
      [20, 20, 102],
      [120, 20, 102],
      [220, 20, 102],
    ]);
  });

  it('where they are broken', () => {
    const ink = grid();
    for (const x of [40, 71, 150, 180]) fill(ink, [x, 60, x + 4, 62], 0);
    expect(placesOf(findRulingLines(ink, SCALE).horizontal)[1]).toEqual([60, 20, 222]);
  });

  it('where they step from row to row, being askew by a hair', () => {
    const ink = blank(400, 40);
    for (let x = 0; x < 400; x += 1)
      fill(ink, [x, 20 + Math.floor(x / 150), x + 1, 22 + Math.floor(x / 150)], 1);
    expect(placesOf(findRulingLines(ink, SCALE).horizontal)).toEqual([[20, 0, 400]]);
  });

  it('short ones only where they run from line to line', () => {
    const ink = grid();
    fill(ink, [60, 60, 62, 102], 1);
    fill(ink, [90, 70, 92, 92], 1);
    expect(placesOf(findRulingLines(ink, SCALE).vertical).map(([at]) => at)).toEqual([20, 60, 120, 220]);
  });
});

describe('no ruling line is', () => {
  it('a filled area', () => {
    const ink = blank(300, 80);
    fill(ink, [20, 20, 280, 50], 1);
    expect(findRulingLines(ink, SCALE).horizontal).toEqual([]);
  });

  it('the end of one table and the beginning of the next, six points below', () => {
    const ink = blank(100, 260);
    fill(ink, [50, 10, 52, 110], 1);
    fill(ink, [50, 122, 52, 240], 1);
    expect(placesOf(findRulingLines(ink, SCALE).vertical)).toEqual([
      [50, 10, 110],
      [50, 122, 240],
    ]);
  });
});

it('lines are erased with their soft edges, what stands beside them is not', () => {
  const ink = grid();
  const page = paper(260, 140, 240);
  for (let at = 0; at < ink.data.length; at += 1) if (ink.data[at] === 1) page.data[at] = 10;
  fill(page, [50, 30, 60, 40], 10);
  fill(ink, [50, 30, 60, 40], 1);
  eraseLines(page, ink, findRulingLines(ink, SCALE), SCALE);
  expect(ink.data.reduce((sum, pixel) => sum + pixel, 0)).toBe(100);
  expect(page.data.filter((shade) => shade < 240)).toHaveLength(100);
});
