import { describe, expect, it } from 'vitest';
import { likelyPairs } from '../../src/check/likeness.ts';
import { labelVariant } from '../../src/check/rules/label-variant.ts';
import { foundBy, table } from './found-by.ts';

const rows = (...names: string[]) =>
  table(
    [
      '指標名 | 基準値 | 目標値 | R4実績 | R5実績',
      ...names.map((name, i) => `${name} | ${i + 1}件 | ${i + 7}1件 | ${i}2件 | ${i}3件`),
    ].join('\n'),
  );
const under = (...headings: string[]) =>
  [
    '進捗報告書',
    ...headings.map(
      (heading, i) =>
        `${heading}\n\n施策${'①②③④'[i]} ${'春夏秋冬'[i]}の取組\n\n${rows(`${'東西南北'[i]}町の訪問件数`)}`,
    ),
  ].join('\n\n');

const check = async (text: string) => (await foundBy(labelVariant, text)).messages;

describe('ng.', () => {
  it('a goal spelled in two ways', async () => {
    const [message, ...more] = await check(
      under(
        '基本目標1 稼ぐ地域をつくとともに、安心して働けるようにする',
        '基本目標1 稼ぐ地域をつくるとともに、安心して働けるようにする',
      ),
    );
    expect(more).toEqual([]);
    expect(message).toContain('一つの見出しが二通りに書かれています');
    expect(message).toMatch(/違い: 「る?」\/「る?」$/u);
  });

  it('a heading is found on its own line, not on the first row under it', async () => {
    const text = under('基本目標1 人がつどうまちをつくる', '基本目標1 人がつどうまちをつくく');
    const { found } = await foundBy(labelVariant, text);
    const line = text.split('\n').indexOf('基本目標1 人がつどうまちをつくる') + 1;
    expect(found.map(({ place }) => place?.line)).toEqual([line]);
  });

  it('an indicator that lost a particle', async () => {
    const messages = await check(
      `進捗報告書\n\n${rows('スマホアプリを通じた手続きの種類', '窓口の件数')}\n\n2 個別\n\n${rows('スマホアプリ通じた手続きの種類')}`,
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('「を」');
  });

  it('an indicator renamed beside the same figures', async () => {
    const row = '12.1% | 17.0% | 11.2% | 8.5%';
    const head = '指標名 | 基準値 | 目標値 | R4実績 | R5実績';
    const messages = await check(
      `進捗報告書\n\n1 全体\n\n${table(`${head}\n市内の大学等の新卒者の就職率 | ${row}`)}\n\n2 個別\n\n${table(`${head}\n市内の大学等の卒業者の就職率 | ${row}`)}`,
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('同じ数値で別の名称');
  });
});

describe('ok.', () => {
  it.each([
    ['one character makes two things', ['町内への転入者数', '町内への転出者数']],
    ['a negation makes two things', ['子育てに不安を感じる市民', '子育てに不安を感じない市民']],
    ['a number makes two things', ['要介護1の認定者数', '要介護2の認定者数']],
    ['official spelling variants are one', ['ふるさと納税の寄附金額', 'ふるさと納税の寄付金額']],
    ['brackets and spaces are no spelling', ['財政調整基金(※1)保有額', '財政調整基金 保有額']],
  ])('near miss: %s', async (_what, names) => {
    expect(await check(`進捗報告書\n\n${rows(...names)}`)).toEqual([]);
  });

  it('goals of different numbers may be alike', async () => {
    expect(
      await check(under('基本目標1 安心して働ける町をつくる', '基本目標2 安心して暮らせる町をつくる')),
    ).toEqual([]);
  });
});

it('never compares all pairs', () => {
  const names = Array.from({ length: 4000 }, (_, i) => `指標${i}の件数`);
  expect([...likelyPairs(names, (name) => name)].length).toBeLessThan(4000 * 17);
});

describe('ng. a name in the text', () => {
  it.each([
    [
      'lost a character',
      'みやの街かど市場を開く。',
      'みの街かど市場は盛況だった。',
      '「みの街か」は、ほかでは「みやの街か」',
    ],
    [
      'has its neighbour for a character',
      '山主川ふるさと会館を直す。',
      '山川川ふるさと会館が開いた。',
      '「山川川ふるさと」は、ほかでは「山主川ふるさと」',
    ],
    [
      'has other characters in a long word',
      '川町シティプラザ文化の事業',
      '川町シニアプラザ文化の事業',
      '「川町シニアプラザ」は、ほかでは「川町シティプラザ」',
    ],
    ['lost its voicing mark', '校区の青パトの配備', '校区の青バト配備', '「青バト」は、ほかでは「青パト」'],
  ])('%s', async (_what, usual, odd, told) => {
    const text = `進捗報告書\n\n${usual}\n\n${usual}\n\n${odd}\n\n${rows('相談の受付件数')}`;
    const { found, messages } = await foundBy(labelVariant, text);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(told);
    expect(found[0]?.place?.line).toBe(7);
  });

  it.each([
    ['two names that both stand often', 'さくら街かど市場と、さら街かど市場'],
    ['words with a particle between', '、これまで多くの人と、これで多くの人'],
    ['a word of another kind', '子育て支援センター設置と子育て支援メンター設置と高齢者支援センターの設置'],
  ])('ok. %s', async (_what, line) => {
    const text = `進捗報告書\n\n${line}\n\n${line}\n\n${rows('相談の受付件数')}`;
    expect(await check(text)).toEqual([]);
  });
});
