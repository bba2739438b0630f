import { describe, expect, it } from 'vitest';
import { cumulativeSeries } from '../../src/check/rules/cumulative-series.ts';
import { findIn, kpiReport, suspects } from './numbers-of-a-row.ts';

const find = (...rows: string[]) => findIn(cumulativeSeries, kpiReport(...rows));
const yearly = (name: string, targets: string, actuals: string): string => {
  const years = ['H27', 'H28', 'H29', 'H30', 'R1'];
  const head = [
    '指標',
    ...years.map((year) => `${year}目標値`),
    ...years.map((year) => `${year}実績値`),
  ].join('\t');
  const row = [name, ...targets.split(' '), ...actuals.split(' ')].join('\t');
  return `総括（令和元年度）\n\n${head}\n${row}\n`;
};

describe('cumulative-series', () => {
  it('ng a running total that falls', async () => {
    const found = await find('事業累計件数 | 2件 | 20件 | 5件 | 9件 | 8件 | 12件 | ');
    expect(suspects(found)).toEqual(['error 8件']);
  });

  it('ng monthly figures added up for a rate', async () => {
    const found = await find('施設の月間利用件数 | | 15件 | 21件 | 24件 | 18件 | 13件 | 507%');
    expect(suspects(found)).toEqual(['warning 507%']);
  });

  it('ng a total among yearly figures', async () => {
    const found = await find('講座の参加者数 | | 60人 | 12人 | 15人 | 10人 | 37人 | ');
    expect(suspects(found)).toEqual(['warning 37人']);
  });

  it('ng results added up beside yearly targets', async () => {
    const text = yearly(
      '利用者数',
      '10,000人 14,900人 16,600人 18,300人 20,000人',
      '11,311人 26,522人 45,578人 62,678人 76,103人',
    );
    expect(suspects(await findIn(cumulativeSeries, text))).toEqual(['warning 76,103人']);
  });

  it('ng yearly results beside targets that add up', async () => {
    const text = yearly(
      '閲覧件数',
      '5,760件 10,080件 15,840件 22,080件 28,800件',
      '6,203件 6,609件 7,310件 8,549件 9,301件',
    );
    expect(suspects(await findIn(cumulativeSeries, text))).toEqual(['warning 9,301件']);
  });

  it('ok totals that rise or stand still', async () => {
    expect(await find('事業累計件数 | 2件 | 20件 | 5件 | 9件 | 9件 | 12件 | ')).toEqual([]);
  });

  it('ok yearly figures that fall', async () => {
    expect(await find('相談件数 | 11件 | 20件 | 6件 | 8件 | 57件 | 49件 | 245%')).toEqual([]);
  });

  it('ok visits of the year, 延べ, may fall', async () => {
    expect(await find('延べ利用者数 | | | 1,204人 | 980人 | 1,310人 | 1,102人 | ')).toEqual([]);
  });

  it('ok a project that simply grows past its plan', async () => {
    const text = yearly(
      'アクセス件数',
      '14,500件 16,000件 18,000件 20,000件 20,000件',
      '18,028件 21,866件 28,078件 41,625件 62,963件',
    );
    expect(await findIn(cumulativeSeries, text)).toEqual([]);
  });
});
