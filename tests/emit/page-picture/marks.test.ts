import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/emit/page-picture/marks.ts';
import type { Doubt } from '../../../src/model/index.ts';
import { BLANK, valueIn } from './page-seen.ts';

const JAPANESE = { language: 'ja', hasJapanese: true } as const;
const ENGLISH = { language: 'en', hasJapanese: true } as const;
const LATIN_ALONE = { language: 'ja', hasJapanese: false } as const;

const R5 = { label: '令和5年度', start: '2023-04-01' };
const labels = (...[seen, lettering]: Parameters<typeof marksOf>): string[] =>
  marksOf(seen, lettering).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

const doubtAt = (box: Doubt['box'], kind: Doubt['kind']): Doubt => ({
  kind,
  page: 3,
  table: null,
  start: null,
  end: null,
  box,
  detail: '',
});

describe('marks on a page', () => {
  it('fill cells by what they were taken for, under the rules', () => {
    const cells = [
      { box: [0, 0, 50, 20], role: 'header', rowSpan: 1, columnSpan: 1 },
      { box: [0, 20, 50, 40], role: 'data', rowSpan: 1, columnSpan: 1 },
    ] as const;
    const rules = [{ x0: 0, y0: 20, x1: 50, y1: 20 }];
    expect(
      marksOf({ ...BLANK, cells: cells.map((c) => ({ ...c, box: [...c.box] })), rules }, JAPANESE),
    ).toEqual([
      { kind: 'rectangle', box: [0, 0, 50, 20], fill: 'rgba(255, 179, 0, 0.32)', stroke: null, pen: 0 },
      { kind: 'rectangle', box: [0, 20, 50, 40], fill: 'rgba(67, 160, 71, 0.16)', stroke: null, pen: 0 },
      { kind: 'line', from: [0, 20], to: [50, 20], stroke: '#1565c0', pen: 0.8 },
    ]);
  });

  it('tell the spans of a merged cell, rows first', () => {
    const cells = [{ box: [0, 0, 50, 40] as [number, number, number, number], role: 'data' as const }];
    const spans = { rowSpan: 2, columnSpan: 3 };
    const marks = marksOf({ ...BLANK, cells: cells.map((cell) => ({ ...cell, ...spans })) }, JAPANESE);
    expect(marks.at(-1)).toMatchObject({ kind: 'text', text: '2×3', anchor: 'right', color: '#7b1fa2' });
  });

  it('frame a value inside its cell and say its measure and period', () => {
    const values = [valueIn([10, 10, 60, 30], 'actual', R5)];
    expect(marksOf({ ...BLANK, values }, JAPANESE)).toMatchObject([
      { kind: 'rectangle', box: [11.2, 11.2, 58.8, 28.8], stroke: '#1b5e20' },
      { kind: 'text', text: '実績値 令和5年度', at: [10, 8.5], anchor: 'left' },
    ]);
    expect(labels({ ...BLANK, values }, ENGLISH)).toEqual(['actual 令和5年度']);
  });

  it('without Japanese type say the measure in English and the year it begins in', () => {
    const values = [
      valueIn([10, 10, 60, 30], 'actual', R5),
      valueIn([60, 10, 90, 30], 'target', { label: 'R7', start: '2025-04-01' }),
    ];
    expect(labels({ ...BLANK, values }, LATIN_ALONE)).toEqual(['actual 2023', 'target R7']);
  });

  it('frame two values of one cell once, their labels under each other', () => {
    const values = [valueIn([10, 10, 60, 30], 'baseline', null), valueIn([10, 10, 60, 30], 'target', null)];
    const marks = marksOf({ ...BLANK, values }, ENGLISH);
    expect(marks.map(({ kind }) => kind)).toEqual(['rectangle', 'text', 'text']);
    expect(marks.slice(1)).toMatchObject([
      { text: 'baseline', at: [10, 8.5] },
      { text: 'target', at: [10, 13] },
    ]);
  });

  it('leave out a value whose place is not known', () => {
    expect(marksOf({ ...BLANK, values: [valueIn(null, 'value', null)] }, ENGLISH)).toEqual([]);
  });

  it('tell the depth of a heading', () => {
    const marks = marksOf({ ...BLANK, headings: [{ box: [20, 5, 90, 15], depth: 1 }] }, ENGLISH);
    expect(marks).toMatchObject([
      { kind: 'rectangle', box: [17, 5, 19, 15], fill: '#00838f' },
      { kind: 'rectangle', box: [19, 5, 91, 15], stroke: '#00838f' },
      { kind: 'text', text: 'h2' },
    ]);
  });

  it('show doubts in red, on top, and around the page where they are about all of it', () => {
    const doubts = [doubtAt([10, 10, 60, 30], 'brokenCell'), doubtAt(null, 'unmappedFont')];
    const values = [valueIn([10, 10, 60, 30], 'value', null)];
    expect(marksOf({ ...BLANK, values, doubts }, ENGLISH).slice(2)).toMatchObject([
      { kind: 'rectangle', box: [10, 10, 60, 30], stroke: '#d50000' },
      { kind: 'text', text: 'cell not closed', color: '#d50000' },
      { kind: 'rectangle', box: [1, 1, 199, 99], stroke: '#d50000' },
      { kind: 'text', text: 'font without characters' },
    ]);
    expect(labels({ ...BLANK, doubts }, JAPANESE)).toEqual(['閉じないセル', '文字の分からない字形']);
  });
});
