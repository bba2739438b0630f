import { describe, expect, it } from 'vitest';
import { headingStyle } from '../../src/outline/heading-style.ts';
import { headingTree, outlineText, tableItems, textPaths, vocabulary } from './outline-text.ts';

describe('a line that opens like a heading', () => {
  it.each([
    ['第1編 総論', '第編'],
    ['第２章　しごとをつくる', '第章'],
    ['第三節 観光', '第節'],
    ['基本目標1 稼ぐ地域をつくる', 'goal'],
    ['基本目標③ 子育て', 'goal'],
    ['戦略6 地域・自治', 'goal'],
    ['施策① 移り住む人を増やす', 'measure'],
    ['施策2-1 観光と移住', 'measure'],
    ['事業3：広報紙', 'project'],
    ['Ⅱ 評価の方法', 'I'],
    ['1 報告の趣旨', '1'],
    ['２．評価結果', '1'],
    ['3移住定住の促進', '1'],
    ['1-1 地域福祉の推進', '1-1'],
    ['(1) 相談窓口', '(1)'],
    ['（２）相談窓口', '(1)'],
    ['① 創業を応援する', '①'],
    ['ア）窓口の開設', 'ア'],
    ['【検証結果】の概要', '【】'],
    ['<人口の推移>', '<>'],
    ['■ 今後の課題', '■'],
  ])('%s is written as %s', (text, signature) => {
    expect(headingStyle(text, null, vocabulary)?.signature).toBe(signature);
  });

  it.each([
    '10人が参加した',
    '5年間の歩み',
    '1,234件の相談',
    '2.5%増えた',
    '3か所に設けた',
    '12月の催し',
    '基本目標の達成に向けて',
    '施策の総括',
    '第一線で働く',
    '平成30年度の実績',
  ])('%s does not', (text) => {
    expect(headingStyle(text, null, vocabulary)).toBeNull();
  });

  it('takes its rank from the source where that marks it', () => {
    expect(headingStyle('12月の催し', 3, vocabulary)).toEqual({
      signature: '#3',
      rank: 3,
      isStructural: true,
    });
  });
});

describe('headings', () => {
  it('nest: goal, measure, block', () => {
    expect(
      headingTree(`事業進捗報告書(令和5年度)

基本目標1 稼ぐ地域をつくる

施策① 企業を支える

具体的な事業

本文です。

施策② 客を呼び込む

基本目標2 人の流れをつくる

施策① 移り住む人を増やす

本文です。`),
    ).toEqual([
      '基本目標1 稼ぐ地域をつくる',
      '.施策① 企業を支える',
      '..具体的な事業',
      '.施策② 客を呼び込む',
      '基本目標2 人の流れをつくる',
      '.施策① 移り住む人を増やす',
    ]);
  });

  it('nest by their way of numbering: 第1章, 1-1, (1)', () => {
    expect(
      headingTree(`総合計画 進捗報告書

第1章 ともに支えあうまち

本文です。

1-1 地域福祉の推進

(1) 見守り体制の強化

本文です。

(2) 相談窓口の充実

本文です。

1-2 健康づくりの推進

(1) 生活習慣の改善

本文です。

第2章 みどりを守るまち

2-1 循環型社会の形成

本文です。`),
    ).toEqual([
      '第1章 ともに支えあうまち',
      '.1-1 地域福祉の推進',
      '..(1) 見守り体制の強化',
      '..(2) 相談窓口の充実',
      '.1-2 健康づくりの推進',
      '..(1) 生活習慣の改善',
      '第2章 みどりを守るまち',
      '.2-1 循環型社会の形成',
    ]);
  });

  it('written the same way are brothers, whatever stood between', () => {
    expect(
      textPaths(`総合戦略の検証

1 総括

(1) 成果

一つ目。

2 課題

二つ目。`),
    ).toEqual(['1 総括 › (1) 成果 › 一つ目。', '2 課題 › 二つ目。']);
  });

  it('begin anew under a chapter whose numbers restart', () => {
    expect(
      textPaths(`総合戦略の検証報告書

1 総括

一つ目。

2 課題

二つ目。

人口に関する資料

1 推移

三つ目。

2 内訳

四つ目。`),
    ).toEqual([
      '1 総括 › 一つ目。',
      '2 課題 › 二つ目。',
      '人口に関する資料 › 1 推移 › 三つ目。',
      '人口に関する資料 › 2 内訳 › 四つ目。',
    ]);
  });

  it('join a number on its own line with the title under it', () => {
    expect(headingTree('評価シート集\n\n1\n\n移住定住の促進\n\n\n本文です。\n')).toEqual([
      '1 移住定住の促進',
    ]);
    expect(headingTree('評価シート集\n\n基本目標1\n稼ぐ地域をつくる\n\n本文です。\n')).toEqual([
      '基本目標1 稼ぐ地域をつくる',
    ]);
  });

  it('join only a number and a short title: not a number and a sentence', () => {
    expect(headingTree('評価シート集\n\n1\n\n移住定住の促進に取り組みました。\n\n本文です。\n')).toEqual([]);
  });

  it('are named by the line under 施策名', () => {
    expect(headingTree('評価シート集\n\n施策名\n移住定住の促進\n\n本文です。\n')).toEqual(['移住定住の促進']);
  });

  it('the source marks win over numbers, which are lists then', () => {
    expect(
      headingTree(
        '# 進捗報告書\n\n## 基本目標1 しごと\n\n1. 窓口を開いた\n\n2. 催しを開いた\n\n### 取組\n\n本文',
      ),
    ).toEqual(['基本目標1 しごと', '.取組']);
  });

  it('may stand right over a table', () => {
    const [item] = tableItems('進捗報告書\n\n本文です。\n数値目標\n指標名\t目標値\n転入数\t5人');
    expect(item?.path.map(({ text }) => text)).toEqual(['数値目標']);
  });
});

describe('no heading', () => {
  it.each([
    ['items of a list, one right under the other', '(1) 子育てひろば\n(2) ファミリーサポート'],
    ['a sentence', '本市の人口は減りました。'],
    ['the legend of marks', '○：達成できた'],
    ['a note', '※令和2年度は中止'],
    ['a unit', '（単位：千円）'],
    ['a source', '資料：国勢調査'],
    ['a bullet', '・窓口の一本化'],
    ['a line cut off at a comma', '人吉市では、'],
    ['a long line', '移'.repeat(80)],
    ['a plain line among others', '前の行が続き\n窓口の一本化\n次の行が続く'],
  ])('is made of %s', (_what, text) => {
    expect(headingTree(`進捗報告書\n\n本文です。\n\n${text}\n\n本文です。`)).toEqual([]);
  });

  it('is made of what stands under the title: date, author', () => {
    expect(headingTree('進捗報告書\n\n令和6年7月\n\n企画課\n\n1 趣旨\n\n本文です。')).toEqual(['1 趣旨']);
  });
});

describe('the title', () => {
  it.each([
    [
      'the first line that names a kind of report',
      '人吉市\n\n総合戦略 進捗状況報告書\n\n本文',
      '総合戦略 進捗状況報告書',
    ],
    ['the first heading of level 1', '前書きの行\n\n# 総合戦略\n\n## 報告書\n', '総合戦略'],
    ['the first line of some length where none does', '目次\n\n人吉市のあゆみ\n\n本文', '人吉市のあゆみ'],
  ])('is %s', (_what, text, title) => {
    expect(outlineText(text).title?.text).toBe(title);
  });
  it('is none where there are only tables', () => {
    expect(outlineText('指標名\t目標値\n転入数\t5人').title).toBeNull();
  });
  it('is the first chapter where the source marks several of level 1', () => {
    expect(textPaths('# 第1部\n\n一つ目。\n\n# 第2部\n\n二つ目。')).toEqual([
      '第1部 › 一つ目。',
      '第2部 › 二つ目。',
    ]);
  });
});
