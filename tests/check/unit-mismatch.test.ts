import { describe, expect, it } from 'vitest';
import { unitMismatch } from '../../src/check/rules/unit-mismatch.ts';
import { findIn, kpiReport, suspects } from './numbers-of-a-row.ts';

const find = (...rows: string[]) => findIn(unitMismatch, kpiReport(...rows));

describe('unit-mismatch', () => {
  it.each([
    ['a target in companies', '誘致及び創業 | 7件 | 50社 | 5件 | 9件 | 10件 | 9件 | ', 'warning 50社'],
    [
      'a percentage beside an amount',
      '雇用の受け皿 | | 1,000人 | 350人 | 400人 | 700人 | 100.0% | ',
      'warning 100.0%',
    ],
    ['万人 beside 人', '集客 | | 40万人 | 0万人 | 1,100人 | 2,730人 | 3,500人 | ', 'warning 0万人'],
    ['visitors in cases', '利用者数 | | | 0件 | 5,060件 | 8,138件 | 8,151件 | ', 'warning 5,060件'],
    ['a dropped unit', '相談 | | 80件 | 66件 | 60 | 62件 | 53件 | ', 'warning 60'],
  ])('ng %s', async (_, row, suspect) => {
    expect(suspects(await find(row))).toEqual([suspect]);
  });

  it('ng one indicator in 者 and in 件', async () => {
    const found = await find(
      '寄附の申出 | | 4者 | 8者 | 10者 | 10者 | 12者 | ',
      '寄附の申出 | | | 8件 | 10件 | 10件 | 14件 | ',
    );
    expect(suspects(found)).toEqual(['warning 8件']);
  });

  it('ng thousands of yen, unsaid', async () => {
    const found = await find(
      '基金保有額 | | | 9.5億円 | 9.5億円 | 9.1億円 | 8.8億円 | ',
      '基金保有額 | | | 950,000 | 950,000 | 910,000 | 880,000 | ',
    );
    expect(suspects(found)).toEqual(['warning 950,000']);
    expect(found[0]?.suggestion?.to).toBe(950000000);
  });

  it('ng the same numbers without the unit they have elsewhere', async () => {
    const found = await find(
      '講座の実施件数 | | | 0件 | 5件 | 2件 | 7件 | ',
      '講座の実施件数 | | | 0 | 5 | 2 | 7 | ',
    );
    expect(suspects(found)).toEqual(['warning 5']);
    expect(found[0]?.message.ja).toContain('別の箇所では 5件 です');
  });

  it('ok other numbers without a unit under the same name', async () => {
    const found = await find(
      '講座の実施件数 | | | 4件 | 5件 | 2件 | 7件 | ',
      '講座の実施件数 | | | 1 | 5 | 3 | 7 | ',
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['persons in 人 and 名', '受講 | 18名 | 300人 | 98人 | 167人 | 260人 | 332人 | '],
    ['yearly figures', '転出超過 | 650人/年 | 550人 | 547人 | 467人 | 630人 | 733人 | '],
    ['points beside percent', '満足度 | 62% | 5ポイント | 61% | 63% | 64% | 66% | '],
    [
      'a target that says how much more',
      '介護従事 | 20,547人 | 10%増 | 20,600人 | 20,900人 | 21,335人 | 21,500人 | ',
    ],
    ['a row without any unit', 'サイト閲覧 | | | 14,410 | 10,796 | 12,666 | 12,509 | '],
    ['generic names of different things', '参加 | | | 10人 | 12人 | 14人 | 11人 | '],
  ])('ok %s', async (_, row) => {
    expect(await find(row)).toEqual([]);
  });
});
