import { expect, it } from 'vitest';
import { explanationIn } from '../../../src/review/web/finding/explanation.ts';

it.each([
  ['2.3m³ と並びます / 2.3m³ lies among them', 'ja', '2.3m³ と並びます'],
  ['2.3m³ と並びます / 2.3m³ lies among them', 'en', '2.3m³ lies among them'],
  ['a / b の合計 / the sum of a / b', 'en', 'the sum of a / b'],
  ['50.0% → ○', 'ja', '50.0% → ○'],
] as const)('of "%s" the page in %s shows "%s"', (explains, language, shown) => {
  expect(explanationIn(explains, language)).toBe(shown);
});
