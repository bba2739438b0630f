import { describe, expect, it } from 'vitest';
import type { Observation, Report } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';

/** What a person reads in a cell. */
interface Seen {
  readonly line: number;
  readonly path: readonly string[];
  readonly indicator: string;
  readonly measure: string;
  readonly period: string | null;
  readonly raw: string;
  readonly kind: string;
  readonly value: number | null;
  readonly unit: string | null;
}

async function read(text: string): Promise<Report> {
  return readReport({ path: 'report.txt', documentId: 'report', bytes: Buffer.from(text) });
}

const seen = ({
  path,
  indicator,
  measure,
  timePeriod,
  raw,
  kind,
  value,
  unit,
  provenance,
}: Observation): Seen => ({
  line: provenance.line ?? 0,
  path,
  indicator,
  measure,
  period: timePeriod?.label ?? null,
  raw,
  kind,
  value,
  unit,
});

/** Cells of one row that share line, path and indicator: [measure, period, raw, kind, value, unit] each. */
type Cell = [string, string | null, string, string, number | null, string | null];
function rowOf(line: number, path: readonly string[], indicator: string, ...cells: Cell[]): Seen[] {
  return cells.map(([measure, period, raw, kind, value, unit]) => ({
    line,
    path,
    indicator,
    measure,
    period,
    raw,
    kind,
    value,
    unit,
  }));
}

describe('wide: a column a year', () => {
  const text = `人吉市 事業進捗報告(令和5年度分)

基本目標1 稼ぐ地域をつくる

指標名	基準値	目標値	R4実績	R5実績	達成率
雇用創出数	67人増加	250人増加	15人	11人	4.4%

施策① 企業を支える

重要業績評価指数(KPI)	基準値	目標値	R4実績	R5実績	達成率
創業の件数	－	8回/4か年	策定中	1,234件	38%

具体的な事業

取組内容	KPI	R4実績	R5実績	評価・課題	担当課
窓口で相談に応じた。	相談件数	0.9万件	5.5億円	件数は2年続けて増えた。	商工観光課 企画課
`;

  it('gives every cell its indicator, measure, period and worth', async () => {
    const { observations } = await read(text);
    const goal = ['基本目標1 稼ぐ地域をつくる'];
    const measure = [...goal, '施策① 企業を支える'];
    expect(observations.map(seen)).toEqual([
      ...rowOf(
        6,
        goal,
        '雇用創出数',
        ['baseline', null, '67人増加', 'quantity', 67, '人'],
        ['target', null, '250人増加', 'quantity', 250, '人'],
        ['actual', 'R4', '15人', 'quantity', 15, '人'],
        ['actual', 'R5', '11人', 'quantity', 11, '人'],
        ['achievementRate', null, '4.4%', 'quantity', 4.4, '%'],
      ),
      ...rowOf(
        11,
        measure,
        '創業の件数',
        ['baseline', null, '－', 'missing', null, null],
        ['target', null, '8回/4か年', 'quantity', 8, '回'],
        ['actual', 'R4', '策定中', 'status', null, null],
        ['actual', 'R5', '1,234件', 'quantity', 1234, '件'],
        ['achievementRate', null, '38%', 'quantity', 38, '%'],
      ),
      ...rowOf(
        16,
        [...measure, '具体的な事業'],
        '相談件数',
        ['actual', 'R4', '0.9万件', 'quantity', 9000, '件'],
        ['actual', 'R5', '5.5億円', 'quantity', 550000000, '円'],
      ),
    ]);
  });

  it('gives every field of an observation', async () => {
    const { observations, records } = await read(text);
    const last = observations.at(-1);
    const start = Array.from(text.slice(0, text.indexOf('5.5億円'))).length;
    expect(last).toMatchObject({
      documentId: 'report',
      recordId: records.at(-1)!.id,
      refArea: { code: '432032', name: '人吉市' },
      path: ['基本目標1 稼ぐ地域をつくる', '施策① 企業を支える', '具体的な事業'],
      activity: '窓口で相談に応じた。',
      indicator: '相談件数',
      indicatorKey: '相談件数',
      measure: 'actual',
      timePeriod: { label: 'R5', start: '2023-04-01', end: '2024-03-31', basis: 'fiscalYear' },
      raw: '5.5億円',
      kind: 'quantity',
      value: 550000000,
      unit: '円',
      multiplier: 8,
      precision: 10000000,
      qualifiers: {},
      parts: [],
      note: null,
      obsStatus: 'A',
      departments: ['商工観光課', '企画課'],
      provenance: {
        source: 'text',
        page: 1,
        line: 16,
        start,
        end: start + 5,
        box: null,
        table: 2,
        row: 1,
        column: 3,
        headers: ['R5実績', '相談件数'],
        confidence: 1,
      },
    } satisfies Partial<Observation>);
  });

  it('makes a record of each row', async () => {
    const { records, observations } = await read(text);
    expect(records).toMatchObject([
      {
        type: 'indicator',
        name: '雇用創出数',
        level: 'goal',
        baseline: observations[0]?.id,
        targets: [observations[1]?.id],
        actuals: [observations[2]?.id, observations[3]?.id],
        achievementRates: [observations[4]?.id],
        ratings: [],
      },
      { type: 'indicator', name: '創業の件数', level: 'measure' },
      {
        type: 'activity',
        name: '相談件数',
        indicator: '相談件数',
        activity: '窓口で相談に応じた。',
        assessment: '件数は2年続けて増えた。',
        departments: ['商工観光課', '企画課'],
      },
    ]);
  });

  it('names document, period and area', async () => {
    const { document } = await read(text);
    expect(document).toMatchObject({
      id: 'report',
      title: '人吉市 事業進捗報告(令和5年度分)',
      refArea: { code: '432032', name: '人吉市' },
      reportPeriod: { label: '令和5年度', start: '2023-04-01', end: '2024-03-31' },
      unparsed: [],
      unknownHeaders: [],
      source: { path: 'report.txt', mediaType: 'text/plain', pages: 1, bytes: Buffer.byteLength(text) },
    });
  });
});

describe('long: a row a year, label and baseline written once', () => {
  it('lends the label to the years below and counts the baseline once', async () => {
    const { observations, records } = await read(`久留米市総合戦略 総括シート

基本目標2 人の流れをつくる

数値目標	基準値⇒R1目標値	年度	目標値	実績値	進捗度
転出超過数	650人／年 ▼ 5年間の平均550人/年	H30	550人	733人	×
		R1	550人	集計中	－
観光客数	515万人 ▼ 700万人	H30	680万人	600万人	△
		R1	700万人	714万人	○

○:達成できた △:概ね達成できた ×:達成できなかった -:集計中
`);
    const path = ['基本目標2 人の流れをつくる'];
    expect(observations.map(seen)).toEqual([
      ...rowOf(
        6,
        path,
        '転出超過数',
        ['baseline', null, '650人／年', 'quantity', 650, '人/年'],
        ['target', 'R1', '5年間の平均550人/年', 'quantity', 550, '人/年'],
        ['target', 'H30', '550人', 'quantity', 550, '人'],
        ['actual', 'H30', '733人', 'quantity', 733, '人'],
        ['rating', 'H30', '×', 'rating', null, null],
      ),
      ...rowOf(
        7,
        path,
        '転出超過数',
        ['target', 'R1', '550人', 'quantity', 550, '人'],
        ['actual', 'R1', '集計中', 'status', null, null],
        ['rating', 'R1', '－', 'missing', null, null],
      ),
      ...rowOf(
        8,
        path,
        '観光客数',
        ['baseline', null, '515万人', 'quantity', 5150000, '人'],
        ['target', 'R1', '700万人', 'quantity', 7000000, '人'],
        ['target', 'H30', '680万人', 'quantity', 6800000, '人'],
        ['actual', 'H30', '600万人', 'quantity', 6000000, '人'],
        ['rating', 'H30', '△', 'rating', null, null],
      ),
      ...rowOf(
        9,
        path,
        '観光客数',
        ['target', 'R1', '700万人', 'quantity', 7000000, '人'],
        ['actual', 'R1', '714万人', 'quantity', 7140000, '人'],
        ['rating', 'R1', '○', 'rating', null, null],
      ),
    ]);
    expect(observations.find(({ raw }) => raw === '－')?.obsStatus).toBe('O');
    expect(records.map(({ type, name }) => [type, name])).toEqual([
      ['narrative', '基本目標2 人の流れをつくる'],
      ['indicator', '転出超過数'],
      ['indicator', '観光客数'],
    ]);
  });
});

describe('form: label left, value right, blocks with their own headers', () => {
  const text = `人吉市総合計画 戦略6 事務事業評価シート

戦略名	戦略6	地域・自治	信頼を基礎にしたまち
施策項目	(1)移住定住の促進		

事務事業名	移住促進事業	担当課	地域コミュニティ課
事務事業概要	移住を望む人の相談に応じる事業		

事務事業実績			
成果指標	目標値	令和5年度実績値	令和6年度目標値
相談件数	80件	47件	60件
事業財源 Do	費目	決算額	予算額
	一般財源	1,200	1,300
`;
  const place = [
    '戦略6 地域・自治 信頼を基礎にしたまち',
    '(1)移住定住の促進',
    '移住促進事業',
    '事務事業実績',
  ];

  it('puts values under what the labels say', async () => {
    const { observations } = await read(text);
    expect(observations.map(seen)).toEqual([
      ...rowOf(
        11,
        place,
        '相談件数',
        ['target', null, '80件', 'quantity', 80, '件'],
        ['actual', '令和5年度', '47件', 'quantity', 47, '件'],
        ['target', '令和6年度', '60件', 'quantity', 60, '件'],
      ),
      ...rowOf(
        13,
        place,
        '一般財源',
        ['settlement', '令和5年度', '1,200', 'quantity', 1200, null],
        ['budget', '令和6年度', '1,300', 'quantity', 1300, null],
      ),
    ]);
    for (const { departments } of observations) expect(departments).toEqual(['地域コミュニティ課']);
  });

  it('makes one sheet with its indicator and its finances', async () => {
    const { records } = await read(text);
    expect(records.map(({ type, name }) => [type, name])).toEqual([
      ['sheet', '移住促進事業'],
      ['indicator', '相談件数'],
      ['statistics', '一般財源'],
    ]);
    expect(records[0]).toMatchObject({
      path: place.slice(0, 2),
      overview: '移住を望む人の相談に応じる事業',
      departments: ['地域コミュニティ課'],
      indicators: [records[1]?.id],
      finances: [records[2]?.id],
    });
    expect(records[1]).toMatchObject({ level: 'project' });
  });
});

describe('matrix: item × year × amount in 千円', () => {
  it('multiplies by the unit of the title', async () => {
    const { observations } = await read(`みどり市 進捗報告書

2 事業費の状況

単位：千円

費目	R4予算額	R4決算額	R5予算額	差引
国庫支出金	12,000	11,450	－	550
一般財源	8,240	9,015	0	△1,120
`);
    const path = ['2 事業費の状況'];
    expect(observations.map(seen)).toEqual([
      ...rowOf(
        8,
        path,
        '国庫支出金',
        ['budget', 'R4', '12,000', 'quantity', 12000000, '円'],
        ['settlement', 'R4', '11,450', 'quantity', 11450000, '円'],
        ['budget', 'R5', '－', 'missing', null, null],
        ['change', null, '550', 'quantity', 550000, '円'],
      ),
      ...rowOf(
        9,
        path,
        '一般財源',
        ['budget', 'R4', '8,240', 'quantity', 8240000, '円'],
        ['settlement', 'R4', '9,015', 'quantity', 9015000, '円'],
        ['budget', 'R5', '0', 'quantity', 0, '円'],
        ['change', null, '△1,120', 'quantity', -1120000, '円'],
      ),
    ]);
    expect(observations[0]).toMatchObject({ multiplier: 3, precision: 1000 });
  });

  it('multiplies by the unit in the next cell', async () => {
    const { observations } = await read(`評価シート集

2 事業費の状況

費目	令和5年度決算額		令和6年度予算額	
国庫補助金	450	千円	△1,500	千円
`);
    expect(observations.map(seen)).toEqual(
      rowOf(
        6,
        ['2 事業費の状況'],
        '国庫補助金',
        ['settlement', '令和5年度', '450', 'quantity', 450000, '円'],
        ['budget', '令和6年度', '△1,500', 'quantity', -1500000, '円'],
      ),
    );
  });
});

describe('plain statistics', () => {
  it('years across, what is counted down', async () => {
    const { observations, records } = await read(`久留米市の人口に関する統計資料

1. 人口の推移

年度	H30	R1
人口	304,703	304,705
増減	△878	2
世帯数(世帯)	133,020	…
`);
    const path = ['1. 人口の推移'];
    expect(observations.map(seen)).toEqual([
      ...rowOf(
        6,
        path,
        '人口',
        ['value', 'H30', '304,703', 'quantity', 304703, null],
        ['value', 'R1', '304,705', 'quantity', 304705, null],
      ),
      ...rowOf(
        7,
        path,
        '増減',
        ['change', 'H30', '△878', 'quantity', -878, null],
        ['change', 'R1', '2', 'quantity', 2, null],
      ),
      ...rowOf(
        8,
        path,
        '世帯数(世帯)',
        ['value', 'H30', '133,020', 'quantity', 133020, '世帯'],
        ['value', 'R1', '…', 'missing', null, null],
      ),
    ]);
    expect(records.map(({ type, name }) => [type, name])).toEqual([
      ['statistics', '人口'],
      ['statistics', '増減'],
      ['statistics', '世帯数(世帯)'],
    ]);
  });

  it('things down, what is counted across, the title’s period over all', async () => {
    const { observations } = await read(`久留米市の人口に関する統計資料

2. 社会動態

【都道府県別の人口移動（H27～R1年度）】
都道府県	転入数	転出数	増減
1 神奈川県	2,246	1,294	952
合計	8,000	9,500	△1,500
`);
    const title = ['2. 社会動態', '【都道府県別の人口移動（H27～R1年度）】'];
    const span = 'H27～R1年度';
    const row = (line: number, thing: string, raws: [string, string, string], values: number[]): Seen[] =>
      [
        ['転入数', 'value'],
        ['転出数', 'value'],
        ['増減', 'change'],
      ].map(([indicator = '', measure = ''], at) => ({
        line,
        path: [...title, thing],
        indicator,
        measure,
        period: span,
        raw: raws[at]!,
        kind: 'quantity',
        value: values[at]!,
        unit: null,
      }));
    expect(observations.map(seen)).toEqual([
      ...row(7, '1 神奈川県', ['2,246', '1,294', '952'], [2246, 1294, 952]),
      ...row(8, '合計', ['8,000', '9,500', '△1,500'], [8000, 9500, -1500]),
    ]);
  });

  it('rows without a head of their own are the indicator where only the title names what is counted', async () => {
    const { observations } = await read(`久留米市の人口に関する統計資料

【5歳階級別の転入超過数（年度）】
	H30	R1
0～4歳	△52	△25
年齢不詳	▲2	－
`);
    const path = ['【5歳階級別の転入超過数（年度）】'];
    expect(observations.map(seen)).toEqual([
      ...rowOf(
        5,
        path,
        '0～4歳',
        ['value', 'H30', '△52', 'quantity', -52, null],
        ['value', 'R1', '△25', 'quantity', -25, null],
      ),
      ...rowOf(
        6,
        path,
        '年齢不詳',
        ['value', 'H30', '▲2', 'quantity', -2, null],
        ['value', 'R1', '－', 'missing', null, null],
      ),
    ]);
  });

  it('a row a year', async () => {
    const { observations } = await read(`久留米市の人口に関する統計資料

<出生と死亡の推移>
（単位：人）
年度	出生数	自然増減
平成30年度	2,742	△510
令和元年度	2,676	△611
`);
    const path = ['<出生と死亡の推移>'];
    expect(observations.map(seen)).toEqual([
      ...rowOf(6, path, '出生数', ['value', '平成30年度', '2,742', 'quantity', 2742, '人']),
      ...rowOf(6, path, '自然増減', ['change', '平成30年度', '△510', 'quantity', -510, '人']),
      ...rowOf(7, path, '出生数', ['value', '令和元年度', '2,676', 'quantity', 2676, '人']),
      ...rowOf(7, path, '自然増減', ['change', '令和元年度', '△611', 'quantity', -611, '人']),
    ]);
  });
});

describe('counts: ○ △ × － per goal', () => {
  it('are counted under their mark', async () => {
    const { observations } = await read(`総合戦略 進捗状況報告書

(1) 評価結果

基本目標	○	△	×	－	合計
1 しごと	14	0	6	1	21
合計	14	0	6	1	21
`);
    const marks = ['○', '△', '×', '－', '合計'];
    const counts = [14, 0, 6, 1, 21];
    const row = (line: number, goal: string): Seen[] =>
      marks.flatMap((mark, at) =>
        rowOf(line, ['(1) 評価結果', goal], mark, [
          'count',
          null,
          String(counts[at]),
          'quantity',
          counts[at]!,
          null,
        ]),
      );
    expect(observations.map(seen)).toEqual([...row(6, '1 しごと'), ...row(7, '合計')]);
  });

  it('may stand with their mark in a cell, or spread over cells', async () => {
    const { observations } = await read(`総合戦略 進捗状況報告書

(1) 評価結果

施策の基本的方向	KPI数	R4年度末の進捗度		
① 創業を応援する	12	○ 9	× 3	
② 観光と文化	11	○ 2 △ 4 × 3 - 2		
`);
    const path = (direction: string): string[] => ['(1) 評価結果', direction];
    expect(observations.map(seen)).toEqual([
      ...rowOf(6, path('① 創業を応援する'), 'KPI数', ['count', null, '12', 'quantity', 12, null]),
      ...rowOf(
        6,
        path('① 創業を応援する'),
        'R4年度末の進捗度',
        ['count', 'R4年度', '○ 9', 'quantity', 9, null],
        ['count', 'R4年度', '× 3', 'quantity', 3, null],
      ),
      ...rowOf(7, path('② 観光と文化'), 'KPI数', ['count', null, '11', 'quantity', 11, null]),
      ...rowOf(7, path('② 観光と文化'), 'R4年度末の進捗度', [
        'count',
        'R4年度',
        '○ 2 △ 4 × 3 - 2',
        'compound',
        null,
        null,
      ]),
    ]);
    expect(observations.map(({ note }) => note)).toEqual([null, '○', '×', null, null]);
    expect(observations.at(-1)?.parts.map(({ label, value }) => [label, value])).toEqual([
      ['○', 2],
      ['△', 4],
      ['×', 3],
      ['-', 2],
    ]);
  });
});

describe('a city nobody has seen', () => {
  const text = `総合戦略 進捗状況報告書

指標名	R5実績	出発点	てごたえ
転入数	6人	5人	まずまず
転出数	3人	4人	まだまだ
`;

  it('is told which words are missing, where they stand and how many cells wait', async () => {
    const { document } = await read(text);
    expect(document.unknownHeaders).toEqual([
      { text: '出発点', page: 1, line: 3, cells: 2 },
      { text: 'てごたえ', page: 1, line: 3, cells: 2 },
    ]);
  });

  it('has no value made up under them, and loses none of their words', async () => {
    const { observations, records, document } = await read(text);
    expect(observations.map(({ path, measure, raw }) => [path, measure, raw])).toEqual([
      [[], 'actual', '6人'],
      [[], 'actual', '3人'],
    ]);
    expect(records.map((record) => record.type === 'indicator' && record.texts)).toEqual([
      [
        { label: '出発点', text: '5人' },
        { label: 'てごたえ', text: 'まずまず' },
      ],
      [
        { label: '出発点', text: '4人' },
        { label: 'てごたえ', text: 'まだまだ' },
      ],
    ]);
    expect(document.coverage.unparsed).toBe(0);
  });
});
