import { expect, test } from 'vitest';
import { financeTotal } from '../../src/check/rules/finance-total.ts';
import { foundBy, table } from './found-by.ts';

const finance = (...totals: [string, string, string, string]): string => `事業費の状況報告書

単位：千円

${table(`
費目 | R2決算額 | R3決算額 | R4決算額 | R5決算額
国庫支出金 | 12,000 | 11,450 | 13,500 | 13,250
県支出金 | 6,000 | 5,725 | 6,750 | 6,120
一般財源 | 8,240 | 9,015 | 9,600 | 9,720
合計 | ${totals.join(' | ')}`)}
`;

test('ok the parts make the total in every year', async () => {
  const { checked, found } = await foundBy(financeTotal, finance('26,240', '26,190', '29,850', '29,090'));
  expect(found).toEqual([]);
  expect(checked).toBe(4);
});

test('ok a total one thousand off where parts are rounded', async () => {
  const { found } = await foundBy(financeTotal, finance('26,241', '26,190', '29,850', '29,090'));
  expect(found).toEqual([]);
});

test('ok a last row that is no total of the others', async () => {
  const { found, checked } = await foundBy(financeTotal, finance('999', '26,190', '1', '88,000'));
  expect([found, checked]).toEqual([[], 0]);
});

test('ng one total does not follow from its parts', async () => {
  const { found, messages } = await foundBy(financeTotal, finance('26,240', '26,190', '31,400', '29,090'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('31,400');
  expect(messages[0]).toContain('13,500 + 県支出金 6,750 + 一般財源 9,600 = 29,850');
  expect(found[0]?.severity).toBe('error');
  expect(found[0]?.observations[0]?.raw).toBe('31,400');
});
