import { describe, expect, it } from 'vitest';
import { type CellContext, readCell } from '../../src/normalize/index.ts';
import { said } from './said.ts';

type Row = readonly [string, Record<string, unknown>];

const COMPOUNDS: readonly Row[] = [
  [
    '一般不妊治療 162,960円 産後ケア事業 0円',
    {
      parts: [
        ['一般不妊治療', 162960, '円'],
        ['産後ケア事業', 0, '円'],
      ],
    },
  ],
  [
    '一般不妊治療 132,450円 産後ケア事業 184,000円 出産・子育て 応援交付金 15,700,000円',
    {
      parts: [
        ['一般不妊治療', 132450, '円'],
        ['産後ケア事業', 184000, '円'],
        ['出産・子育て 応援交付金', 15700000, '円'],
      ],
    },
  ],
  [
    '事業6件 協議50件',
    {
      parts: [
        ['事業', 6, '件'],
        ['協議', 50, '件'],
      ],
    },
  ],
  [
    '(小)0.25 (中)2.95',
    {
      parts: [
        ['小', 0.25, null],
        ['中', 2.95, null],
      ],
    },
  ],
  [
    '平日：241,724人 休日：240,408人',
    {
      parts: [
        ['平日', 241724, '人'],
        ['休日', 240408, '人'],
      ],
    },
  ],
  [
    '小学校:平均△5.1 中学校:平均△5.6',
    {
      parts: [
        ['小学校:平均', -5.1, null],
        ['中学校:平均', -5.6, null],
      ],
    },
  ],
  [
    '小学校12校、中学校5校',
    {
      parts: [
        ['小学校', 12, '校'],
        ['中学校', 5, '校'],
      ],
    },
  ],
  [
    '小6：78.1% 中3：65.4%',
    {
      parts: [
        ['小6', 78.1, '%'],
        ['中3', 65.4, '%'],
      ],
    },
  ],
  [
    '○ 2 △ 4 × 3 - 2',
    {
      parts: [
        ['○', 2, null],
        ['△', 4, null],
        ['×', 3, null],
        ['-', 2, null],
      ],
    },
  ],
  [
    '12.3%(H30) 14.5%(R1)',
    {
      parts: [
        ['H30', 12.3, '%'],
        ['R1', 14.5, '%'],
      ],
    },
  ],
  [
    '10件 20件',
    {
      parts: [
        [null, 10, '件'],
        [null, 20, '件'],
      ],
    },
  ],
];

const TEXTS: readonly Row[] = [
  ['全国平均正答率に到達', {}],
  ['県平均以上 (89.1%)', { parts: [[null, 89.1, '%']] }],
  ['全国平均 以上', {}],
  ['基準年を毎年上回る', {}],
  [
    '小・中それぞれで 全国平均以下 (小)0.43 (中)2.95',
    {
      parts: [
        ['小', 0.43, null],
        ['中', 2.95, null],
      ],
    },
  ],
  [
    '基準年の滞在人口 平日：241,724人 休日：240,408人 (15歳以上80歳未満) を維持する',
    {
      parts: [
        ['平日', 241724, '人'],
        ['休日', 240408, '人'],
      ],
    },
  ],
  [
    '基準年の滞在人口(15歳以上80歳未満)を維持する。 平日：241,724人 休日：239,602人',
    {
      parts: [
        ['平日', 241724, '人'],
        ['休日', 239602, '人'],
      ],
    },
  ],
  [
    '全教科区分で全国平均よりマイナス2～3ポイント',
    {
      parts: [
        [null, -2, 'ポイント'],
        [null, -3, 'ポイント'],
      ],
    },
  ],
  [
    '2～3ポイント',
    {
      parts: [
        [null, 2, 'ポイント'],
        [null, 3, 'ポイント'],
      ],
    },
  ],
  ['年間観光客を700万人にする', {}],
  ['大都市圏への転出超過を550人(平成31年度までの5年間の平均)に抑制する。', {}],
  ['令和5年度に新たに1人の認定農業者を認定した。', {}],
  ['1 安定した雇用を創出する', {}],
  ['4 千葉県', {}],
  ['戦略6', {}],
  ['※アンケート調査3年に1回実施', {}],
  ['2/3', {}],
  ['12,34人', {}],
  ['千円', {}],
];

const STATES: readonly Row[] = [
  ...[
    '策定中',
    '策定済み',
    '事業休止',
    '未実施',
    '集計中',
    '整備完了',
    '整備',
    '検討中',
    'コロナにより中止',
    '未調査',
  ].map((raw): Row => [raw, { obsStatus: 'O' }]),
  ['皆増', { obsStatus: 'M' }],
  ['該当なし', { obsStatus: 'M' }],
  ['不明', { obsStatus: 'O' }],
  ['集計中（7月公表）', { obsStatus: 'O', note: '7月公表' }],
  ['R5年度策定予定', { obsStatus: 'O', period: 'R5年度' }],
];

const MISSING: readonly Row[] = [
  ['', { obsStatus: 'O' }],
  ['　', { obsStatus: 'O' }],
  ...['-', '－', '—', '―', 'ー', '/', '／', '(－)', 'なし'].map((raw): Row => [raw, { obsStatus: 'M' }]),
  ...['…', '・・・', '***'].map((raw): Row => [raw, { obsStatus: 'O' }]),
  ['x', { obsStatus: 'O', note: 'x' }],
  ['— (次回調査R1)', { obsStatus: 'M', note: '次回調査R1' }],
  ['－（集計中）', { obsStatus: 'O', note: '集計中' }],
];

describe.each([
  ['compound', COMPOUNDS],
  ['text', TEXTS],
  ['status', STATES],
  ['missing', MISSING],
] as const)('a cell that is %s', (kind, rows) => {
  it.each(rows)('%s', (raw, expected) => {
    expect(said(readCell(raw))).toEqual({ kind, ...expected });
  });
});

const MARKS: readonly (readonly [string, CellContext, string])[] = [
  ['○', {}, 'rating'],
  ['△', {}, 'rating'],
  ['▲', {}, 'rating'],
  ['×', { expects: 'quantity' }, 'rating'],
  ['◎', { expects: 'rating' }, 'rating'],
  ['〇', { expects: 'rating' }, 'rating'],
  ['A.順調に推移している', { expects: 'rating' }, 'rating'],
  ['概ね順調', { expects: 'rating' }, 'rating'],
  ['③', { expects: 'rating' }, 'rating'],
  ['5', { expects: 'rating' }, 'rating'],
  ['5', {}, 'quantity'],
  ['－', { expects: 'rating' }, 'missing'],
];

describe('a mark', () => {
  it.each(MARKS)('%s with %o is %s', (raw, context, kind) => {
    expect(readCell(raw, context).kind).toBe(kind);
  });

  it('takes its status from the legend of the report', () => {
    const context = { expects: 'rating', missingMarks: { '－': 'O' } } as const;
    expect(readCell('－', context).obsStatus).toBe('O');
    expect(readCell('-', context).obsStatus).toBe('O');
    expect(readCell('－', { expects: 'rating' }).obsStatus).toBe('M');
  });
});

describe('the parts of a compound', () => {
  it('carry the words they were printed with', () => {
    const { parts } = readCell('事業6件 協議50件');
    expect(parts.map(({ raw }) => raw)).toEqual(['事業6件', '協議50件']);
  });

  it('leave value and unit of the cell empty', () => {
    const { value, unit, precision } = readCell('平日:241,724人 休日:240,408人');
    expect([value, unit, precision]).toEqual([null, null, null]);
  });
});
