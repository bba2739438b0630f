import { describe, expect, it } from 'vitest';
import { layOutPage } from '../../../../src/layout/drawn/lay-out-page.ts';
import { onSameColumns } from '../../../../src/layout/drawn/unruled/columns-over-pages.ts';
import type { GlyphRun, Shade } from '../../../../src/model/index.ts';
import { centred, drawPage, ground, row, run, textsOf } from './draw-page.ts';

const tablesOf = (runs: readonly GlyphRun[], shades: readonly Shade[] = []): string[][][] =>
  onSameColumns([layOutPage(drawPage(runs, { shades: [...shades] }), null).blocks])
    .flat()
    .flatMap((block) => (block.kind === 'table' ? [textsOf(block)] : []));

const XS = [50, 200, 280, 360];

describe('a table without rules', () => {
  it('has the columns its texts leave free between them, blank cells too', () => {
    const runs = [
      run(50, 80, '基本目標１　はたらく場をつくる', null, 14),
      ...row(110, XS, ['指標名', '基準値', 'R4実績', 'R5実績']),
      ...row(130, XS, ['創業件数', '2件', '3件', '5件']),
      ...row(150, XS, ['企業誘致件数', '1件', '', '4件']),
      run(50, 190, '次の段落は表の続きではなく、欄の境をこえて右の端まで書かれた文章です。'),
    ];
    expect(tablesOf(runs)).toEqual([
      [
        ['指標名', '基準値', 'R4実績', 'R5実績'],
        ['創業件数', '2件', '3件', '5件'],
        ['企業誘致件数', '1件', '', '4件'],
      ],
    ]);
  });

  it('has the headers that stand over several of its columns', () => {
    const xs = [50, 160, 260, 360, 460];
    const runs = [
      centred(225, 80, '令和５年度'),
      centred(425, 80, '令和４年度'),
      ...row(100, xs, ['税目', '決算額', '構成比', '決算額', '構成比']),
      ...row(120, xs, ['市民税', '3,215', '43.1', '3,180', '43.0']),
      ...row(140, xs, ['市たばこ税', '341', '4.6', '348', '4.7']),
    ];
    expect(tablesOf(runs)[0]?.slice(0, 2)).toEqual([
      ['', '令和５年度', '令和４年度'],
      ['税目', '決算額', '構成比', '決算額', '構成比'],
    ]);
  });

  it('is not begun by a title with wide spaces over a ruled table', () => {
    const title = row(60, [50, 115, 190], ['令和５年度', '一般会計歳出', '執行状況']);
    const at = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });
    const rules = [
      ...[80, 100, 120].map((y) => at(50, y, 350, y)),
      ...[50, 200, 350].map((x) => at(x, 80, x, 120)),
    ];
    const cells = [...row(85, [60, 210], ['議会費', '182']), ...row(105, [60, 210], ['総務費', '956'])];
    const { blocks } = layOutPage(drawPage([...title, ...cells], { rules }), null);
    expect(blocks.map(({ kind }) => kind)).toEqual(['line', 'table']);
  });

  it('joins the lines of a cell though the other cells are centred beside them', () => {
    const runs = [
      ...row(100, XS, ['指標名', '基準値', 'R4実績', 'R5実績']),
      run(50, 124, 'まちなかの空き店舗を活用'),
      run(50, 138, 'した新規出店数'),
      ...row(131, XS, ['', '2件', '3件', '5件']),
      run(50, 162, '子育て世帯の住宅取得への'),
      run(50, 176, '支援の件数とその相談の件'),
      run(50, 190, '数'),
      ...row(176, XS, ['', '8件', '9件', '7件']),
      ...row(214, XS, ['出生数', '71人', '65人', '66人']),
    ];
    expect(tablesOf(runs)).toEqual([
      [
        ['指標名', '基準値', 'R4実績', 'R5実績'],
        ['まちなかの空き店舗を活用した新規出店数', '2件', '3件', '5件'],
        ['子育て世帯の住宅取得への支援の件数とその相談の件数', '8件', '9件', '7件'],
        ['出生数', '71人', '65人', '66人'],
      ],
    ]);
  });

  it('has centred heads over values that are set to the left', () => {
    const heads = ['基準値', 'R4実績', 'R5実績'].map((text, at) => centred(240 + 100 * at, 100, text));
    const values = [190, 290, 390];
    const runs = [
      centred(110, 100, '指標名'),
      ...heads,
      run(50, 120, '創業件数'),
      ...row(120, values, ['2件', '3件', '5件']),
      run(50, 140, '転入者数'),
      ...row(140, values, ['4人', '', '9人']),
    ];
    expect(tablesOf(runs)).toEqual([
      [
        ['指標名', '基準値', 'R4実績', 'R5実績'],
        ['創業件数', '2件', '3件', '5件'],
        ['転入者数', '4人', '', '9人'],
      ],
    ]);
  });

  it('begins anew at grounds of header cells', () => {
    const shades = [100, 160].flatMap((y) => XS.map((x) => ground(x, y, x + 60, y + 12)));
    const runs = [
      ...row(101, XS, ['指標名', '基準値', 'R4実績', '達成率']),
      ...row(121, XS, ['創業件数', '2件', '3件', '60%']),
      ...row(161, XS, ['取組内容', '担当課', 'R4実績', 'R5実績']),
      ...row(181, XS, ['相談窓口の開設', '商工課', '開設', '継続']),
    ];
    expect(tablesOf(runs, shades)).toEqual([
      [
        ['指標名', '基準値', 'R4実績', '達成率'],
        ['創業件数', '2件', '3件', '60%'],
      ],
      [
        ['取組内容', '担当課', 'R4実績', 'R5実績'],
        ['相談窓口の開設', '商工課', '開設', '継続'],
      ],
    ]);
  });

  it('keeps cells apart that are full, by where others begin', () => {
    const xs = [50, 150, 230, 300];
    const runs = [
      ...row(100, xs, ['指標名', '単位', 'R4', 'R5']),
      ...row(120, xs, ['出生数', '人', '65', '66']),
      ...row(140, xs, ['転入数', '人', '40', '41']),
      ...row(160, xs, ['公園の木の手入れをする', '人', '12', '15']).map((part, at) =>
        at === 0 ? { ...part, text: '公園の木の手入れす人', edges: part.edges.slice(0, 11) } : part,
      ),
    ];
    expect(tablesOf(runs)[0]?.at(-1)).toEqual(['公園の木の手入れす人', '人', '12', '15']);
  });
});

const LEFT = [
  '市では相談の窓口を一つに',
  'まとめ、移り住む人の声を',
  '聞きながら空き家の案内を',
  '進めました。次の年度から',
  'は隣の町とも力を合わせて',
];
const RIGHT = [
  '催しを開きます。子育ての',
  '場では親どうしのつながり',
  'が広がり、参加した人の多',
  'くが続けて訪れています。',
  '来年は場所を二つに増やす',
];

describe('no table is made of', () => {
  it('prose in one column', () => {
    expect(tablesOf(LEFT.map((text, at) => run(50, 100 + 15 * at, `${text}${RIGHT[at]}`)))).toEqual([]);
  });

  it('prose in two columns', () => {
    const runs = LEFT.flatMap((text, at) => row(100 + 15 * at, [50, 300], [text, RIGHT[at]!]));
    expect(tablesOf(runs)).toEqual([]);
  });

  it('prose in three columns', () => {
    const runs = LEFT.flatMap((text, at) => row(100 + 15 * at, [50, 200, 350], [text, RIGHT[at]!, text]));
    expect(tablesOf(runs)).toEqual([]);
  });

  it('a list with its marks apart', () => {
    const texts = [
      '研修生を受け入れる農家を増やす',
      '直売所の冬の出荷を助ける',
      '空き家を案内する',
      '駅前に広場をつくる',
    ];
    const runs = texts.flatMap((text, at) => row(100 + 18 * at, [50, 80], [`(${at + 1})`, text]));
    expect(tablesOf(runs)).toEqual([]);
  });

  it('contents with their pages', () => {
    const runs = ['計画の趣旨', '現状と課題', '基本目標', '推進体制', '資料'].flatMap((text, at) =>
      row(100 + 18 * at, [50, 400], [text, String(1 + 4 * at)]),
    );
    expect(tablesOf(runs)).toEqual([]);
  });

  it('an address', () => {
    const runs = [
      ...row(100, [300, 360], ['担当', '企画課地方創生係']),
      ...row(116, [300, 360], ['電話', '0900-22-2111']),
      ...row(132, [300, 360], ['FAX', '0900-22-2112']),
      ...row(148, [300, 360], ['所在地', '中央町1番地']),
    ];
    expect(tablesOf(runs)).toEqual([]);
  });

  it('the labels of a map', () => {
    const places: [number, number, string][] = [
      [80, 100, '北の森'],
      [310, 104, '国道9号'],
      [190, 133, '市役所'],
      [420, 140, '駅'],
      [120, 171, '中央公園'],
      [260, 168, '図書館'],
      [380, 205, '港'],
      [90, 214, '県道12号'],
      [230, 240, '総合病院'],
    ];
    expect(tablesOf(places.map(([x, y, text]) => run(x, y, text)))).toEqual([]);
  });

  it('the figures over the bars of a chart', () => {
    const runs = [
      ...row(100, [50], ['40']),
      ...row(112, [210], ['35']),
      ...row(130, [50], ['30']),
      ...row(139, [130], ['22']),
      ...row(160, [50], ['20']),
      ...row(171, [290], ['14']),
      ...row(190, [50], ['10']),
      ...row(220, [130, 210, 290], ['R3', 'R4', 'R5']),
    ];
    expect(tablesOf(runs)).toEqual([]);
  });

  it('a heading with its amount, and one below it', () => {
    const runs = [
      run(50, 80, '１３款 分担金 １項 負担金'),
      ...row(110, [50, 400], ['１３款 分担金', '923,407千円']),
      ...row(126, [60, 400], ['１項 負担金', '923,407千円']),
    ];
    expect(tablesOf(runs)).toEqual([]);
  });
});
