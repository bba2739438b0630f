import { describe, expect, it } from 'vitest';
import { describePart, type TableItem, tableItems } from './outline-text.ts';

const HEAD = '指標名\t単位\t基準値\tR5実績';
const FIRST = '養成者数\t人\t312\t356';
const SECOND = '相談件数\t件\t20\t31';

const first = (...lines: string[]): string => ['進捗報告書', '', '本文です。', '', ...lines].join('\n');
const parts = (text: string): string[][] => tableItems(text).map((item) => item.parts.map(describePart));
const names = ({ table }: TableItem): string[] =>
  table.cells.filter((cell) => cell.column === 0).map((cell) => cell.text);

describe('a table whose head is printed again', () => {
  it.each([
    ['on the next page', `${FIRST}\n\f${HEAD}`],
    ['behind a page number', `${FIRST}\n\n- 3 -\n\n\f${HEAD}`],
    ['behind a page number without a form feed', `${FIRST}\n\n- 3 -\n\n${HEAD}`],
    ['behind a note', `${FIRST}\n\n※令和2年度は中止\n\n${HEAD}`],
  ])('%s is one with it', (_where, between) => {
    const text = first(HEAD, `${between}`, SECOND);
    expect(parts(text)).toEqual([['grid 0: 1 3', 'running 2']]);
    const [item] = tableItems(text);
    expect(names(item!)).toEqual(['指標名', '養成者数', '指標名', '相談件数']);
    expect(item?.table).toMatchObject({ rows: 4, columns: 4 });
  });

  it('may go on over three pages', () => {
    const text = first(HEAD, FIRST, `\f${HEAD}`, SECOND, `\f${HEAD}`, '転入数\t人\t5\t6');
    expect(parts(text)).toEqual([['grid 0: 1 3 5', 'running 2', 'running 4']]);
  });

  it('may have a head of two rows', () => {
    const head = '指標名\t実績値\t\t担当課\n\tR4\tR5\t';
    expect(parts(first(head, '転入数\t5人\t6人\t企画課', `\f${head}`, '転出数\t3人\t4人\t市民課'))).toEqual([
      ['grid 0 1: 2 5', 'running 3', 'running 4'],
    ]);
  });

  it('keeps the page and line every cell was printed on', () => {
    const [item] = tableItems(first(HEAD, FIRST, `\f${HEAD}`, SECOND));
    const ofColumn = item?.table.cells.filter((cell) => cell.column === 0);
    expect(ofColumn?.map(({ page, line }) => [page, line])).toEqual([
      [1, 5],
      [1, 6],
      [2, 7],
      [2, 8],
    ]);
  });
});

describe('a table whose head is not printed again', () => {
  it('is read under the head of the page before', () => {
    expect(parts(first(HEAD, FIRST, `\f${SECOND}`))).toEqual([['grid 0: 1 2']]);
    const [item] = tableItems(first(HEAD, FIRST, `\f${SECOND}`));
    expect(names(item!)).toEqual(['指標名', '養成者数', '相談件数']);
  });

  it('may have left out blank columns at its right edge', () => {
    const text = first(`${HEAD}\t備考\t担当課`, `${FIRST}\t\t`, `\f${SECOND}`);
    expect(parts(text)).toEqual([['grid 0: 1 2']]);
  });

  it('stands under the headings that came between', () => {
    const text = first(
      '基本目標1 しごと',
      '',
      HEAD,
      FIRST,
      '',
      '基本目標2 ひと',
      '',
      SECOND,
      '',
      '基本目標3 まち',
      '',
      '転入数\t人\t5\t6',
    );
    expect(tableItems(text).map((item) => item.path.map((heading) => heading.text))).toEqual([
      ['基本目標1 しごと'],
      ['基本目標2 ひと'],
      ['基本目標3 まち'],
    ]);
    expect(parts(text)).toEqual([['grid 0: 1'], ['grid 0: 1'], ['grid 0: 1']]);
  });
});

describe('not joined', () => {
  it.each([
    ['a table under a heading of its own', `基本目標2 ひと\n\n${HEAD}\n${SECOND}`],
    ['a table behind a sentence', `次の表のとおりです。\n\n${HEAD}\n${SECOND}`],
    ['a table with another year', `\f${HEAD.replace('R5', 'R6')}\n${SECOND}`],
    ['a table with a column more', `\f${HEAD}\t担当課\n${SECOND}\t企画課`],
    ['a table on the same page with nothing between', `${HEAD}\n${SECOND}`],
  ])('%s', (_what, later) => {
    expect(parts(first(HEAD, FIRST, '', later))).toEqual([['grid 0: 1'], ['grid 0: 1']]);
  });

  it('a form behind a grid', () => {
    expect(parts(first(HEAD, FIRST, '', '担当課\t企画課\n施策の総括\t窓口を開いた。'))).toEqual([
      ['grid 0: 1'],
      ['form 0', 'form 1'],
    ]);
  });

  it('rows of words behind a grid', () => {
    expect(parts(first(HEAD, FIRST, '', '座長\t副市長\t田中\t任期'))).toEqual([['grid 0: 1'], ['form 0']]);
  });

  it('rows much narrower than the head', () => {
    const wide = '指標名\t基準値\tR2実績\tR3実績\tR4実績\tR5実績';
    expect(parts(first(wide, '養成者数\t1人\t2人\t3人\t4人\t5人', '', '相談件数\t20件\t31件'))).toEqual([
      ['grid 0: 1'],
      ['form 0'],
    ]);
  });

  it('figures behind a form', () => {
    expect(parts(first('担当課\t企画課', '', '相談件数\t件\t20\t31'))).toEqual([['form 0'], ['form 0']]);
  });
});
