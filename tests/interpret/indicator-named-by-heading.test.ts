import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('where only the heading over the table names the indicator, observations are not nameless', async () => {
  const { observations, records } = await readText(
    '進捗報告書\n\n（1）相談件数\n\n区分\tR4\tR5\n目標値\t10件\t11件\n実績値\t12件\t13件',
  );
  for (const { indicator } of observations) expect(indicator).toContain('相談件数');
  expect(records[0]?.name).toContain('相談件数');
});

it('nor are the values of years whose columns are only 目標 and 実績; the word that says what the heading names is left out', async () => {
  const { observations } = await readText(
    '進捗報告書\n\n【成果指標】間伐の面積\n\n年度\t目標\t実績\nR4\t60ha\t57ha\nR5\t65ha\t68ha',
  );
  expect(observations.map(({ indicator, measure, raw }) => [indicator, measure, raw])).toEqual([
    ['間伐の面積', 'target', '60ha'],
    ['間伐の面積', 'actual', '57ha'],
    ['間伐の面積', 'target', '65ha'],
    ['間伐の面積', 'actual', '68ha'],
  ]);
});
