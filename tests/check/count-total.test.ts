import { expect, test } from 'vitest';
import { countTotal } from '../../src/check/rules/count-total.ts';
import { foundBy, table } from './found-by.ts';

const summary = (cross: string, total: string): string => `総合戦略 進捗状況報告

(1) 重要業績評価指標(KPI)の実績

${table(`
基本目標 | ○ | △ | × | － | 合計
1 しごとをつくる | 14 | 0 | 6 | 1 | 21
2 ひとの流れをつくる | 5 | 4 | 3 | 2 | 14
3 子育ての希望をかなえる | 5 | 2 | 8 | 0 | 15
合計 | 24 | 6 | ${cross} | 3 | ${total}`)}

`;

test('ok rows and columns of a summary add up', async () => {
  const { found, checked } = await foundBy(countTotal, summary('17', '50'));
  expect([found, checked]).toEqual([[], 9]);
});

test('ng one mark too many: row and column point at one cell', async () => {
  const { found } = await foundBy(countTotal, summary('16', '50'));
  expect(found).toHaveLength(1);
  expect(found[0]?.observations[0]?.raw).toBe('16');
  expect(found[0]?.suggestion?.to).toBe(17);
});

test('ok a share in the text that the table gives', async () => {
  const text = `${summary('17', '50')}(2) 評価の概要\n\n全50項目のうち、成果のあったものは全体の約64%(30項目)でした。\n`;
  // 30 of the 47 that can be judged: 63.8 %
  expect((await foundBy(countTotal, text)).found).toEqual([]);
});

test('ng a share in the text that no row gives', async () => {
  const text = `${summary('17', '50')}(2) 評価の概要\n\n成果のあったものは全体の約72%(30項目)でした。\n`;
  const { messages } = await foundBy(countTotal, text);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('30 ÷ 50 = 60.0%');
});

const people = (row: string): string => `人口動向

【都道府県別の人口移動（H27～R1年度）】

${table(`
都道府県 | 転入数 | 転出数 | 増減
神奈川県 | 2,246 | 1,294 | 952
長崎県 | 2,831 | 2,034 | 797
${row}
鹿児島県 | 1,501 | 1,349 | 152
山口県 | 813 | 681 | 132`)}
`;

test('ok differences along the rows', async () => {
  expect((await foundBy(countTotal, people('熊本県 | 3,365 | 3,083 | 282'))).found).toEqual([]);
});

test('ng a difference that is not one', async () => {
  const { messages } = await foundBy(countTotal, people('熊本県 | 3,365 | 3,083 | 417'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('417');
  expect(messages[0]).toContain('3,365 − 転出数 3,083 = 282');
});

const MEASURES = ['企業を応援する', '医療を活かす', '農業の魅力を高める', '就業を応援する'];

/** A summary by measure, and under each measure a table of its indicators with their marks. */
const sheets = (second: string): string => `総合戦略の総括

基本目標 しごとをつくる

KPI

${table(`施策の基本的方向 | KPI数 | R1年度末の進捗度 |
①${MEASURES[0]} | 2 | ○ 1 | × 1
②${MEASURES[1]} | 2 | ${second}
③${MEASURES[2]} | 2 | ○ 1 | × 1
④${MEASURES[3]} | 2 | ○ 1 | × 1`)}

${MEASURES.map(
  (title, index) => `施策の基本的方向 ${'①②③④'[index]}：${title}

${table(`重要業績評価指標 | 基準値 | R1目標値 | R1実績値 | 進捗度
参加企業数${index} | 10社 | 20社 | 25社 | ○
相談件数${index} | 30件 | 60件 | 31件 | ×`)}
`,
).join('\n')}`;

test('ok counts that are the marks under each measure', async () => {
  const { found, checked } = await foundBy(countTotal, sheets('○ 1 | × 1'));
  expect(found).toEqual([]);
  expect(checked).toBeGreaterThanOrEqual(8);
});

test('ng counts that the marks under a measure do not give', async () => {
  const { messages } = await foundBy(countTotal, sheets('○ 2 |'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('②医療を活かす');
  expect(messages[0]).toContain('○1 ×1');
});

/** 480 − 301 = 179, 480 − 277 = 203, 480 − 243 = 237, 405 − 228 = 177 */
const formula = (surplus: string, header = '過不足（②－③）'): string => `計画の点検

${table(`
（単位：人） | 令和2年度 | 令和3年度 | 令和4年度 | 令和5年度
①量の見込み | 312 | 298 | 281 | 236
②確保方策 | 480 | 480 | 480 | 405
③利用実績 | 301 | 277 | 243 | 228
${header} | 179 | ${surplus} | 237 | 177`)}
`;

test('ok and ng a difference that its header writes down', async () => {
  expect((await foundBy(countTotal, formula('203'))).found).toEqual([]);
  const { found } = await foundBy(countTotal, formula('209'));
  expect(found.map(({ observations }) => observations[0]?.raw)).toEqual(['209']);
});

test('ok a formula that no line bears out', async () => {
  expect((await foundBy(countTotal, formula('203', '過不足（①－③）'))).found).toEqual([]);
});

test('ng shares of a whole that come to more than 100', async () => {
  const shares = (last: string): string =>
    `年次報告\n\n${table(`部門 | 排出量 | 構成比\n産業 | 344 | 31.2%\n家庭 | 222 | 20.1%\n運輸 | 298 | 27.0%\n業務 | 239 | ${last}\n合計 | 1,103 | 100.0%`)}\n`;
  expect((await foundBy(countTotal, shares('21.7%'))).found).toEqual([]);
  expect((await foundBy(countTotal, shares('26.7%'))).found).toHaveLength(1);
});

const totals = `(1) 実績

${table(`
基本目標 | ○ | △ | × | － | 合計
1 しごとをつくる | 5 | 0 | 3 | 0 | 8
2 ひとの流れをつくる | 2 | 1 | 1 | 0 | 4
3 子育ての希望をかなえる | 1 | 0 | 2 | 0 | 3
合計 | 8 | 1 | 6 | 0 | 15`)}

`;

test('ng the rows of a summary that hold the wrong counts too are named with them', async () => {
  const text = sheets('○ 2 |').replace('基本目標 しごとをつくる', `${totals}基本目標1 しごとをつくる`);
  const { found, messages } = await foundBy(countTotal, text);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('「1 しごとをつくる」「合計」の行にも含まれています');
  const raws = found[0]?.observations.map(({ raw, indicator }) => `${indicator} ${raw}`);
  expect(raws).toEqual(expect.arrayContaining(['○ 5', '× 3']));
});
