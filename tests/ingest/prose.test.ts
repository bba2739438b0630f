import { describe, expect, it } from 'vitest';
import { lostCharacters, read, slicesOf, textsOf, wordsOf } from './read-words.ts';

const headingsOf = (text: string) => wordsOf(read(text)).map((word) => [word.text, word.heading]);

describe('lines', () => {
  it('are words, trimmed', () => {
    const source = read('\n  基本目標1 稼ぐ地域\u3000\n\n- ① 移住定住\n');
    expect(textsOf(source)).toEqual(['基本目標1 稼ぐ地域', '- ① 移住定住']);
    expect(slicesOf(source)).toEqual(textsOf(source));
    expect(wordsOf(source).map((word) => word.line)).toEqual([2, 4]);
  });
  it('indented by tabs are no table', () => {
    expect(wordsOf(read('\t本文です。\n\t続きです。')).map((word) => [word.text, word.cell])).toEqual([
      ['本文です。', null],
      ['続きです。', null],
    ]);
  });
});

describe('headings', () => {
  it.each([
    ['# 基本目標', '基本目標', 1],
    ['### 施策① ###', '施策①', 3],
    ['##施策', '施策', 2],
    ['#\u3000施策', '施策', 1],
    ['#1 優先', '#1 優先', null],
    ['#施策', '#施策', null],
    ['####### 七', '####### 七', null],
    ['#', '#', null],
    ['## **重要**な指標', '重要な指標', 2],
  ])('%s', (line, text, heading) => {
    expect(headingsOf(line)).toEqual([[text, heading]]);
  });
  it('in HTML, on one line or over several', () => {
    expect(headingsOf('<h1>題</h1><p>本文</p>\n<h3 class="x">\n  節\n</h3>\n本文')).toEqual([
      ['題', 1],
      ['本文', null],
      ['節', 3],
      ['本文', null],
    ]);
  });
  it('never closed end at the blank line', () => {
    expect(headingsOf('<h2>節\n\n本文')).toEqual([
      ['節', 2],
      ['本文', null],
    ]);
  });
});

describe('lists', () => {
  it.each([
    ['<ul><li>整備</li><li>・誘致</li></ul>', ['・整備', '・誘致']],
    ['<ul>\n  <li>整備\n  <li>\n誘致\n</ul>\n後', ['・整備', '誘致', '後']],
    ['<ol><li>① 整備</li></ol>', ['① 整備']],
    ['<ul style="list-style-type: none"> ・A ・B ', ['・A ・B']],
  ])('%j', (text, items) => {
    const source = read(text);
    expect(textsOf(source)).toEqual(items);
    expect(lostCharacters(source)).toBe('');
  });
});

describe('markup in a line', () => {
  it.each([
    ['<p>施策の総括</p>', '施策の総括'],
    ['水量 5m<sup>3</sup>', '水量 5m3'],
    ['R&amp;D&nbsp;費 &#9312; &lt;税&gt;', 'R&D\u00a0費 ① <税>'],
    ['M&A & R&D; &unknown;', 'M&A & R&D; &unknown;'],
    ['**実績**は __5人__ です', '実績は 5人 です'],
    ['____年 *1 2*3 **', '____年 *1 2*3 **'],
    ['主な取組 <input type="checkbox"/> Plan', '主な取組 Plan'],
    ['<input type="checkbox" checked> 済', '☑ 済'],
    ["<input checked='checked' type=checkbox>", '☑'],
    ['<!-- 注 -->本文', '本文'],
    ['<社会動態の推移（住民基本台帳）>', '<社会動態の推移（住民基本台帳）>'],
    ['<A社> は <B> より a<b 以下>', '<A社> は <B> より a<b 以下>'],
    ['<B>太</B>', '太'],
    ['5<10 かつ 3>2', '5<10 かつ 3>2'],
  ])('%s', (line, text) => {
    const source = read(`${line}\n`);
    expect(textsOf(source)).toEqual([text]);
    expect(slicesOf(source)).toEqual([line.trim()]);
  });
  it('is parted at line breaks and paragraphs', () => {
    expect(textsOf(read('一<br>二<br/>三<p>四</p>'))).toEqual(['一', '二', '三', '四']);
  });
  it('leaves no word where nothing but markup stands', () => {
    expect(textsOf(read('<div>\n<br>\n&nbsp;\n</div>\n本文'))).toEqual(['本文']);
  });
  it('may run over lines', () => {
    expect(textsOf(read('<!-- 一\n二 --><style>\np { color: red }\n</style>三'))).toEqual(['三']);
  });
});
