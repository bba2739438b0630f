import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it.each(['△12', '-12', '▲12'])('the multiplier beside %s counts for it as for any number', async (raw) => {
  const { observations } = await readText(
    `評価シート\n\n費目\tR5決算額\t\n国庫補助金\t450\t千円\n繰越金\t${raw}\t千円`,
  );
  expect(observations.map((observation) => [observation.raw, observation.value, observation.unit])).toEqual([
    ['450', 450000, '円'],
    [raw, -12000, '円'],
  ]);
});
