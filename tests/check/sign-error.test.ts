import { expect, test } from 'vitest';
import { signError } from '../../src/check/rules/sign-error.ts';
import { foundBy, table } from './found-by.ts';

const activity = (row: string): string => `事業進捗報告

具体的な事業

${table(`
取組内容 | KPI | R2実績 | R3実績 | R4実績 | R5実績 | 評価・課題 | 担当課
経費を見直した。 | ${row} | 縮減した。 | 財政課`)}
`;

test('ok savings that are negative every year', async () => {
  const text = activity('当初予算削減額 | △54,573千円 | △60,056千円 | △48,333千円 | △28,175千円');
  expect((await foundBy(signError, text)).found).toEqual([]);
});

test('ng one year without its sign', async () => {
  const text = activity('当初予算削減額 | △54,573千円 | △60,056千円 | 48,333千円 | △28,175千円');
  const { found } = await foundBy(signError, text);
  expect(found.map(({ observations }) => observations[0]?.raw)).toEqual(['48,333千円']);
  expect(found[0]?.suggestion?.to).toBe(-48333000);
});

test('ok a difference that goes both ways', async () => {
  const text = activity('転出入の差 | △54人 | △60人 | 48人 | △28人');
  expect((await foundBy(signError, text)).found).toEqual([]);
});

test('ng a change whose sign the levels contradict', async () => {
  const text = `人口動向\n\n<人口の推移>\n\n${table(`
年度 | H26 | H27 | H28 | H29 | H30
人口 | 305,549 | 305,993 | 306,211 | 305,581 | 304,703
増減 | 335 | 444 | 218 | 630 | △878`)}\n`;
  const { found } = await foundBy(signError, text);
  expect(found.map(({ observations }) => observations[0]?.raw)).toEqual(['630']);
});

const goals = (row: string): string => `事業進捗報告

重要業績評価指標

${table(`
指標 | 基準値 | 目標値 | R4実績 | R5実績
${row}`)}
`;

test('ng a target that is negative beside a baseline and results that are not, and a line of a plain table', async () => {
  const { found } = await foundBy(signError, goals('歩数 | 7,102歩 | -8,500歩 | 6,894歩 | 6,912歩'));
  expect(found.map(({ suggestion }) => suggestion?.to)).toEqual([8500]);
  const line = `水道の状況\n\n業務の状況\n\n${table('項目 | R1 | R2 | R3 | R4 | R5\n有収水量 | 6,857 | 6,901 | -6,702 | 6,544 | 6,418')}\n`;
  expect((await foundBy(signError, line)).found.map(({ suggestion }) => suggestion?.to)).toEqual([6702]);
});

test('ok a net figure whose target is on the other side of nought', async () => {
  expect((await foundBy(signError, goals('経常損益 | △178円 | 10円 | △150円 | △143円'))).found).toEqual([]);
});
