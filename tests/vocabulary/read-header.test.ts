import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/model/index.ts';
import { createVocabulary, readHeader, VocabularyAdditions } from '../../src/vocabulary/index.ts';

/** What a header says, facets it does not have left out. */
interface Facets {
  readonly role?: string;
  readonly measure?: Measure;
  readonly period?: string;
  readonly unit?: string | null;
  readonly multiplier?: number;
  readonly mark?: string;
}

const shipped = createVocabulary();
const R1 = '2019-04-01..2020-03-31';
const R5 = '2023-04-01..2024-03-31';
const R6 = '2024-04-01..2025-03-31';

function facetsOf(text: string, era: string | null = null, vocabulary = shipped): Facets {
  const { role, measures, period, unit, mark } = readHeader(text, vocabulary, era);
  const [only, second] = measures;
  if (second !== undefined) throw new Error(`expected one measure of ${text}, got ${measures.length}`);
  if (only !== undefined) expect(only.period).toEqual(period);
  return {
    ...(role === null ? {} : { role }),
    ...(only === undefined ? {} : { measure: only.measure }),
    ...(period === null ? {} : { period: `${period.start}..${period.end}` }),
    ...(unit === null ? {} : { unit: unit.unit, multiplier: unit.multiplier }),
    ...(mark === null ? {} : { mark }),
  };
}

describe('a word of the vocabulary', () => {
  it.each<[string, Facets]>([
    ['指標名', { role: 'indicator' }],
    ['重要業績評価指標(KPI)', { role: 'indicator' }],
    ['重要業績評価指標 （ＫＰＩ）', { role: 'indicator' }],
    ['成果指標', { role: 'indicator' }],
    ['数値目標', { role: 'indicator' }],
    ['KPI', { role: 'indicator' }],
    ['取組内容', { role: 'activity' }],
    ['担当課', { role: 'department' }],
    ['所管局', { role: 'department' }],
    ['担当部署名', { role: 'department' }],
    ['評価・課題', { role: 'assessment' }],
    ['単位', { role: 'unit' }],
    ['年度', { role: 'period' }],
    ['費目', { role: 'item' }],
    ['基本目標', { role: 'goal' }],
    ['事務事業名', { role: 'name' }],
    ['No.', { role: 'number' }],
    ['目標・実績', { role: 'measureName' }],
    ['備考', { role: 'text' }],
    ['都道府県', { role: 'thing' }],
    ['合計', { role: 'total' }],
    ['基準値', { measure: 'baseline' }],
    ['現状値', { measure: 'baseline' }],
    ['目標値', { measure: 'target' }],
    ['見込', { measure: 'target' }],
    ['想定', { measure: 'target' }],
    ['実績', { measure: 'actual' }],
    ['実績値', { measure: 'actual' }],
    ['推計値', { measure: 'estimate' }],
    ['達成率', { measure: 'achievementRate' }],
    ['進捗度', { measure: 'rating' }],
    ['総合評価', { measure: 'rating' }],
    ['達成状況', { measure: 'rating' }],
    ['予算額', { measure: 'budget' }],
    ['決算額', { measure: 'settlement' }],
    ['増減', { measure: 'change' }],
    ['差引', { measure: 'change' }],
    ['KPI数', { measure: 'count' }],
    ['構成比', { measure: 'value' }],
  ])('%s is read', (text, facets) => {
    expect(facetsOf(text)).toEqual(facets);
    expect(readHeader(text, shipped).match).toBe('exact');
  });

  it.each<[string, Facets]>([
    ['目 標 値', { measure: 'target' }],
    ['実　績　値', { measure: 'actual' }],
    ['担 当 課', { role: 'department' }],
    ['重要業績 評価指標', { role: 'indicator' }],
    [' 達成率 ', { measure: 'achievementRate' }],
    ['達成率※1', { measure: 'achievementRate' }],
    ['目標値＊', { measure: 'target' }],
    ['評価･課題', { role: 'assessment' }],
    ['指標１', { role: 'indicator' }],
  ])('%j is the same word with spaces, a number or a note mark', (text, facets) => {
    expect(facetsOf(text)).toEqual(facets);
  });

  it.each<[string, Facets]>([
    ['事業財源 Do', { role: 'item' }],
    ['成果・課題 Check', { role: 'assessment' }],
    ['主な取組内容 Plan', { role: 'activity' }],
    ['主な取組内容 ☐ PLAN', { role: 'activity' }],
    ['改善内容 Action', { role: 'assessment' }],
  ])('%j stands beside a word of the management cycle', (text, facets) => {
    expect(facetsOf(text)).toEqual(facets);
  });

  it.each<[string, Facets]>([
    ['就業者数の目標値', { measure: 'target' }],
    ['第二担当課', { role: 'department' }],
  ])('%s ends in one', (text, facets) => {
    expect(facetsOf(text)).toEqual(facets);
    expect(readHeader(text, shipped).match).toBe('suffix');
  });
});

describe('a header with a period', () => {
  it.each<[string, Facets]>([
    ['R5', { period: R5 }],
    ['令和5年度', { period: R5 }],
    ['令和５年度', { period: R5 }],
    ['2023年度', { period: R5 }],
    ['R5実績', { measure: 'actual', period: R5 }],
    ['R５ 実 績', { measure: 'actual', period: R5 }],
    ['令和5年度実績値', { measure: 'actual', period: R5 }],
    ['実績値(令和5年度)', { measure: 'actual', period: R5 }],
    ['実績値（R5）', { measure: 'actual', period: R5 }],
    ['実績値 令和5年度', { measure: 'actual', period: R5 }],
    ['令和5年度末時点の実績値', { measure: 'actual', period: R5 }],
    ['R5見込', { measure: 'target', period: R5 }],
    ['R5予算額', { measure: 'budget', period: R5 }],
    ['令和元年度決算額', { measure: 'settlement', period: R1 }],
    ['目標値(令和9年度)', { measure: 'target', period: '2027-04-01..2028-03-31' }],
    ['現状値（平成25年）', { measure: 'baseline', period: '2013-01-01..2013-12-31' }],
    ['H27～R1年度', { period: '2015-04-01..2020-03-31' }],
    ['R4年度末の進捗度', { measure: 'rating', period: '2022-04-01..2023-03-31' }],
  ])('%s names it before, behind or around the word', (text, facets) => {
    expect(facetsOf(text)).toEqual(facets);
    expect(readHeader(text, shipped).match).toBe('exact');
  });

  it('keeps the period as printed', () => {
    expect(readHeader('実績値(令和5年度)', shipped).period).toEqual({
      label: '令和5年度',
      start: '2023-04-01',
      end: '2024-03-31',
      basis: 'fiscalYear',
    });
    expect(readHeader('平成25年', shipped).period?.basis).toBe('calendarYear');
  });

  it('leaves the era out only where the report has said it', () => {
    expect(facetsOf('5年度実績', '令和')).toEqual({ measure: 'actual', period: R5 });
    expect(facetsOf('5年度実績', '平成')).toEqual({
      measure: 'actual',
      period: '1993-04-01..1994-03-31',
    });
    expect(readHeader('5年度実績', shipped).period).toBeNull();
  });
});

describe('a unit in brackets', () => {
  it.each<[string, Facets]>([
    ['予算額（千円）', { measure: 'budget', unit: '円', multiplier: 3 }],
    ['決算額[百万円]', { measure: 'settlement', unit: '円', multiplier: 6 }],
    ['実績値（人）', { measure: 'actual', unit: '人', multiplier: 0 }],
    ['目標値（％）', { measure: 'target', unit: '%', multiplier: 0 }],
    ['実績値（令和5年度）（人）', { measure: 'actual', period: R5, unit: '人', multiplier: 0 }],
    ['R5実績 (件/年)', { measure: 'actual', period: R5, unit: '件/年', multiplier: 0 }],
    ['指標名（単位：人）', { role: 'indicator', unit: '人', multiplier: 0 }],
    ['(千円)', { unit: '円', multiplier: 3 }],
    ['事業費（千円）', { unit: '円', multiplier: 3 }],
    ['高齢化率(%)', { unit: '%', multiplier: 0 }],
  ])('%s lends it to the cells below', (text, facets) => {
    expect(facetsOf(text)).toEqual(facets);
  });

  it('is none where the brackets hold other words', () => {
    expect(facetsOf('指標名（参考）')).toEqual({ role: 'indicator' });
  });
});

describe('a fused header', () => {
  it.each([
    ['基準値⇒R1目標値', null, R1],
    ['基準値→R1目標値', null, R1],
    ['基準値 ▼ R1目標値', null, R1],
    ['現状値（R5）⇒目標値（R6）', R5, R6],
    ['基準値 ⇒ 目標値', null, null],
  ])('%s is a baseline and a target, each with its own period', (text, baseline, target) => {
    const { measures, match } = readHeader(text, shipped);
    expect(
      measures.map(({ measure, period }) => [measure, period && `${period.start}..${period.end}`]),
    ).toEqual([
      ['baseline', baseline],
      ['target', target],
    ]);
    expect(match).toBe('exact');
  });

  it('is not made of an arrow between other words', () => {
    expect(readHeader('窓口⇒相談', shipped).measures).toEqual([]);
  });
});

describe('a mark that heads a column of counts', () => {
  it.each(['○', '◎', '△', '×', '－', '-', 'A', 'Ｃ', '順調'])('%s is read', (mark) => {
    expect(facetsOf(mark)).toEqual({ mark });
  });
  it.each(['F', 'AB', '○○課', '△△'])('%s is none', (text) => {
    expect(readHeader(text, shipped).mark).toBeNull();
  });
});

describe('a word nobody taught', () => {
  it.each(['市長のひとこと', '到達点', 'つぶやき', '', ' ', '1', '。', '()', '（）', '⇒', '目'.repeat(81)])(
    '%j says nothing and breaks nothing',
    (text) => {
      const reading = readHeader(text, shipped);
      expect(reading).toMatchObject({ text, match: 'none', measures: [], role: null, unit: null });
    },
  );
  it('does not match a short word inside a longer one', () => {
    expect(facetsOf('課題図書の貸出')).toEqual({});
    expect(facetsOf('実績報告書')).toEqual({});
  });
});

describe('words a data team adds', () => {
  it('are read like shipped ones, in any spelling', () => {
    const vocabulary = createVocabulary({
      measures: { actual: ['到達点'] },
      roles: { department: ['おもな担い手'] },
    });
    expect(facetsOf('R5到達点（人）', null, vocabulary)).toEqual({
      measure: 'actual',
      period: R5,
      unit: '人',
      multiplier: 0,
    });
    expect(facetsOf('到 達 点', null, vocabulary)).toEqual({ measure: 'actual' });
    expect(facetsOf('おもな担い手', null, vocabulary)).toEqual({ role: 'department' });
  });
  it('win over a shipped word of the same kind', () => {
    const vocabulary = createVocabulary({
      measures: { actual: ['見込'] },
      roles: { text: ['取組内容'] },
    });
    expect(facetsOf('見込', null, vocabulary)).toEqual({ measure: 'actual' });
    expect(facetsOf('取組内容', null, vocabulary)).toEqual({ role: 'text' });
    expect(facetsOf('目標値', null, vocabulary)).toEqual({ measure: 'target' });
  });
  it('change nothing for a vocabulary made before', () => {
    createVocabulary({ measures: { actual: ['見込'] } });
    expect(facetsOf('見込')).toEqual({ measure: 'target' });
  });
  it('reach labels, headings and statuses', () => {
    const vocabulary = createVocabulary({
      labels: { department: ['担い手'] },
      headings: { goal: ['めざす姿'] },
      statuses: ['新　設'],
    });
    expect(vocabulary.labels.get('担い手')).toBe('department');
    expect(vocabulary.headings.get('めざす姿')).toBe('goal');
    expect(vocabulary.statuses.has('新設')).toBe(true);
  });
  it.each([
    ['a measure there is not', { measures: { outcome: ['結果'] } }],
    ['a role there is not', { roles: { owner: ['主'] } }],
    ['an empty word', { measures: { actual: [''] } }],
    ['a kind of word there is not', { words: { actual: ['結果'] } }],
    ['a word instead of a list', { statuses: '新設' }],
  ])('are refused with %s', (_what, additions) => {
    expect(VocabularyAdditions.safeParse(additions).success).toBe(false);
  });
});
