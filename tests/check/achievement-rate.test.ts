import { expect, it } from 'vitest';
import { achievementRate } from '../../src/check/rules/achievement-rate.ts';
import { foundInText, inLines } from './found-in-text.ts';

const HEAD = `事業進捗報告(令和5年度分)

施策① 産業の振興

重要業績評価指数(KPI)	基準値	目標値	R2実績	R3実績	R4実績	R5実績	達成率
`;
/** 66 ÷ 75 = 88%, 40 ÷ 50 = 80%, 49 ÷ 20 = 245%, (0+1+1+1) ÷ 8 = 37.5% */
const CLEAN = `認定農業者総数	60人	75人	69人	72人	65人	66人	88%
協定を結んだ団体数	30団体	50団体	32団体	34団体	38団体	40団体	80%
相談件数	11件	20件	6件	8件	57件	49件	245%
研修会の実施回数	—	8回/4か年	0回/1か年	1回/1か年	1回/1か年	1回/1か年	38%
講座の開催回数	—	4回/4か年	0回/1か年	4回/1か年	2回/1か年	6回/1か年	300%
`;
const lines = async (rows: string): Promise<string[]> =>
  inLines(await foundInText(achievementRate, HEAD + CLEAN + rows)).filter((line) => line !== 'info (report)');

it('ok last ÷ target and sum ÷ target of a target for four years are the habit, told once', async () => {
  const { checked, found } = await foundInText(achievementRate, HEAD + CLEAN);
  expect(checked).toBe(5);
  expect(found.map(({ severity, message }) => [severity, message.ja])).toEqual([
    ['info', '達成率5件中5件は次の計算で説明できます: 直近の実績 ÷ 目標 3件、実績の累計 ÷ 目標 2件。'],
  ]);
});

it('ok a rate rounded from rounded figures: 4.1億円 of 5億円 is 81 to 83%', async () => {
  expect(await lines('寄付金額	2.6億円	5億円	12億円	5.5億円	3.9億円	4.1億円	83%\n')).toEqual([]);
});

it('ok a rate cut off instead of rounded: 534 of 800 is 66.75%', async () => {
  expect(await lines('来館者数	500人	800人	668人	607人	625人	534人	66%\n')).toEqual([]);
});

it('ok the last result there is, where the last year was not surveyed', async () => {
  expect(await lines('満足度	7.30%	25%	-	-	3.95%	-	16%\n')).toEqual([]);
});

it('ok changes add up without a word: 19 + 27 + 15 + 11 = 72 of 250', async () => {
  expect(await lines('雇用創出数	67人増加	250人増加	19人	27人	15人	11人	29%\n')).toEqual([]);
});

it('ok a target in words has no rate to compute', async () => {
  expect(
    (
      await foundInText(
        achievementRate,
        `${HEAD}計画の策定	未策定	策定済み	策定中	策定中	策定中	策定済み	100%\n`,
      )
    ).checked,
  ).toBe(0);
});

it('ng a rate less 100: -394 ÷ 500 is -78.8%, printed -179%', async () => {
  const row =
    '転入者数	92人増加	500人増加	-164人増加	-153人増加	39人増加	-116人増加	-179% (-394人増加)\n';
  expect(await lines(row)).toEqual(['error -179% (-394人増加) → -79']);
});

it('ng a rate plus 100: 309 ÷ 500 is 61.8%, printed 162%', async () => {
  const row = '転出者数	120人減少	500人減少	-66人減少	200人減少	98人減少	77人減少	162% (309人減少)\n';
  expect(await lines(row)).toEqual(['error 162% (309人減少) → 62']);
});

it('ng a rate no definition gives: 90 of 120 is 75%, printed 71%', async () => {
  expect(await lines('参加者数	60人	120人	70人	80人	85人	90人	71%\n')).toEqual(['error 71% → 75']);
});

it('ng a result ten times too large that the rate does not know: 900人 for 90人', async () => {
  expect(await lines('参加者数	60人	120人	70人	80人	85人	900人	75%\n')).toEqual(['error 900人 → 90']);
});

it('ng one year alone against a target for four years', async () => {
  expect(await lines('派遣回数	—	20回/4か年	3回/1か年	4回/1か年	2回/1か年	5回/1か年	25%\n')).toEqual([
    'warning 25%',
  ]);
});

it('ng a level printed as an increase', async () => {
  const row =
    '観光消費額	15,554円/人	4年間で2,996円/人の増加	-	17,711円/人増加	29,211円/人増加	26,209円/人増加	875%\n';
  expect(await lines(row)).toEqual(['warning 875%']);
});

it('ng the sum where nothing says that years are added up is worth knowing', async () => {
  expect(await lines('企業誘致の件数	7件	50社	5件	9件	10件	9件	66%\n')).toEqual(['info 66%']);
});

it('ok where less is better the target is divided by the result, also of a deficit', async () => {
  expect(await lines('社会増減数	△287人	△150人	△241人	△198人	△226人	△173人	86.7%\n')).toEqual([]);
  expect(
    await lines(
      '一人当たり医療費	402,118円	390,000円以下	381,204円	398,770円	405,332円	411,046円	94.9%\n',
    ),
  ).toEqual([]);
});

it('ng a rate of a deficit that neither way gives', async () => {
  expect(await lines('社会増減数	△287人	△150人	△241人	△198人	△226人	△173人	68.7%\n')).toHaveLength(1);
});
