import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('the label of a header’s period is as printed, not folded', async () => {
  const { observations } = await readText(
    '進捗報告書\n\n指標名\tＲ４実績\t令和５年度実績\tR2～R6累計\n転入数\t5人\t6人\t9人',
  );
  expect(observations.map(({ timePeriod }) => timePeriod?.label)).toEqual(['Ｒ４', '令和５年度', 'R2～R6']);
});
