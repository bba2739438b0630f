import { expect, it } from 'vitest';
import { targetSide } from '../../src/check/rules/target-side.ts';
import { foundInText, inLines } from './found-in-text.ts';

const WIDE = `事業進捗報告(令和5年度分)

施策① 産業の振興

重要業績評価指数(KPI)	基準値	目標値	R2実績	R3実績	R4実績	R5実績	達成率
`;
const LONG = `総合戦略 総括シート

数値目標

数値目標	基準値⇒R1目標値	年度	目標値	実績値	進捗度
`;
const wide = async (row: string): Promise<string[]> =>
  inLines(await foundInText(targetSide, `${WIDE}${row}\n`));
const long = async (rows: string): Promise<string[]> =>
  inLines(await foundInText(targetSide, `${LONG}${rows}`));

it('ok a result between baseline and target', async () => {
  expect(await wide('認定農業者総数	60人	75人	69人	72人	65人	66人	88%')).toEqual([]);
});

it('ok a sum over years beside a baseline of none: 3 of 5 though the last year had none', async () => {
  expect(await wide('改修した物件数	0件	5件	1件	1件	1件	0件	60%')).toEqual([]);
});

it('ok less is better, and the target asks for less', async () => {
  expect(await wide('待機児童数	33人	0人	30人	25人	20人	18人	-')).toEqual([]);
});

it('ok a shrinking population is no step back', async () => {
  expect(await wide('総人口	33,880人	30,000人	33,000人	32,500人	32,000人	31,500人	105%')).toEqual([]);
});

it('ok yearly targets that add up to the headline, and one that says it was changed', async () => {
  expect(
    await long(`導入地域数	— ▼ 3地域	H27	2地域	2地域	○
		H28	0地域	0地域	○
		R1	1地域	0地域	×
登録事業所数	— ▼ 90事業所 110事業所 (H29上方修正)	H30	40事業所	93事業所	○
		R1	110事業所	123事業所	○
`),
  ).toEqual([]);
});

it('ng a result below the baseline behind 88%', async () => {
  expect(await wide('認定農業者総数	71人	75人	69人	72人	65人	66人	88%')).toEqual(['warning 88%']);
});

it('ng below the baseline, but the rate does not look good either', async () => {
  expect(await wide('満足度	21.7%	30%	-	-	-	12.5%	41.7%')).toEqual(['info 41.7%']);
});

it('ng a rate of several times the target: first year 8 of 4', async () => {
  expect(await wide('寄附件数	—	4者/4か年	8者/1か年	10者/1か年	10者/1か年	12者/1か年	1000%')).toEqual([
    'warning 1000%',
  ]);
});

it('ng targets above the baseline where less is better', async () => {
  expect(
    await long(`待機児童数	33名 ▼ 0名	H28	70名	78名	×
		H29	40名	59名	×
		H30	0名	44名	×
		R1	0名	54名	×
`),
  ).toEqual(['warning 70名']);
});

it('ng two targets for one year: 25万人 above, 8.4万人 in the row', async () => {
  expect(
    await long(`年間来館者数	— ▼ 25万人/年	H29	17万人/年	15.3万人	△
		H30	25万人/年	17.6万人	△
		R1	8.4万人/年	5.5万人	×
`),
  ).toEqual(['warning 8.4万人/年']);
});
