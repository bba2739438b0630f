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

describe('ng. slips of writing', () => {
  it.each([
    ['窓口の見直しを行う必要である。', '「行う必要である」→「行う必要がある」'],
    ['今後の方法を考ええる。', '「考ええる」→「考える」'],
    ['人手が足りず、目標達成でできなかった。', '「達成でで'],
    ['相談はやや減少したもの、訪問は増えた。', '「減少したもの、」→「減少したものの、」'],
    ['町の良さを感じてもらえよう工夫する。', '「もらえよう工夫」→「もらえるよう工夫」'],
    ['新しい課題への対応していく。', '「への対応して」→「に対応して」'],
    ['機器の導入を支援を検討した。', '「を支援を検討した」'],
    ['来年度も続けていききたい。', '「ていききた」→「ていきた」'],
    ['町内の団体等有する知識を使う。', '「等有する」→「等を有する」'],
    ['つながり築き、町を守る。', '「り築き」→「りを築き」'],
  ])('%s', async (text, told) => {
    const found = await check(report(text, rows('相談件数 | 1件 | 5件 | 2件 | 3件')));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^warning 書き誤り/u);
    expect(found[0]).toContain(told);
  });

  it('the mark of a company became a kanji', async () => {
    const text = report(
      '㈱山川堂が進出した。同年に株山川堂の店が開いた。株式会社山川堂の画像。梅の花。',
      rows('相談件数 | 1件 | 5件 | 2件 | 3件'),
    );
    expect(await check(text)).toEqual(['warning ㈱が漢字になっているようです: 「株山川堂」→「㈱山川堂」']);
  });

  it('a quotation that never opened, with its line', async () => {
    const { found } = await foundBy(
      textDamage,
      report('- ・川のまち」を歩く会の開催', rows('相談件数 | 1件 | 5件 | 2件 | 3件')),
    );
    expect(found.map(({ message, place }) => [message.ja, place?.line])).toEqual([
      ['閉じかぎに対応する開きかぎがありません: - ・川のまち」', 3],
    ]);
  });
});

describe('ok.', () => {
  it.each([
    [
      'near miss: sound sentences with the same characters',
      '全く必要である。人手が多く必要であり、二つ必要です。自宅でできる手続を増やし、市民への貸出し、国への働きかけ、見直し、保有する施設等を有する。これにより築き上げた関係、対策を講じたもの、改修したもの。',
    ],
    ['near miss: works listed one by one', '数が減少したもの、増加したもの、変わらないもの。'],
    ['near miss: a quotation over two lines', 'この事業は「川のまちを\n歩く会」が行う。'],
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
