import { expect, it } from 'vitest';
import { inkOf } from '../../../src/ingest/scan/threshold.ts';
import { fill, paper } from './draw.ts';

const inkedIn = (data: Uint8Array): number => data.reduce((sum, pixel) => sum + pixel, 0);

it('a stroke is ink on white, on a shaded ground and in a shadow, and its ground is not', () => {
  const page = paper(120, 40, 250);
  fill(page, [40, 0, 80, 40], 200);
  fill(page, [80, 0, 120, 40], 130);
  fill(page, [18, 10, 22, 30], 20);
  fill(page, [58, 10, 62, 30], 20);
  fill(page, [98, 10, 102, 30], 20);
  const { data } = inkOf(page, 12);
  for (const x of [19, 59, 99]) expect(data[20 * 120 + x]).toBe(1);
  for (const x of [8, 66, 112]) expect(data[20 * 120 + x]).toBe(0);
});

it('a faint line is ink, the grain of paper is not', () => {
  const page = paper(60, 40, 240);
  for (let at = 0; at < page.data.length; at += 1) page.data[at]! -= (at * 7) % 12;
  fill(page, [0, 20, 60, 21], 190);
  const { data } = inkOf(page, 12);
  expect(inkedIn(data.subarray(20 * 60, 21 * 60))).toBe(60);
  expect(inkedIn(data)).toBe(60);
});

it('a blank page, a black page and a single pixel have no ink', () => {
  for (const page of [paper(30, 30), paper(30, 30, 0), paper(1, 1, 90)])
    expect(inkedIn(inkOf(page, 12).data)).toBe(0);
});
