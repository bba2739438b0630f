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
