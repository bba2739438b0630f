import { describe, expect, it } from 'vitest';
import { textDamage } from '../../src/check/rules/text-damage.ts';
import { foundBy, table } from './found-by.ts';

const rows = (...lines: string[]) =>
  table(['指標名 | 基準値 | 目標値 | R4実績 | R5実績', ...lines].join('\n'));
const report = (...parts: string[]) => ['進捗報告書', ...parts].join('\n\n');
const check = async (text: string) =>
  (await foundBy(textDamage, text)).found.map(({ severity, message }) => `${severity} ${message.ja}`);

describe('ng.', () => {
  it('historical kana beside the modern spelling', async () => {
    const found = await check(
      report('住みよいと思う人を増やす。', rows('住みよいと思ふ市民の割合 | 1% | 5% | 2% | 3%')),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('「思ふ」→「思う」');
  });

  it('lost characters are an error', async () => {
    const found = await check(report('町の取\uFFFDを進める。', rows('相談件数 | 1件 | 5件 | 2件 | 3件')));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^error .*U\+FFFD/u);
  });

  it('radicals stand in place of kanji', async () => {
    const found = await check(report('⻑寿と⽔道の町', rows('相談件数 | 1件 | 5件 | 2件 | 3件')));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('「⻑」→「長」、「⽔」→「水」');
  });

  it('a circled digit in a number, with its repair', async () => {
    const { found } = await foundBy(textDamage, report(rows('相談件数 | 1件 | 5件 | ①2件 | 3件')));
    expect(found.map(({ suggestion }) => suggestion?.to)).toEqual(['12件']);
  });

  it('tags are one finding a kind', async () => {
    const found = await check(
      report(
        '<p>一つ目。</p>',
        '二つ目。',
        '三つ目。',
        '<p>四つ目。</p>',
        '五つ目。',
        '六つ目。',
        '七つ目。',
        rows('相談件数 | 1件 | 5件 | 2件 | 3件'),
      ),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('段落のHTMLタグが文字として4個残っています（2行');
  });

  it('a legend that lost its first mark', async () => {
    const found = await check(
      report(
        '- ：達成できた\n- △：概ね達成できた\n- ×：達成できなかった\n- ：判断が困難',
        rows('相談件数 | 1件 | 5件 | 2件 | 3件'),
      ),
    );
    expect(found).toHaveLength(2);
  });
});

describe('ok.', () => {
  it.each([
    ['clean text', '住みよいと思う人を増やす。長寿の町。'],
    ['a legend whose dash is a mark', '○：達成できた\n△：概ね達成できた\n-：判断が困難'],
    [
      'near miss: particles that open the next word',
      '町内ににぎわいをつくり、自分でできることを増やすとともに進める。',
    ],
    ['near miss: less and greater', '人口 < 世帯 > 住戸の順に見る。'],
    ['historical kana in a report without the modern word', '額に「願ふ」とある。'],
  ])('%s', async (_what, text) => {
    expect(await check(report(text, rows('相談件数 | 1件 | 5件 | 2件 | 3件(※①)')))).toEqual([]);
  });

  it('a web page has tags of right', async () => {
    expect(await check('<html><body><p>進捗報告書</p><p>本文。</p></body></html>')).toEqual([]);
  });
});

it('ok a whole table of tags in Markdown; ng its rows alone', async () => {
  const tags = ['<tr><td>施策</td></tr>', '<tr><td>評価</td></tr>'];
  const lines = (own: readonly string[]): string =>
    report(
      '一つ目。',
      '二つ目。',
      '三つ目。',
      '四つ目。',
      '五つ目。',
      '六つ目。',
      '七つ目。',
      own.join('\n'),
    );
  expect(await check(lines(['<table>', ...tags, '</table>']))).toEqual([]);
  expect(await check(lines(tags))).toHaveLength(1);
});
