import { describe, expect, it } from 'vitest';
import { isFurniture, isPageHead } from '../../src/outline/running.ts';
import { runningLines, textPaths } from './outline-text.ts';

describe('furniture of a page', () => {
  it.each([
    '- 12 -',
    '－ ３ －',
    '-4-',
    '~ 5 ~',
    'P.4',
    'p 12',
    'Page 3',
    '4/12',
    '４／１２',
    '12ページ',
    '12 頁',
    '-----',
    '=====',
    '- - - -',
    '別紙1',
    '資料２',
    '（参考資料１）',
    '[資料1-2]',
  ])('%s is', (text) => {
    expect(isFurniture(text)).toBe(true);
  });

  it.each([
    '12',
    '- 12',
    '2023/4/1',
    '12345/2',
    '資料：国勢調査',
    '別紙のとおり改める',
    'P値',
    '--',
    '12頁を参照',
    '○',
  ])('%s is not', (text) => {
    expect(isFurniture(text)).toBe(false);
  });
});

const pages = (...bodies: string[]): string => bodies.join('\n\f');

describe('page heads', () => {
  it('are the title again', () => {
    const text = pages('事業進捗報告\n\n一つ目。', '事業進捗報告\n\n二つ目。');
    expect(runningLines(text)).toEqual(['事業進捗報告']);
    expect(textPaths(text)).toEqual(['一つ目。', '二つ目。']);
  });

  it('are the line under the title that comes again', () => {
    const head = '施策評価調書';
    const text = pages(`人吉市総合計画\n${head}\n\n一つ目。`, `${head}\n\n二つ目。`);
    expect(runningLines(text)).toEqual([head, head]);
    expect(textPaths(text)).toEqual(['一つ目。', '二つ目。']);
  });

  it('are a line of a year and a kind of report on three pages', () => {
    const head = '令和5年度 施策評価調書';
    const text = pages(`人吉市総合計画\n\n${head}\n\n一つ目。`, `${head}\n\n二つ目。`, `${head}\n\n三つ目。`);
    expect(runningLines(text)).toEqual([head, head, head]);
  });

  it('say the title in part, right under a page number', () => {
    const text = pages(
      '人吉市総合計画進捗報告書\n\n一つ目。\n- 1 -',
      '本文です。\n- 2 -\n人吉市総合計画進捗報告書 施策編\n\n二つ目。',
    );
    expect(runningLines(text)).toEqual(['- 1 -', '- 2 -', '人吉市総合計画進捗報告書 施策編']);
  });
});

describe('no page head', () => {
  it('is a block title that comes on every page', () => {
    const text = pages(
      '進捗報告書\n\n本文です。\n\n具体的な事業\n\n一つ目。\n',
      '具体的な事業\n\n二つ目。\n',
      '具体的な事業\n\n三つ目。',
    );
    expect(runningLines(text)).toEqual([]);
    expect(textPaths(text).slice(1)).toEqual([
      '具体的な事業 › 一つ目。',
      '具体的な事業 › 二つ目。',
      '具体的な事業 › 三つ目。',
    ]);
  });

  it('is a line of a year and a kind of report that comes on two pages', () => {
    const head = '令和5年度 施策評価調書';
    const front = Array.from({ length: 5 }, (_, at) => `${at + 1}つ目の段落です。`).join('\n\n');
    const text = pages(`人吉市総合計画\n\n${front}\n`, `${head}\n\n本文です。\n`, `${head}\n\n本文です。`);
    expect(runningLines(text)).toEqual([]);
  });

  it('is a line that begins like the title without a page number over it', () => {
    expect(isPageHead('人吉市総合計画 施策編', '人吉市総合計画', '本文です。')).toBe(false);
    expect(isPageHead('人吉市総合計画 施策編', '人吉市総合計画', null)).toBe(false);
    expect(isPageHead('人吉市総合計画 施策編', null, '- 2 -')).toBe(false);
    expect(isPageHead('人吉市総合計画 施策編', '人吉市総合計画', '- 2 -')).toBe(true);
  });

  it('is a long sentence under a page number that begins with the title', () => {
    const sentence = `人吉市総合計画は${'、地域の実情に応じて'.repeat(6)}定めるものです`;
    expect(isPageHead(sentence, '人吉市総合計画', '- 2 -')).toBe(false);
  });
});
