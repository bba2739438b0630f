import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('a mark with its meaning heads a column of counts like the mark alone', async () => {
  const { observations } = await readText(
    '進捗報告書\n\n基本目標\t○（達成）\t△（概ね達成）\t×（未達成）\t合計\n1 しごと\t14\t0\t6\t20\n2 ひと\t5\t4\t3\t12',
  );
  expect(observations.map(({ measure }) => measure)).toEqual(Array.from({ length: 8 }, () => 'count'));
});
