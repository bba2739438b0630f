import { describe, expect, it } from 'vitest';
import { skewOf, straightened } from '../../../src/ingest/scan/skew.ts';
import { inkOf } from '../../../src/ingest/scan/threshold.ts';
import { blank, fill, paper } from './draw.ts';

/** Lines across a page that fall by some degrees towards the right. */
function lines(degrees: number) {
  const page = paper(600, 400);
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let y = 40; y < 360; y += 40)
    for (let x = 30; x < 570; x += 1) {
      const at = Math.round(y + slope * (x - 300));
      for (const row of [at, at + 1]) page.data[row * 600 + x] = 0;
    }
  return page;
}

describe('how far lines fall is found, and taken back', () => {
  it.each([-3, -1.3, -0.4, 0, 0.7, 2.2, 3])('%s°', (degrees) => {
    const page = lines(degrees);
    const found = skewOf(inkOf(page, 12));
    expect(Math.abs(found - degrees)).toBeLessThan(0.06);
    const again = skewOf(inkOf(straightened(page, found, 255), 12));
    expect(Math.abs(again)).toBeLessThan(0.06);
  });
});

it('a page with next to no ink stands as it is', () => {
  const dots = blank(300, 300);
  fill(dots, [10, 10, 15, 15], 1);
  expect(skewOf(dots)).toBe(0);
  expect(skewOf(blank(1, 1))).toBe(0);
});
