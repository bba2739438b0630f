import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('the first year column is not the report period: the last year with an actual is', async () => {
  const { document } = await readText(
    '進捗報告書\n\n指標名\t基準値(H30)\tR2実績\tR3実績\tR4実績\tR5実績\n転入数\t5人\t6人\t7人\t8人\t9人',
  );
  expect(document.reportPeriod).toEqual({ label: 'R5', start: '2023-04-01', end: '2024-03-31' });
});
