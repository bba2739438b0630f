import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

test('a state merged over several years is one observation of all of them', async () => {
  const { observations } = await readText(
    '<table><tr><th>指標名</th><th>R3実績</th><th>R4実績</th><th>R5実績</th></tr>' +
      '<tr><td>相談件数</td><td>5件</td><td>6件</td><td>7件</td></tr>' +
      '<tr><td>創業件数</td><td colspan="3">策定中のため未計上</td></tr></table>',
  );
  const merged = observations.filter(({ indicator }) => indicator === '創業件数');
  expect(merged).toHaveLength(1);
  expect(merged[0]).toMatchObject({
    measure: 'actual',
    kind: 'status',
    raw: '策定中のため未計上',
    timePeriod: { start: '2021-04-01', end: '2024-03-31' },
  });
});
