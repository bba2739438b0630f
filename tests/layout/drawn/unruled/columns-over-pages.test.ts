import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../../../src/layout/drawn/draft.ts';
import { layOutPage } from '../../../../src/layout/drawn/lay-out-page.ts';
import { onSameColumns } from '../../../../src/layout/drawn/unruled/columns-over-pages.ts';
import { columnsGoingOn } from '../../../../src/layout/drawn/unruled/continued.ts';
import type { GlyphRun } from '../../../../src/model/index.ts';
import { centred, drawPage, row, run, textsOf } from './draw-page.ts';

const XS = [50, 200, 280, 360];

function laidOut(...pages: readonly (readonly GlyphRun[])[]): DraftBlock[][] {
  const blocks: (readonly DraftBlock[])[] = [];
  for (const [at, runs] of pages.entries()) {
    const before = columnsGoingOn(blocks.at(-1) ?? []);
    blocks.push(layOutPage(drawPage(runs, { number: at + 1 }), before).blocks);
  }
  return onSameColumns(blocks);
}
const show = (block: DraftBlock) => (block.kind === 'table' ? textsOf(block) : block.text);

const FIRST = [
  ...row(100, XS, ['指標名', '基準値', 'R4実績', 'R5実績']),
  ...row(120, XS, ['創業件数', '2件', '3件', '5件']),
  ...row(140, XS, ['企業誘致の相談件数', '1件', '2件', '4件']),
];

describe('a table without rules that goes on overleaf', () => {
  it('keeps a column that is blank there, and its sides', () => {
    const second = [
      ...row(60, XS, ['出生数', '71人', '', '66人']),
      ...row(80, XS, ['転入数', '40人', '', '41人']),
    ];
    const [[above], [below]] = laidOut(FIRST, second) as [[DraftBlock], [DraftBlock]];
    expect(show(below)).toEqual([
      ['出生数', '71人', '', '66人'],
      ['転入数', '40人', '', '41人'],
    ]);
    expect(below.kind === 'table' && below.xs).toEqual(above.kind === 'table' && above.xs);
  });

  it('may go on with one row, and with the rest of a cell', () => {
    const second = [run(50, 60, 'する人の数'), ...row(80, XS, ['出生数', '71人', '65人', '66人'])];
    expect(laidOut(FIRST, second)[1]!.map(show)).toEqual([
      [
        ['する人の数', '', '', ''],
        ['出生数', '71人', '65人', '66人'],
      ],
    ]);
  });

  it('may leave its head alone', () => {
    const head = [
      run(50, 700, '指標名'),
      ...[230, 310, 390].map((x, at) => centred(x, 700, `R${at + 3}実績`)),
    ];
    const second = [
      ...row(60, [50, 195, 275, 355], ['出生数', '71人', '65人', '66人']),
      ...row(80, [50, 195, 275, 355], ['転入数', '40人', '42人', '41人']),
    ];
    const pages = laidOut(
      [run(50, 650, '指標の推移は次の表のとおりで、年度ごとに示しています。'), ...head],
      second,
    );
    expect(pages[0]!.map(show).at(-1)).toEqual([['指標名', 'R3実績', 'R4実績', 'R5実績']]);
    expect(pages[1]!.map(show)[0]).toHaveLength(2);
  });

  it('is none where texts side by side end a page and prose follows', () => {
    const last = [
      run(50, 650, '申込みは次の窓口で受け付けます。'),
      ...row(700, [50, 200, 350], ['企画課', '商工課', '農政課']),
    ];
    const pages = laidOut(last, [run(50, 60, '次の年度からは隣の町とも力を合わせて取り組みます。')]);
    expect(pages.flat().map(show)).toEqual([
      '申込みは次の窓口で受け付けます。',
      '企画課',
      '商工課',
      '農政課',
      '次の年度からは隣の町とも力を合わせて取り組みます。',
    ]);
  });
});
