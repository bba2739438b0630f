import { expect, test } from 'vitest';
import { deltaLevel } from '../../src/check/rules/delta-level.ts';
import { foundBy, table } from './found-by.ts';

const rows = (body: string): string => `事業進捗報告

基本目標1 人の流れをつくる

${table(`指標名 | 基準値 | 目標値 | R2実績 | R3実績 | R4実績 | R5実績 | 達成率\n${body}`)}
`;

const users = '利用者数 | 0件 | 9,000件 | 0件 | 5,060件 | 8,138件 (+3078件) | 8,151件 (+13件) | 91%';

test('ok differences in brackets', async () => {
  const { found, checked } = await foundBy(deltaLevel, rows(users));
  expect([found, checked]).toEqual([[], 2]);
});

test('ng +80 that is +77', async () => {
  const { found, messages } = await foundBy(
    deltaLevel,
    rows(`${users}\n登録者数 | 900人 | 2,000人 | 990人 | 1,049人 | 1,126人(+80人) | 1,160人(+34人) | 58%`),
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('= 77');
  expect(found[0]?.suggestion?.to).toBe('1,126人(+77人)');
  const sum = 'R4 +80人 ≠ 登録者数 R4 1,126人(+80人) − 登録者数 R3 1,049人 = 77';
  expect(messages[0]).toMatch(/^括弧内 R4 /u);
  expect(found[0]?.message.en.startsWith(`bracketed ${sum}. `)).toBe(true);
  expect(found[0]?.evidence.equation1).toBe(`() ${sum}`);
});

const moved = (level: string, total: string): string =>
  rows(
    `転入者数 | 92人増加 | 500人増加 (基準値:R元年1,391人) | -164人増加 (1,227人) | -153人増加 (${level}) | 39人増加 (1,430人) | -116人増加 (1,275人) | -79% (${total})`,
  );

test('ok levels and running total follow from base and changes', async () => {
  const { found, checked } = await foundBy(deltaLevel, moved('1,238人', '-394人増加'));
  expect([found, checked]).toEqual([[], 5]);
});

test('ng a level that base and change do not give', async () => {
  const { messages } = await foundBy(deltaLevel, moved('1,245人', '-394人増加'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('= 1,238');
});

const population = (change: string): string => `人口動向

<人口の推移>

${table(`
年度 | H24 | H25 | H26 | H27 | H28
人口 | 304,831 | 305,214 | 305,549 | 305,993 | 306,211
増減 | 2,498 | 383 | ${change} | 444 | 218`)}
`;

test('ok a change row, whose first year has nothing before it', async () => {
  const { found, checked } = await foundBy(deltaLevel, population('335'));
  expect([found, checked]).toEqual([[], 4]);
});

test('ng a change that is not the difference to the year before', async () => {
  const { messages } = await foundBy(deltaLevel, population('402'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('= 335');
});
