import { describe, expect, it } from 'vitest';
import { markIn } from '../../../src/ingest/scan/mark-shapes.ts';
import { blank } from './draw.ts';

const SIZE = 32;
const BOX = { left: 0, top: 0, right: SIZE, bottom: SIZE };
/** Pixels a point. */
const SCALE = 4;

/** Inks what a question says of places from −1 to 1. */
function drawn(isInk: (x: number, y: number) => boolean, height = SIZE) {
  const ink = blank(SIZE, height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < SIZE; x += 1)
      if (isInk((x + 0.5) / (SIZE / 2) - 1, (y + 0.5) / (height / 2) - 1)) ink.data[y * SIZE + x] = 1;
  return ink;
}

const ring = (x: number, y: number, radius: number): boolean => Math.abs(Math.hypot(x, y) - radius) < 0.07;
const halfWidth = (y: number): number => (y + 1) / 2;

describe('a mark alone in a cell is told by its shape', () => {
  it.each<[string, (x: number, y: number) => boolean]>([
    ['○', (x, y) => ring(x, y, 0.9)],
    ['◎', (x, y) => ring(x, y, 0.9) || ring(x, y, 0.5)],
    ['×', (x, y) => Math.abs(Math.abs(x) - Math.abs(y)) < 0.12],
    ['△', (x, y) => y > 0.84 || Math.abs(Math.abs(x) - halfWidth(y)) < 0.12],
    ['▼', (x, y) => Math.abs(x) <= halfWidth(-y)],
    ['▲', (x, y) => Math.abs(x) <= halfWidth(y)],
  ])('%s', (mark, isInk) => {
    expect(markIn(drawn(isInk), BOX, SCALE)).toBe(mark);
  });

  it('— and -, by their width', () => {
    expect(
      markIn(
        drawn(() => true, 4),
        { ...BOX, bottom: 4 },
        SCALE,
      ),
    ).toBe('—');
    expect(
      markIn(
        drawn(() => true, 4),
        { ...BOX, right: 12, bottom: 4 },
        SCALE,
      ),
    ).toBe('-');
  });
});

describe('no mark is', () => {
  it.each<[string, (x: number, y: number) => boolean]>([
    ['a square, as of 口', (x, y) => Math.max(Math.abs(x), Math.abs(y)) > 0.82],
    ['a circled figure', (x, y) => ring(x, y, 0.9) || Math.abs(x) < 0.1],
    ['a cross that stands upright', (x, y) => Math.abs(x) < 0.12 || Math.abs(y) < 0.12],
    ['a disc', (x, y) => Math.hypot(x, y) < 1],
  ])('%s', (_what, isInk) => {
    expect(markIn(drawn(isInk), BOX, SCALE)).toBeNull();
  });

  it('a nought, which is narrow', () => {
    const box = { ...BOX, right: 20 };
    const nought = blank(SIZE, SIZE);
    for (let y = 0; y < SIZE; y += 1)
      for (let x = 0; x < 20; x += 1)
        if (ring((x + 0.5) / 10 - 1, (y + 0.5) / 16 - 1, 0.85)) nought.data[y * SIZE + x] = 1;
    expect(markIn(nought, box, SCALE)).toBeNull();
  });
});
