import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

/** Name › year and measure › value of every observation of an HTML table. */
async function valuesOf(table: string): Promise<string[]> {
  const { observations } = await readText(`<h1>進捗報告</h1><table>${table}</table>`);
  return observations.map(({ indicator, measure, timePeriod, value, raw }) =>
    [indicator, timePeriod?.label ?? '', measure, value ?? raw].join(' '),
  );
}

describe('a label that begins among the headers and reaches down', () => {
  it('names the rows beside it, and its unit is theirs', async () => {
    const values = await valuesOf(
      '<tr><td rowspan="2">事業費（千円）</td><th>R4決算</th><th>R5決算</th></tr><tr><td>24,225</td><td>26,718</td></tr>',
    );
    expect(values).toEqual([
      '事業費（千円） R4 settlement 24225000',
      '事業費（千円） R5 settlement 26718000',
    ]);
  });
});

describe('a header over more than one column', () => {
  it('of a number and a name: the number is no value', async () => {
    const values = await valuesOf(
      '<tr><th colspan="2">事業名</th><th>R5実績</th></tr><tr><td>1</td><td>朝市の支援</td><td>12件</td></tr><tr><td>2</td><td>空き家の活用</td><td>30件</td></tr>',
    );
    expect(values.map((value) => value.replace(/^\S+ /u, ''))).toEqual(['R5 actual 12', 'R5 actual 30']);
  });

  it('of labels: 指標 over what is counted and whose share it is', async () => {
    const { observations } = await readText(
      '<h1>進捗報告</h1><table><tr><th colspan="2">指標</th><th>R4実績</th><th>R5実績</th></tr><tr><td rowspan="2">肥満者の割合</td><td>男性</td><td>31%</td><td>30%</td></tr><tr><td>女性</td><td>21%</td><td>20%</td></tr></table>',
    );
    expect(observations.map(({ indicator, path, raw }) => [indicator, path.at(-1), raw])).toEqual([
      ['肥満者の割合', '男性', '31%'],
      ['肥満者の割合', '男性', '30%'],
      ['肥満者の割合', '女性', '21%'],
      ['肥満者の割合', '女性', '20%'],
    ]);
  });

  it('of a figure and its unit: the unit stays with its figure', async () => {
    const { observations } = await readText(
      '<h1>進捗報告</h1><table><tr><th>指標名</th><th colspan="2">R5実績</th></tr><tr><td>来館者数</td><td>12</td><td>千人</td></tr><tr><td>貸出数</td><td>30</td><td>冊</td></tr></table>',
    );
    expect(observations.map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
      ['来館者数', 12000, '人'],
      ['貸出数', 30, '冊'],
    ]);
  });
});
