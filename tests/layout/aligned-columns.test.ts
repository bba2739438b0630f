import { describe, expect, it } from 'vitest';
import { cellAt, layOutText, linesOf, tablesOf, textsByRow } from './lay-out-text.ts';

const POPULATION = `年度        H30       R1       R2
人口    304,703  304,705  304,552
世帯    133,020  134,887  135,991`;

describe('lines that stand in columns', () => {
  it('are a table', () => {
    const [table] = tablesOf(POPULATION);
    expect(textsByRow(table)).toEqual([
      ['年度', 'H30', 'R1', 'R2'],
      ['人口', '304,703', '304,705', '304,552'],
      ['世帯', '133,020', '134,887', '135,991'],
    ]);
    expect(linesOf(POPULATION)).toEqual([]);
  });

  it('give every cell the place and line it was printed on', () => {
    const { blocks, text } = layOutText(`人口の推移\n\n${POPULATION}`);
    const table = blocks.find((block) => block.kind === 'table');
    if (table === undefined) throw new Error('expected a table');
    const points = Array.from(text);
    for (const cell of table.cells) {
      expect(points.slice(cell.start, cell.end).join('')).toBe(cell.raw);
      expect(cell.raw).toBe(cell.text);
    }
    expect(table.cells.map((cell) => cell.line)).toEqual([3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]);
  });

  it('may leave a cell blank, which is kept where it stands', () => {
    const [table] = tablesOf(`年度        H30       R1       R2
人口    304,703           304,552
世帯    133,020  134,887  135,991`);
    expect(textsByRow(table)[1]).toEqual(['人口', '304,703', '', '304,552']);
    expect(cellAt(table, 1, 2).raw).toBe('');
  });

  it('may begin with an indent', () => {
    const [table] = tablesOf(`            H30       R1       R2
人口    304,703  304,705  304,552
世帯    133,020  134,887  135,991
増減       △878       2     －`);
    expect(textsByRow(table)).toEqual([
      ['', 'H30', 'R1', 'R2'],
      ['人口', '304,703', '304,705', '304,552'],
      ['世帯', '133,020', '134,887', '135,991'],
      ['増減', '△878', '2', '－'],
    ]);
  });

  it('may be parted by full-width spaces, a full-width character counting two columns', () => {
    const [table] = tablesOf(`年度　　平成３０　令和元年　令和２年
転入数　１２，３　１２，８　１３，１
転出数　１１，０　１１，９　１２，２`);
    expect(textsByRow(table)).toEqual([
      ['年度', '平成３０', '令和元年', '令和２年'],
      ['転入数', '１２，３', '１２，８', '１３，１'],
      ['転出数', '１１，０', '１１，９', '１２，２'],
    ]);
  });

  it('keep a single space inside a cell', () => {
    const [table] = tablesOf(`区分             R4      R5
1 神奈川県     2,246   2,301
2 長崎県       2,831   2,790
3 熊本県       3,365   3,402`);
    expect(textsByRow(table).map(([name]) => name)).toEqual(['区分', '1 神奈川県', '2 長崎県', '3 熊本県']);
  });

  it('end where a line leaves the columns', () => {
    const { blocks } = layOutText(`${POPULATION}\n資料：住民基本台帳\n${POPULATION}`);
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual([
      3,
      '資料：住民基本台帳',
      3,
    ]);
  });

  it('end at a blank line', () => {
    expect(tablesOf(`${POPULATION}\n\n${POPULATION}`).map(({ rows }) => rows)).toEqual([3, 3]);
  });
});

describe('prose is left alone', () => {
  it.each([
    [
      'paragraphs that begin with a full-width space',
      '　人口は増えました。\n　世帯も増えました。\n　来年度も続けます。',
    ],
    ['two columns of words', '座長　　副市長　　田中\n委員　　教育長　　鈴木\n委員　　部長　　　佐藤'],
    ['two lines in columns', '人口    304,703  304,705\n世帯    133,020  134,887'],
    ['columns of which there are two', '人口    304,703\n世帯    133,020\n増減        123'],
    [
      'sentences with gaps in them',
      '人口は　増え、世帯も　増えた。\n次年度　は　減る。\nそれで　終わる　のだ。',
    ],
    ['figures parted by single spaces', '人口 304,703 304,705\n世帯 133,020 134,887\n増減 123 456'],
    ['headings the source marks', '# 人口  304,703  304,705\n# 世帯  133,020  134,887\n# 増減  123  456'],
    [
      'lines with blank lines between',
      '人口    304,703  304,705\n\n世帯    133,020  134,887\n\n増減    123  456',
    ],
  ])('%s', (_what, text) => {
    expect(tablesOf(text)).toEqual([]);
    expect(linesOf(text)).toHaveLength(text.split('\n').filter((line) => line !== '').length);
  });
});
