import { expect, it } from 'vitest';
import { turned } from '../../../src/ingest/scan/turned.ts';

const PICTURE = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

it.each<[number, number, number, number[]]>([
  [0, 3, 2, [1, 2, 3, 4, 5, 6]],
  [1, 2, 3, [4, 1, 5, 2, 6, 3]],
  [2, 3, 2, [6, 5, 4, 3, 2, 1]],
  [3, 2, 3, [3, 6, 2, 5, 1, 4]],
])('turned clockwise by %s quarters', (turns, width, height, pixels) => {
  expect(turned(PICTURE, turns)).toEqual({ width, height, data: Uint8Array.from(pixels) });
});
