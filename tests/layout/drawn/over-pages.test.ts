import { describe, expect, it } from 'vitest';
import type { DrawnPage } from '../../../src/model/index.ts';
import { across, down, drawnPage, inCells, joined, lineAt, pageOf } from './draw-ruled.ts';
import { columnsByRow, toldRows } from './told-rows.ts';

const XS = [50, 150, 210, 270, 400];
const HEAD = ['指標名', 'R4', 'R5', '評価'];

const told = (...args: Parameters<typeof joined>): string[][] =>
  joined(...args).blocks.flatMap((block) => (block.kind === 'table' ? [toldRows(block)] : []));

describe('a table goes on overleaf', () => {
  const first = pageOf(XS, [700, 720, 740], [HEAD, ['創業件数', '2件', '3件', '順調']]);
  const second = pageOf(XS, [60, 80], [['誘致件数', '1件', '4件', '順調']], 2);
  const rows = [
    '0: 指標名 | 1: R4 | 2: R5 | 3: 評価',
    '0: 創業件数 | 1: 2件 | 2: 3件 | 3: 順調',
    '0: 誘致件数 | 1: 1件 | 2: 4件 | 3: 順調',
  ];

  it('on the same columns, page numbers between', () => {
    expect(told([first, second], [lineAt(2, 40, '- 2 -')])).toEqual([rows]);
  });

  const running = [1, 2, 3].map((page) => lineAt(page, 30, `進捗報告 第${page}表`));

  it('under its head printed again, under a running head', () => {
    const again = pageOf(XS, [60, 80, 100], [HEAD, ['誘致件数', '1件', '4件', '順調']], 2);
    expect(told([first, again, drawnPage({ number: 3 })], running)).toEqual([
      [...rows.slice(0, 2), rows[0], rows[2]],
    ]);
  });

  it('on a page whose margin for binding is on the other side', () => {
    const moved = pageOf(
      XS.map((x) => x + 14),
      [60, 80],
      [['誘致件数', '1件', '4件', '順調']],
      2,
    );
    const third = pageOf(XS, [60, 80], [['雇用者数', '5人', '6人', '順調']], 3);
    const [table, ...more] = joined([first, moved, third]).blocks;
    expect(more).toEqual([]);
    expect(table?.kind === 'table' && toldRows(table)).toEqual([
      ...rows,
      '0: 雇用者数 | 1: 5人 | 2: 6人 | 3: 順調',
    ]);
  });

  it('under its head printed again, its columns of other widths', () => {
    const again = pageOf(
      [50, 130, 200, 260, 420],
      [60, 80, 100],
      [HEAD, ['誘致件数', '1件', '4件', '順調']],
      2,
    );
    expect(told([first, again])).toEqual([[...rows.slice(0, 2), rows[0], rows[2]]]);
  });
});

describe('a table of its own stands overleaf', () => {
  it('under a running head, where its own head does not come again', () => {
    const running = [1, 2, 3].map((page) => lineAt(page, 30, `進捗報告 第${page}表`));
    const second = pageOf(XS, [60, 80], [['誘致件数', '1件', '4件', '順調']], 2);
    expect(told([first, second, drawnPage({ number: 3 })], running)).toHaveLength(2);
  });

  const first = pageOf(XS, [700, 720, 740], [HEAD, ['創業件数', '2件', '3件', '順調']]);

  it('under a heading', () => {
    const second = pageOf(XS, [60, 80], [['誘致件数', '1件', '4件', '順調']], 2);
    expect(told([first, second], [lineAt(2, 40, '基本目標２')])).toHaveLength(2);
  });

  it('on other columns', () => {
    const second = pageOf([50, 200, 400], [60, 80], [['誘致件数', '4件']], 2);
    expect(told([first, second])).toHaveLength(2);
  });

  it('with a page between', () => {
    const third = pageOf(XS, [60, 80], [['誘致件数', '1件', '4件', '順調']], 3);
    expect(told([first, third])).toHaveLength(2);
  });
});

/** A table whose lines run on below its last row, or begin above its first: a row cut by the page. */
function cutPage(
  number: number,
  rows: readonly (readonly string[])[],
  ys: readonly number[],
  cut: { above?: number; below?: number },
): DrawnPage {
  const top = cut.above ?? ys[0]!;
  const bottom = cut.below ?? ys.at(-1)!;
  return drawnPage({
    number,
    rules: [...ys.map((y) => across(y, XS[0]!, XS.at(-1)!)), ...XS.map((x) => down(x, top, bottom))],
    runs: inCells(XS, [...(cut.above === undefined ? [] : [cut.above]), ...ys], rows),
  });
}

describe('a row broken by the page is one row', () => {
  const above = cutPage(1, [HEAD, ['創業件数', '2件', '3件', '窓口を開いたことによ']], [700, 720], {
    below: 760,
  });

  it('over two pages', () => {
    const below = cutPage(
      2,
      [
        ['', '', '', 'り増えた'],
        ['誘致件数', '1件', '4件', '順調'],
      ],
      [80, 100],
      { above: 60 },
    );
    expect(told([above, below])).toEqual([
      [
        '0: 指標名 | 1: R4 | 2: R5 | 3: 評価',
        '0: 創業件数 | 1: 2件 | 2: 3件 | 3: 窓口を開いたことにより増えた',
        '0: 誘致件数 | 1: 1件 | 2: 4件 | 3: 順調',
      ],
    ]);
  });

  it('over three pages, the head printed on each', () => {
    const middle = cutPage(2, [HEAD, ['', '', '', 'り増えた。来年度も続け']], [60, 80], { below: 760 });
    const last = pageOf(
      XS,
      [60, 80, 100, 120],
      [HEAD, ['', '', '', 'る予定'], ['誘致件数', '1件', '4件', '順調']],
      3,
    );
    expect(told([above, middle, last])[0]?.filter((row) => !row.startsWith('0: 指標名'))).toEqual([
      '0: 創業件数 | 1: 2件 | 2: 3件 | 3: 窓口を開いたことにより増えた。来年度も続ける予定',
      '0: 誘致件数 | 1: 1件 | 2: 4件 | 3: 順調',
    ]);
  });

  it('a number whose unit stands overleaf too', () => {
    const narrow = pageOf(
      [50, 150, 190],
      [700, 720, 740],
      [
        ['指標名', 'R5'],
        ['入込客数', '66,623'],
      ],
    );
    const rest = pageOf([50, 150, 190], [60, 80], [['', '人']], 2);
    expect(told([narrow, rest])).toEqual([['0: 指標名 | 1: R5', '0: 入込客数 | 1: 66,623人']]);
  });

  it('not: a row of values below a full row of values', () => {
    const narrow = pageOf(
      [50, 150, 190],
      [700, 720, 740],
      [
        ['指標名', 'R5'],
        ['入込客数', '66,623'],
      ],
    );
    const next = pageOf([50, 150, 190], [60, 80], [['', '70,111']], 2);
    expect(told([narrow, next])).toEqual([
      ['0: 指標名 | 1: R5', '0: 入込客数 | 1: 66,623', '0: | 1: 70,111'],
    ]);
  });
});

describe('a merged label that the page cuts', () => {
  const xs = [50, 120, 220, 280];
  const rules = (ys: readonly number[]) => [
    across(ys[0]!, 50, 280),
    ...ys.slice(1, -1).map((y) => across(y, 120, 280)),
    across(ys.at(-1)!, 50, 280),
    ...xs.map((x) => down(x, ys[0]!, ys.at(-1)!)),
  ];
  const first = drawnPage({
    rules: rules([700, 720, 740]),
    runs: inCells(
      xs,
      [700, 720, 740],
      [
        ['産業', '創業件数', '3件'],
        ['', '誘致件数', '4件'],
      ],
    ),
  });

  it('goes on over the rows overleaf', () => {
    const second = drawnPage({
      number: 2,
      rules: rules([60, 80, 100]),
      runs: inCells(
        xs,
        [60, 80, 100],
        [
          ['', '雇用者数', '5人'],
          ['', '廃業件数', '1件'],
        ],
      ),
    });
    const { blocks, doubts } = joined([first, second]);
    const [table] = blocks;
    if (table?.kind !== 'table') throw new Error('expected a table');
    expect(toldRows(table)).toEqual([
      '0 4×1: 産業 | 1: 創業件数 | 2: 3件',
      '1: 誘致件数 | 2: 4件',
      '1: 雇用者数 | 2: 5人',
      '1: 廃業件数 | 2: 1件',
    ]);
    expect(columnsByRow(table)).toEqual([3, 3, 3, 3]);
    expect(doubts).toEqual([]);
  });

  it('ends where another label stands overleaf', () => {
    const second = pageOf(xs, [60, 80], [['福祉', '相談件数', '5件']], 2);
    expect(told([first, second])[0]).toEqual([
      '0 2×1: 産業 | 1: 創業件数 | 2: 3件',
      '1: 誘致件数 | 2: 4件',
      '0: 福祉 | 1: 相談件数 | 2: 5件',
    ]);
  });
});

describe('emptyKey: a doubt where a row overleaf has no name', () => {
  const first = pageOf(XS, [700, 720, 740], [HEAD, ['創業件数', '2件', '3件', '順調']]);

  it('told at the blank cell, with the name above the break', () => {
    const second = pageOf(
      XS,
      [60, 80, 100],
      [
        ['', '7件', '8件', '◎'],
        ['誘致件数', '1件', '4件', '順調'],
      ],
      2,
    );
    expect(joined([first, second]).doubts).toEqual([
      { kind: 'emptyKey', page: 2, box: [50, 60, 150, 80], detail: '創業件数' },
    ]);
  });

  it('none where it has one', () => {
    const second = pageOf(XS, [60, 80], [['誘致件数', '1件', '4件', '順調']], 2);
    expect(joined([first, second]).doubts).toEqual([]);
  });
});

describe('raggedRow: a doubt where rows of a joined table cover other columns', () => {
  const first = pageOf(XS, [700, 720, 740], [HEAD, ['創業件数', '2件', '3件', '順調']]);

  it('told once for each such row', () => {
    // the head again, but the last column is parted in two and reaches further
    const second = drawnPage({
      number: 2,
      rules: [
        ...[60, 80, 100].map((y) => across(y, 50, 460)),
        ...[50, 150, 210, 270, 460].map((x) => down(x, 60, 100)),
        down(400, 80, 100),
      ],
      runs: inCells(
        [50, 150, 210, 270, 400, 460],
        [60, 80, 100],
        [HEAD, ['誘致件数', '1件', '4件', '順調', '新規']],
      ),
    });
    const { blocks, doubts } = joined([first, second]);
    const [table] = blocks;
    expect(table?.kind === 'table' && columnsByRow(table)).toEqual([4, 4, 5, 5]);
    expect(doubts.map(({ kind, page, detail }) => `${kind} ${page} ${detail}`)).toEqual([
      'raggedRow 2 誘致件数',
    ]);
  });

  it('told of a row that has a cell beside those of the row at the break', () => {
    const second = drawnPage({
      number: 2,
      rules: [
        ...[60, 80, 100].map((y) => across(y, 50, y === 60 ? 400 : 460)),
        ...[50, 150, 210, 270, 400].map((x) => down(x, 60, 100)),
        down(460, 80, 100),
      ],
      runs: inCells(
        [50, 150, 210, 270, 400, 460],
        [60, 80, 100],
        [
          ['就業件数', '5件', '6件', '順調'],
          ['誘致件数', '1件', '4件', '順調', '新規'],
        ],
      ),
    });
    expect(joined([first, second]).doubts.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      'raggedRow 誘致件数',
    ]);
  });

  it('none where the frame reaches further overleaf over rows divided otherwise', () => {
    const second = drawnPage({
      number: 2,
      rules: [
        ...[60, 80, 100].map((y) => across(y, 50, y === 60 ? 400 : 460)),
        ...[50, 150].map((x) => down(x, 60, 100)),
        ...[210, 270, 400].map((x) => down(x, 60, 80)),
        down(460, 80, 100),
      ],
      runs: inCells(
        [50, 150, 210, 270, 400],
        [60, 80, 100],
        [
          ['誘致件数', '1件', '4件', '順調'],
          ['施策の総括', '件数の伸びが続いている。'],
        ],
      ),
    });
    const { blocks, doubts } = joined([first, second]);
    const [table] = blocks;
    expect(table?.kind === 'table' && columnsByRow(table)).toEqual([4, 4, 4, 5]);
    expect(doubts).toEqual([]);
  });

  it('none where each row covers the columns of all, once', () => {
    const second = pageOf(
      [50, 150, 210, 330, 400],
      [60, 80, 100],
      [HEAD, ['誘致件数', '1件', '4件', '順調']],
      2,
    );
    const { blocks, doubts } = joined([first, second]);
    expect(blocks).toHaveLength(1);
    expect(doubts).toEqual([]);
  });
});
