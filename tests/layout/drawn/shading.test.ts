import { describe, expect, it } from 'vitest';
import { markHeaders } from '../../../src/layout/drawn/shading.ts';
import type { Shade } from '../../../src/model/index.ts';
import { ground, onlyTable, pageOf } from './draw-ruled.ts';

const XS = [50, 150, 200, 250];
const YS = [100, 120, 140, 160];
const TABLE = onlyTable(
  pageOf(XS, YS, [
    ['指標名', 'R4', 'R5'],
    ['創業件数', '2件', '3件'],
    ['誘致件数', '1件', '△4件'],
  ]),
);
const headersUnder = (...shades: readonly Shade[]): string[] =>
  markHeaders(TABLE, shades)
    .cells.filter(({ isHeader }) => isHeader)
    .map(({ text }) => text);

const BLUE = '#dbe5f1';
const HEAD = ground([50, 100, 250, 120], BLUE);

describe('headers are cells on a ground', () => {
  it('one box under the whole head', () => {
    expect(headersUnder(HEAD)).toEqual(['指標名', 'R4', 'R5']);
  });

  it('a box a cell, and the label column too', () => {
    const boxes = [0, 1, 2].map((at) => ground([XS[at]!, 100, XS[at + 1]!, 120], BLUE));
    expect(headersUnder(...boxes, ground([50, 120, 150, 160], BLUE))).toEqual([
      '指標名',
      'R4',
      'R5',
      '創業件数',
      '誘致件数',
    ]);
  });

  it('dark ground under white type', () => {
    expect(headersUnder(ground([50, 100, 250, 120], '#1f3864'))).toEqual(['指標名', 'R4', 'R5']);
  });

  it('the colour painted last counts, however pale', () => {
    const whole = ground([50, 100, 250, 160], BLUE);
    expect(headersUnder(whole, ground([50, 120, 250, 160], '#f8f8f8'))).toEqual(['指標名', 'R4', 'R5']);
  });
});

describe('no headers are', () => {
  it('rows shaded in turn: figures stand on that ground too', () => {
    expect(headersUnder(ground([50, 120, 250, 140], BLUE))).toEqual([]);
  });

  it('shaded cells of results', () => {
    expect(headersUnder(ground([200, 120, 250, 160], '#ffcc66'))).toEqual([]);
  });

  it('cells of a table all on one ground, of words or of figures', () => {
    const words = onlyTable(
      pageOf(XS.slice(0, 3), YS.slice(0, 3), [
        ['名称', '所管'],
        ['朝市', '観光課'],
      ]),
    );
    expect(markHeaders(words, [ground([50, 100, 250, 160], BLUE)])).toEqual(words);
    expect(headersUnder(ground([50, 100, 250, 160], BLUE))).toEqual([]);
  });

  it('cells on a ground that is nearly white', () => {
    expect(headersUnder(ground([50, 100, 250, 120], '#f8f8f8'))).toEqual([]);
  });

  it('cells of another table', () => {
    expect(headersUnder(ground([50, 300, 250, 320], BLUE))).toEqual([]);
  });
});
