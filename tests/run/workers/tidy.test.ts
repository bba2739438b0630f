import { getHeapStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { tidyUpAfter } from '../../../src/run/workers/tidy.ts';

const megabytesInUse = (): number => getHeapStatistics().used_heap_size / 2 ** 20;

it('what a long report left behind is collected', () => {
  let left: number[][] | null = Array.from({ length: 200 }, () => new Array<number>(2 ** 17).fill(0.5));
  const before = megabytesInUse();
  expect(before).toBeGreaterThan(190);
  tidyUpAfter(20_000);
  expect(megabytesInUse()).toBeGreaterThan(190);
  left = null;
  tidyUpAfter(200_000);
  expect(left).toBeNull();
  expect(megabytesInUse()).toBeLessThan(before - 150);
});
