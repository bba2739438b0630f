import { describe, expect, it } from 'vitest';
import { gridOf, lostCharacters, read, slicesOf, textsOf, wordsOf } from './read-words.ts';

describe('tab tables', () => {
  it('are runs of lines with tabs, blank cells among them', () => {
    const source = read('題\n指標名\t目標値\t\n 人口 \t\t5人\n\nA\tB\n続き\nC\tD');
    expect(gridOf(source, 0)).toEqual([
      ['指標名', '目標値', ''],
      ['人口', '', '5人'],
    ]);
    expect(gridOf(source, 1)).toEqual([['A', 'B']]);
    expect(gridOf(source, 2)).toEqual([['C', 'D']]);
    expect(slicesOf(source)).toEqual(textsOf(source));
    expect(wordsOf(source)[4]).toMatchObject({
      text: '人口',
      line: 3,
      cell: { table: 0, row: 1, column: 0, rowSpan: 1, columnSpan: 1, isHeader: false },
    });
  });
  it('give a blank cell its place', () => {
    const blank = wordsOf(read('a\t\t b')).find((word) => word.text === '');
    expect(blank).toMatchObject({ start: 2, end: 2, cell: { column: 1 } });
  });
  it('keep rows of blank cells within, and are none where all is blank', () => {
    expect(gridOf(read('a\tb\n\t\nc\td'))).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c', 'd'],
    ]);
    expect(wordsOf(read('題\n\t\t\n本文')).map((word) => word.cell)).toEqual([null, null]);
  });
  it('hold HTML in their cells', () => {
    const source = read(
      [
        '主な取組 <input type="checkbox"/> Plan\t<ul style="x"> ・庁内 ・市民 \t<p>一</p> <p>二</p>',
        '\t現状維持\t<table border="1"> <tr> <td>財源</td> <td>現状維持</td> </tr> </table>\t財源',
        '<p>KPIの総括</p>\t<td>x</td>\tA<br>B\t道<br/>路',
      ].join('\n'),
    );
    expect(gridOf(source)).toEqual([
      ['主な取組 Plan', '・庁内 ・市民', '一 二'],
      ['', '現状維持', '財源 現状維持', '財源'],
      ['KPIの総括', 'x', 'A B', '道路'],
    ]);
    expect(slicesOf(source).slice(-4)).toEqual(['KPIの総括', 'x', 'A B', '道路']);
    expect(slicesOf(source)[1]).toBe('・庁内 ・市民');
    expect(lostCharacters(source)).toBe('');
  });
});

describe('pipe tables', () => {
  it('have a header row, a separator and escaped pipes', () => {
    const source = read('| 指標名 | 目標 |\n|:-----|---:|\n| A \\| B | **5人** |\n| C |  |\n後');
    expect(gridOf(source)).toEqual([
      ['指標名', '目標'],
      ['A | B', '5人'],
      ['C', ''],
    ]);
    expect(wordsOf(source).map((word) => word.cell?.isHeader)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      undefined,
    ]);
    expect(wordsOf(source).map((word) => word.line)).toEqual([1, 1, 3, 3, 4, 4, 5]);
    expect(lostCharacters(source)).toBe('');
  });
  it('may go without the outer pipes', () => {
    expect(gridOf(read('a | b\n--|--\n1 | 2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  it('close up <br> in their cells', () => {
    const source = read('|課|\n|-|\n|商工<br>観光課|');
    expect(textsOf(source)).toEqual(['課', '商工観光課']);
    expect(source.text).toBe('|課|\n|-|\n|商工観光課|');
  });
  it.each(['a | b\nc | d', '| a |\n本文', '題\n---', 'a|b\n-'])('are not seen in %j', (text) => {
    expect(wordsOf(read(text)).every((word) => word.cell === null)).toBe(true);
  });
});

describe('HTML tables', () => {
  it('have spans and headers', () => {
    const source = read(
      [
        '前<table border=1>',
        '<thead><tr><td rowspan="2">指標</td><td colspan=2>実績</td></tr>',
        '<tr><td>R4</td><td>R5</td></tr></thead>',
        "<tr><th scope='row'>人口</th><td>&nbsp;</td><td>5人</td></tr>",
        '</table>後',
      ].join('\n'),
    );
    expect(textsOf(source)).toEqual(['前', '指標', '実績', 'R4', 'R5', '人口', '', '5人', '後']);
    expect(wordsOf(source).flatMap(({ cell }) => (cell === null ? [] : [Object.values(cell)]))).toEqual([
      [0, 0, 0, 2, 1, true],
      [0, 0, 1, 1, 2, true],
      [0, 1, 1, 1, 1, true],
      [0, 1, 2, 1, 1, true],
      [0, 2, 0, 1, 1, true],
      [0, 2, 1, 1, 1, false],
      [0, 2, 2, 1, 1, false],
    ]);
    expect(wordsOf(source).map((word) => word.line)).toEqual([1, 2, 2, 3, 3, 4, 4, 4, 5]);
    expect(lostCharacters(source)).toBe('');
  });
  it('close up the line breaks inside cells, and nothing else', () => {
    const source = read(
      '<table><tr><td>\n  人口\n  増減<br>(人)\n</td>\n<td>GDP\nper<br />head</td></tr></table>\n後',
    );
    expect(slicesOf(source)).toEqual(['人口増減 (人)', 'GDP per head', '後']);
    expect(textsOf(source)).toEqual(slicesOf(source));
    expect(source.text).toBe(
      '<table><tr><td>\n  人口増減 (人)\n</td>\n<td>GDP per head</td></tr></table>\n後',
    );
    expect(wordsOf(source).map((word) => word.line)).toEqual([1, 1, 7]);
  });
  it('keep paragraphs in a cell apart', () => {
    const source = read('<table><td><p>一</p>\n<p>二</p><b\nclass="x">三</b></td></table>');
    expect(textsOf(source)).toEqual(['一 二 三']);
    expect(slicesOf(source)).toEqual(['一</p> <p>二</p><b class="x">三']);
  });
  it('keep a hard space where they close up', () => {
    const source = read('<table><td>5<b>&nbsp;</b>人<br>&nbsp;<br>増減</td></table>');
    expect(textsOf(source)).toEqual(['5\u00a0人増減']);
    expect(slicesOf(source)).toEqual(['5<b>&nbsp;</b>人&nbsp;増減']);
  });
  it('may leave closing tags out', () => {
    expect(gridOf(read('<table><tr><td>a<td>b<tr><td>c<td>d</table>'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(gridOf(read('<TABLE><TD>a</TD><TD>b</TD></TABLE>'))).toEqual([['a', 'b']]);
  });
  it('never closed end with their paragraph', () => {
    const source = read('<table><tr><td>a</td>\n<td>b\n\n本文\nc\td');
    expect(gridOf(source, 0)).toEqual([['a', 'b']]);
    expect(gridOf(source, 1)).toEqual([['c', 'd']]);
    expect(textsOf(source)).toContain('本文');
  });
  it('nested are tables of their own', () => {
    const source = read('<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>右</td></tr></table>');
    expect(gridOf(source, 0)).toEqual([['外', '右']]);
    expect(gridOf(source, 1)).toEqual([['内']]);
    expect(slicesOf(source)).toEqual(['外', '右', '内']);
  });
  it('part the words of the cell around them: the first are the cell, the others a line', () => {
    const text =
      '<table><tr><td><table><td>内</td></table>外<table><td>奥</td></table>\n余り</td></tr></table>';
    const source = read(text);
    expect(wordsOf(source).map((word) => [word.text, word.cell?.table])).toEqual([
      ['余り', undefined],
      ['外', 0],
      ['内', 1],
      ['奥', 2],
    ]);
    expect(source.text).toBe(text);
  });
  it('nested in no cell are read once', () => {
    expect(textsOf(read('<table><tr><table><td>a</td></table><td>b</td></tr></table>'))).toEqual(['b', 'a']);
  });
  it('tell captions and stray words before them', () => {
    const source = read('<table><caption>表1</caption><tr><td>a</td>迷子</tr></table>');
    expect(wordsOf(source).map((word) => [word.text, word.cell?.column])).toEqual([
      ['表1', undefined],
      ['迷子', undefined],
      ['a', 0],
    ]);
  });
  it('may be indented by tabs', () => {
    const source = read('\t<table>\n\t\t<tr>\n\t\t\t<td>a</td>\n\t\t\t<td>b</td>\n\t\t</tr>\n\t</table>');
    expect(gridOf(source)).toEqual([['a', 'b']]);
    expect(gridOf(read('\t<table><tr><td>a</td><td>b</td></tr></table>\n\t本文'))).toEqual([['a', 'b']]);
  });
  it('clip spans to the rows there are', () => {
    const [first, second] = wordsOf(read('<table><tr><td rowspan=0>a<td rowspan=99>b<tr><td>c</table>'));
    expect(first?.cell?.rowSpan).toBe(2);
    expect(second?.cell?.rowSpan).toBe(2);
  });
  it('number on over the whole document', () => {
    const source = read('a\tb\n\n|c|\n|-|\n\n<table><td>d</table>\f<table></table>\ne\tf');
    expect(wordsOf(source).map((word) => word.cell?.table)).toEqual([0, 0, 1, 2, 3, 3]);
  });
});
