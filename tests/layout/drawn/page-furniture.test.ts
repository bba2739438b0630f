import { describe, expect, it } from 'vitest';
import { isFurnitureLine, repeatedLines } from '../../../src/layout/drawn/page-furniture.ts';
import { lineAt } from './draw-ruled.ts';

const NONE: ReadonlySet<string> = new Set();

describe('a page number', () => {
  it.each(['12', '- 3 -', '－１２－', '〜 4 〜', 'P. 7', 'Page 7', '3/40', '3 ページ', '12頁'])(
    '%s',
    (text) => {
      expect(isFurnitureLine(lineAt(1, 800, text), NONE)).toBe(true);
    },
  );
});

describe('none is', () => {
  it.each(['令和5年度', '12件', '1 企業の誘致', '（単位：千円）', '12345'])('%s', (text) => {
    expect(isFurnitureLine(lineAt(1, 800, text), NONE)).toBe(false);
  });
});

describe('a running head', () => {
  it('stands at one height on three pages, its numbers aside', () => {
    const lines = [1, 2, 3].map((page) => lineAt(page, 40 + page, `第${page}章 進捗報告`));
    expect(isFurnitureLine(lines[2]!, repeatedLines(lines))).toBe(true);
  });

  it('is none on two pages, or at three heights', () => {
    const twice = [1, 2].map((page) => lineAt(page, 40, '進捗報告'));
    expect(isFurnitureLine(twice[0]!, repeatedLines(twice))).toBe(false);
    const wandering = [1, 2, 3].map((page) => lineAt(page, 40 * page, '進捗報告'));
    expect(isFurnitureLine(wandering[0]!, repeatedLines(wandering))).toBe(false);
  });
});
