import { expect, it } from 'vitest';
import { reportYear } from '../../src/normalize/report-year.ts';

it.each([
  ['令和6年度 事務事業評価シート（令和5年度実施分）', '', '2023-04-01'],
  ['令和６年度　事務事業評価シート', '評価対象年度\t令和５年度', '2023-04-01'],
  ['事務事業マネジメントシート', '評価年度\t令和６年度（令和５年度実績）', '2023-04-01'],
  ['施策評価シート（令和５年度）', 'R3決算\tR4決算\tR5決算', '2023-04-01'],
  ['令和７年度当初予算 主要事業一覧', '', '2025-04-01'],
  ['事務事業評価シート', '指標\tR3実績\tR4実績', undefined],
])('%s, %s', (titles, opening, start) => {
  expect(reportYear(titles, opening)?.start).toBe(start);
});
