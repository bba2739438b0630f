import { expect, test } from 'vitest';
import { financeTotal } from '../../src/check/rules/finance-total.ts';
import { typingError } from '../../src/check/rules/typing-error.ts';
import { foundBy, table } from './found-by.ts';

const finance = (part: string): string => `事業費の状況報告書

単位：千円

${table(`
費目 | R2決算額 | R3決算額 | R4決算額
国庫支出金 | 12,000 | 11,450 | 13,500
県支出金 | 6,000 | 5,725 | ${part}
一般財源 | 8,240 | 9,015 | 9,600
合計 | 26,240 | 26,190 | 29,850`)}
`;

test('ok a table without slips', async () => {
  const { found, checked } = await foundBy(typingError, finance('6,750'));
  expect([found, checked]).toEqual([[], 3]);
});

test.each([
  ['a lost digit', '670', 'lost'],
  ['a digit typed twice', '67,550', 'doubled'],
  ['ten times too much', '67,500', 'power'],
])('ng %s', async (_, part, slip) => {
  const { found } = await foundBy(typingError, finance(part));
  expect(found).toHaveLength(1);
  expect(found[0]?.evidence.slip).toBe(slip);
  expect(found[0]?.suggestion?.to).toBe(6750000);
  // told once: the rule of the sum stays silent
  expect((await foundBy(financeTotal, finance(part))).found).toEqual([]);
});

test('ok a wrong figure no single slip explains is left to the rule of the sum', async () => {
  expect((await foundBy(typingError, finance('1,234'))).found).toEqual([]);
  expect((await foundBy(financeTotal, finance('1,234'))).found).toHaveLength(1);
});
