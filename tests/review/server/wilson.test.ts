import { expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/review/server/wilson.ts';

/** Worked out by hand from (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96. */
it.each([
  [0, 50, 0, 0.0713],
  [2, 50, 0.011, 0.1346],
  [50, 50, 0.9287, 1],
  [1, 1, 0.2065, 1],
])('%i wrong of %i', (wrong, keyed, low, high) => {
  const interval = wilsonInterval(wrong, keyed);
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});
