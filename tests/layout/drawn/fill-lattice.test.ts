import { describe, expect, it } from 'vitest';
import { ruledTables } from '../../../src/layout/drawn/ruled-tables.ts';
import { across, down, drawnPage, grid, inCells, onlyTable, pageOf, run, runDown } from './draw-ruled.ts';
import { toldRows } from './told-rows.ts';

const XS = [50, 150, 200, 250];
const YS = [100, 120, 140];
const ROWS = [
  ['指標名', 'R4', 'R5'],
  ['創業件数', '2件', '3件'],
];

describe('every text stands in the cell around it:', () => {
  it('in a plain grid', () => {
    expect(toldRows(onlyTable(pageOf(XS, YS, ROWS)))).toEqual([
      '0: 指標名 | 1: R4 | 2: R5',
      '0: 創業件数 | 1: 2件 | 2: 3件',
    ]);
  });

  it('blank cells are cells', () => {
    expect(
      toldRows(
        onlyTable(
          pageOf(XS, YS, [
            ['指標名', '', 'R5'],
            ['', '2件', ''],
          ]),
        ),
      ),
    ).toEqual(['0: 指標名 | 1: | 2: R5', '0: | 1: 2件 | 2:']);
  });

  it('two texts drawn in one go are parted at the rule between them', () => {
    const page = drawnPage({ rules: grid(XS, YS), runs: [run(170, 125, '2件    3件')] });
    expect(toldRows(onlyTable(page))[1]).toBe('0: | 1: 2件 | 2: 3件');
    expect(ruledTables(page).doubts).toEqual([]);
  });

  it('a heading written downwards beside three rows', () => {
    const ys = [100, 120, 140, 160];
    const page = drawnPage({
      rules: [
        ...grid([50, 70, 150], ys).filter(
          ({ x0, y0, x1 }) => !(x0 === 50 && x1 > 50 && y0 > 100 && y0 < 160),
        ),
        across(120, 70, 150),
        across(140, 70, 150),
      ],
      runs: [runDown(55, 105, '基本目標'), ...inCells([70, 150], ys, [['創業'], ['雇用'], ['誘致']])],
    });
    expect(toldRows(onlyTable(page))).toEqual(['0 3×1: 基本目標 | 1: 創業', '1: 雇用', '1: 誘致']);
  });

  it('a column written downwards through two cells is parted at the rule', () => {
    const page = drawnPage({
      rules: grid([50, 70, 150], [100, 125, 150]),
      runs: [runDown(55, 105, '男 女 ')],
    });
    expect(toldRows(onlyTable(page))).toEqual(['0: 男 | 1:', '0: 女 | 1:']);
  });

  it('texts outside are left for the lines of the page', () => {
    const page = pageOf(XS, YS, ROWS);
    const { rest } = ruledTables({
      ...page,
      runs: [...page.runs, run(50, 80, '表１'), run(50, 150, '※速報値')],
    });
    expect(rest.map(({ text }) => text)).toEqual(['表１', '※速報値']);
  });
});

describe('crossedRule: a doubt where letters stand across a rule', () => {
  const doubtsWith = (...runs: Parameters<typeof run>[]) =>
    ruledTables(drawnPage({ rules: grid(XS, YS), runs: runs.map((drawn) => run(...drawn)) })).doubts;

  it('a rule through the middle of a letter', () => {
    // the rule at 200 halves the third letter, 195–205
    expect(doubtsWith([175, 125, '創業件数'])).toEqual([
      { kind: 'crossedRule', page: 1, box: [175, 125, 215, 135], detail: '創業件数' },
    ]);
  });

  it('none where a letter only reaches over it by its white', () => {
    // the rule stands 2 points inside the letter 198–208
    expect(doubtsWith([178, 125, '創業件数'])).toEqual([]);
  });
});

describe('brokenCell: a doubt where lines enclose no rectangle', () => {
  const rules = [...grid([50, 150], [100, 160]), across(130, 100, 150), down(100, 130, 160)];

  it('and more than one text stands in it', () => {
    const runs = [run(55, 105, '財源内訳'), run(55, 135, '地方債'), run(105, 135, '5')];
    const { tables, doubts } = ruledTables(drawnPage({ rules, runs }));
    expect(toldRows(tables[0]!)).toEqual(['0 1×2: 財源内訳', '0: 地方債 | 1: 5']);
    expect(doubts).toEqual([
      { kind: 'brokenCell', page: 1, box: [50, 100, 150, 130], detail: '財源内訳 / 地方債' },
    ]);
  });

  it('none where one text stands in it: it belongs to all of the area', () => {
    const runs = [run(55, 105, '財源内訳'), run(105, 135, '5')];
    expect(ruledTables(drawnPage({ rules, runs })).doubts).toEqual([]);
  });
});

describe('no table is', () => {
  it('a box around a text', () => {
    const { tables, rest } = ruledTables(
      drawnPage({ rules: grid([50, 250], [100, 140]), runs: [run(55, 110, '趣旨')] }),
    );
    expect(tables).toEqual([]);
    expect(rest).toHaveLength(1);
  });

  it('a grid without texts', () => {
    expect(ruledTables(drawnPage({ rules: grid(XS, YS) })).tables).toEqual([]);
  });
});

it('a table inside a cell of another is a table of its own', () => {
  const page = drawnPage({
    rules: [...grid([50, 150, 400], [100, 130, 230]), ...grid([200, 280, 360], [150, 170, 190])],
    runs: [
      run(55, 110, '事業名'),
      run(155, 110, '朝市の支援'),
      run(55, 140, '指標'),
      ...inCells(
        [200, 280, 360],
        [150, 170, 190],
        [
          ['R4', 'R5'],
          ['2件', '3件'],
        ],
      ),
    ],
  });
  const told = ruledTables(page).tables.map(toldRows);
  expect(told).toEqual([
    ['0: R4 | 1: R5', '0: 2件 | 1: 3件'],
    ['0: 事業名 | 1: 朝市の支援', '0: 指標 | 1:'],
  ]);
});
