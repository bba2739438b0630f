import { describe, expect, it } from 'vitest';
import { labelKey, noteMarksIn, readCell, readNotes } from '../../src/normalize/index.ts';

describe('footnote marks in a cell', () => {
  it.each([
    ['88※1', ['※1']],
    ['1,482※１', ['※1']],
    ['件数（※1、2）', ['※1', '※2']],
    ['88※1※2', ['※1', '※2']],
    ['実績※①（件）', ['※①']],
    ['241,090※', ['※']],
    ['市民（※）の数', ['※']],
    ['人口 *1', ['*1']],
    ['人口＊', ['*']],
    ['人口（注）', ['注']],
    ['人口（注1、2）', ['注1', '注2']],
    ['75注1）', ['注1']],
    ['75注）', ['注']],
  ])('%s → %j', (text, marks) => {
    expect(noteMarksIn(text)).toEqual(marks);
  });

  it.each([
    '※1 速報値',
    '（※1）速報値',
    '受注',
    '発注1件',
    '（受注）',
    '3*4=12',
    '注目',
    '※ハード施設を含む',
    '',
  ])('none in %s', (text) => {
    expect(noteMarksIn(text)).toEqual([]);
  });
});

describe('a name for joining', () => {
  it.each([
    ['財政調整基金(※1)保有額', '財政調整基金保有額'],
    ['件数※1、2', '件数'],
    ['人口（注1）', '人口'],
    ['人口 注1）', '人口'],
    ['人口＊１', '人口'],
    ['[※1]人口', '人口'],
    ['受注件数', '受注件数'],
    ['件数（受注）', '件数(受注)'],
  ])('is without its marks: %s → %s', (label, key) => {
    expect(labelKey(label)).toBe(key);
  });
});

describe('a value keeps its mark as a note', () => {
  it.each([
    ['88※1', { kind: 'quantity', value: 88, unit: '件', note: '※1' }],
    ['48（※1）', { kind: 'quantity', value: 48, unit: '件', note: '※1' }],
    ['75注）', { kind: 'quantity', value: 75, unit: '件', note: '注' }],
    ['12.5%※２', { kind: 'quantity', value: 12.5, unit: '%', note: '※２' }],
    ['○※1', { kind: 'rating', note: '※1' }],
    ['策定中（注1）', { kind: 'status', obsStatus: 'O', note: '注1' }],
    ['－※1', { kind: 'missing', obsStatus: 'M', note: '※1' }],
  ])('%s', (raw, said) => {
    expect(readCell(raw, { unit: '件' })).toMatchObject(said);
  });
});

describe('footnotes on a line', () => {
  /** the likelier way to read it */
  const first = (line: string): string[] =>
    (readNotes(line)[0] ?? []).map(({ mark, label, text }) => `${mark} ${label} ${text}`);

  it.each([
    ['※1　速報値', ['※1 ※1 速報値']],
    ['※１：速報値', ['※1 ※１ 速報値']],
    ['（注1）速報値', ['注1 注1 速報値']],
    ['注）速報値', ['注 注 速報値']],
    ['注：速報値', ['注 注 速報値']],
    ['(※①) 令和9年度まで', ['※① ※① 令和9年度まで']],
    ['*1 速報値', ['*1 *1 速報値']],
    ['※速報値', ['※ ※ 速報値']],
    ['※2023年度の値', ['※ ※ 2023年度の値']],
    ['※1 速報値　※2 推計値', ['※1 ※1 速報値', '※2 ※2 推計値']],
    ['※1 速報値。※2 推計値。', ['※1 ※1 速報値。', '※2 ※2 推計値。']],
  ])('%s', (line, notes) => {
    expect(first(line)).toEqual(notes);
  });

  it('may have a figure behind a mark without number', () => {
    expect(readNotes('※1人当たりの額').map(([note]) => [note?.mark, note?.text])).toEqual([
      ['※1', '人当たりの額'],
      ['※', '1人当たりの額'],
    ]);
  });

  it.each(['注目される', '注意する点', '速報値※1', '※', '（市）', ''])('none on %s', (line) => {
    expect(readNotes(line)).toEqual([]);
  });
});
