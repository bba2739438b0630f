import { expect, it } from 'vitest';
import { isLowerBetter } from '../../src/check/lower-is-better.ts';
import { readLegend } from '../../src/check/rating-legend.ts';
import { ratingRule } from '../../src/check/rules/rating-rule.ts';
import { foundInText, inLines } from './found-in-text.ts';

const LEGEND = '○:達成できた(100%以上) △:概ね達成できた(70-100%未満) ×:達成できなかった(70%未満) -:集計中\n';
const HEAD = `総合戦略 総括シート

数値目標

数値目標	基準値⇒R1目標値	年度	目標値	実績値	進捗度
`;
/** Without a baseline both definitions are the same: 5 of 6 is 83%, 9 of 18 is 50% */
const PLAIN = `オフィス誘致件数	— ▼ 計30件以上	H27	6件	5件	△
		H28	12件	6件	×
		H29	18件	9件	×
		H30	24件	30件	○
		R1	30件	17件	×
雇用者数	— ▼ 300人	H27	60人	120人	○
		H28	120人	121人	○
		H29	180人	177人	△
		H30	240人	268人	○
		R1	300人	382人	○
`;
/** 259 of 260 from 222 is 97%, 99% of the target; 243 of 300 is 27% of the way, 81% of the target */
const FROM_BASELINE = `商談会への参加企業数	222社 ▼ 300社	H27	230社	197社	×
		H28	240社	258社	○
		H29	260社	259社	△
		H30	280社	240社	×
		R1	300社	243社	×
`;
const run = async (rows: string, legend = LEGEND): Promise<string[]> =>
  inLines(await foundInText(ratingRule, `${HEAD}${rows}\n${legend}`));

it('ok marks that follow the legend are told once', async () => {
  expect(await run(PLAIN)).toEqual(['info (report)']);
});

it('ok less is better: 54 waiting children for a target of 60 is met', async () => {
  const rows = `${PLAIN}待機児童数	— ▼ 60名	H27	80名	90名	△
		H28	70名	140名	×
		H29	65名	65名	○
		H30	60名	58名	○
		R1	60名	54名	○
`;
  expect(await run(rows)).toEqual(['info (report)']);
});

it('ok no mark is judged without a result or a target', async () => {
  const { checked } = await foundInText(
    ratingRule,
    `${HEAD}件数	— ▼ 3件	H27	—	—	○\n		R1	3件	—	—\n\n${LEGEND}`,
  );
  expect(checked).toBe(0);
});

it('ok a few marks without a legend say nothing', async () => {
  expect(await run('件数	— ▼ 30件	H27	6件	5件	×\n		H28	12件	6件	△\n', '')).toEqual([]);
});

it('ng marks against the legend that follow the way from the baseline are told as one, with all of them', async () => {
  const { found } = await foundInText(ratingRule, `${HEAD}${PLAIN}${FROM_BASELINE}\n${LEGEND}`);
  expect(found).toHaveLength(1);
  // 197 ÷ 230 = 86%, 240 ÷ 280 = 86% and 243 ÷ 300 = 81% would be △
  expect(found[0]?.observations.map(({ provenance, raw }) => `${provenance.line} ${raw}`)).toEqual([
    '16 ×',
    '19 ×',
    '20 ×',
  ]);
  expect(found[0]?.severity).toBe('warning');
  expect(found[0]?.evidence).toMatchObject({ marks: 15, contrary: 3, explained: 15, explainedByLegend: 12 });
});

it('ng a mark that fits neither the legend nor the rule of the others: 49% of 60% is 82%, marked ×', async () => {
  const rows = `${PLAIN}認知度	— ▼ 60%	H27	50%	51%	○
		R1	60%	49%	×
`;
  expect(await run(rows)).toEqual(['info (report)', 'warning × → △']);
});

/** 75 of 80 from 71 is 44% of the way, 94% of the target */
const LOST_BASELINE = `${PLAIN}${FROM_BASELINE}住みよいと思う市民の割合	71% ▼ 80%	R1	80%	75%	×
`;
const ALONE = (mark: string): string => `住みよいと思う市民の割合	80%	R1	80%	75%	${mark}\n`;

it('ok a row repeated without its baseline has the mark of the row that has one', async () => {
  const once = await run(LOST_BASELINE);
  expect(await run(`${LOST_BASELINE}\n${HEAD}${ALONE('×')}`)).toEqual(once);
});

it('ng a row repeated without its baseline with another mark', async () => {
  const lines = await run(`${LOST_BASELINE}\n${HEAD}${ALONE('○')}`);
  expect(lines.at(-1)).toMatch(/^warning ○/u);
});

it('ng without a legend the thresholds are found in the marks, and the one outside them', async () => {
  expect(await run(PLAIN.replace('177人	△', '177人	×'), '')).toEqual(['info (report)', 'warning × → △']);
});

it.each([
  [
    '○:達成できた(100%以上) △:概ね達成できた(70-100%未満) ×:達成できなかった(70%未満)',
    ['○', '△', '×'],
    [100, 70],
  ],
  ['○…80～100％　△…0～79％　×…測定不能', ['○', '△'], [80]],
  ['A：100％以上、B：70％以上100％未満、C：70％未満', ['A', 'B', 'C'], [100, 70]],
])('reads the legend %s', (text, marks, cuts) => {
  expect(readLegend(text)).toMatchObject({ marks, cuts });
});

it('ok a sentence with a percentage is no legend', () => {
  expect(readLegend('「概ね達成できた（△）」の項目を合わせて全体の約62%（40項目）')).toBeNull();
});

it.each([
  '待機児童数',
  '大都市圏への転出超過数',
  '1人1日当たりのごみ排出量',
  '有害鳥獣による農作物の被害額',
  '不安を感じる人の割合',
  '市税の滞納額',
])('less is better: %s', (label) => expect(isLowerBetter(label)).toBe(true));

it.each([
  '待機児童解消率',
  'ごみの減量',
  '交通事故防止教室の参加者数',
  '子育てに不安や負担を感じない',
  '市税収納率',
  'いじめ解消率',
  '転入者数',
])('more is better: %s', (label) => expect(isLowerBetter(label)).toBe(false));

/** 順調 and its like on the printed rate of each year: 98.0% is 概ね順調, 75.0% is 遅れ */
const RATED = (mark: string): string => `実施状況報告

進捗の区分：順調（達成率100％以上）、概ね順調（80％以上100％未満）、遅れ（80％未満）

指標名	単位	基準値（R2）	R5目標	R5実績	R5達成率	目標値（R7）	進捗
養成者数	人	312	370	381	103.0％	410	順調
会員数	人	100	200	196	98.0％	240	${mark}
講座数	回	40	100	75	75.0％	120	遅れ
発生件数	件	788	720以下	715	100.7％	650以下	順調
登録者数	人	10	50	60	120.0％	80	順調
設置数	基	10	50	45	90.0％	80	概ね順調
`;

it('ok marks on the printed rate of the year, under a legend with its ranges in brackets', async () => {
  expect(inLines(await foundInText(ratingRule, RATED('概ね順調')))).toEqual([]);
});

it('ng a mark that its printed rate denies: 98.0% is no 遅れ', async () => {
  expect(inLines(await foundInText(ratingRule, RATED('遅れ')))).toEqual(['warning 遅れ → 概ね順調']);
});

const TREND_ROWS = Array.from(
  { length: 9 },
  (_, i) => `指標${i}\t100人\t${i < 5 ? '190' : '130'}人\t200人\t${i < 5 ? '○' : '×'}`,
);
const trend = (legend: string): Promise<string[]> =>
  run2(
    `年次報告\n\n${legend}\n\n指標\t基準値（R2）\tR5実績\t目標値（R9）\t進捗\n${TREND_ROWS.join('\n')}\n後の指標\t100人\t195人\t200人\t×\n`,
  );
const run2 = async (text: string): Promise<string[]> => inLines(await foundInText(ratingRule, text));

it('ok marks of a trend follow no thresholds: ×:悪化', async () => {
  expect(await trend('○：向上　×：悪化')).toEqual([]);
});

it('ng the same marks without a word of trends: 95% of the way among those at 30%', async () => {
  expect(await trend('')).toEqual(['info (report)', 'warning × → ○']);
});

/** 順調 from 60% of the way, without a legend: 50% and less are やや遅れ */
const judged = (last: string): string =>
  `実施状況\n\n取組\tR3（策定時）\tR5\tR6目標\t進捗\n${[90, 80, 75, 70, 65, 60, 50, 40, 30, 20]
    .map((value, i) => `取組${i}\t0件\t${value}件\t100件\t${value < 60 ? 'やや遅れ' : '順調'}\n`)
    .join('')}後の取組\t0件\t${last}件\t100件\t順調\n`;

it('ok a mark a little short of thresholds nobody printed; ng one far short of them', async () => {
  const grave = async (last: string): Promise<string[]> =>
    (await run2(judged(last))).filter((line) => !line.startsWith('info'));
  expect(await grave('56')).toEqual([]);
  expect(await grave('22')).toEqual(['warning 順調 → やや遅れ']);
});
