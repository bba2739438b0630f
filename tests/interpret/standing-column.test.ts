import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('a cell merged over a name’s column and that of a value stands where its kind belongs', async () => {
  const { observations } = await readText(
    '<h1>進捗報告</h1><table><tr><th>区分</th><th>指標名</th><th>R4実績</th><th>R5実績</th></tr>' +
      '<tr><td>産業</td><td>創業件数</td><td>2件</td><td>3件</td></tr>' +
      '<tr><td colspan="2">相談件数</td><td>5件</td><td>6件</td></tr></table>',
  );
  expect(
    observations.map(({ indicator, timePeriod, raw }) => `${indicator} ${timePeriod?.label} ${raw}`),
  ).toEqual(['創業件数 R4 2件', '創業件数 R5 3件', '相談件数 R4 5件', '相談件数 R5 6件']);
});
