import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('where only the heading over the table names the indicator, observations are not nameless', async () => {
  const { observations, records } = await readText(
    '進捗報告書\n\n（1）相談件数\n\n区分\tR4\tR5\n目標値\t10件\t11件\n実績値\t12件\t13件',
  );
  for (const { indicator } of observations) expect(indicator).toContain('相談件数');
  expect(records[0]?.name).toContain('相談件数');
});
