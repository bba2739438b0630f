import { describe, expect, it } from 'vitest';
import { scaleOutlier } from '../../src/check/rules/scale-outlier.ts';
import { findIn, kpiReport, suspects } from './numbers-of-a-row.ts';

const find = (...rows: string[]) => findIn(scaleOutlier, kpiReport(...rows));

describe('scale-outlier', () => {
  it.each([
    ['×10', '2,062件 | 1,974件 | 19,840件 | 1,912件', '19,840件', 1984],
    ['×100 at the end', '2,062件 | 1,974件 | 1,984件 | 191,200件', '191,200件', 1912],
    ['×1000', '12.9% | 11.2% | 9600.0% | 10.8%', '9600.0%', 9.6],
    ['a lost point', '66.1% | 67.3% | 662% | 65.9%', '662%', 66.2],
    ['a doubled digit', '2,062件 | 1,974件 | 11,984件 | 1,912件', '11,984件', 1984],
    ['a lost digit', '2,062件 | 1,974件 | 198件 | 1,912件', '198件', undefined],
    [
      '円 for 千円 in the pandemic',
      '△54,573千円 | △60,056円 | △48,333千円 | △28,175千円',
      '△60,056円',
      -60056000,
    ],
    ['千円 twice', '△54,573千円 | △60,056千円 | △48,333千円 | △28,175,000千円', '△28,175,000千円', -28175000],
    ['a lost digit of a number the row repeats', '1,974件 | 1,980件 | 198件 | 1,980件', '198件', 1980],
    ['a dropped 万', '51万人 | 53万人 | 55人 | 57万人', '55人', 550000],
  ])('ng %s', async (_, cells, suspect, meant) => {
    const found = await find(`件数 | | | ${cells} | `);
    expect(suspects(found)).toEqual([`warning ${suspect}`]);
    expect(found[0]?.suggestion?.to).toBe(meant);
  });

  it('ng a baseline ten times its row', async () => {
    const found = await find('相談件数 | 7,000件 | 800件 | 668件 | 607件 | 625件 | 534件 | ');
    expect(suspects(found)).toEqual(['warning 7,000件']);
  });

  it('ng land sold in lots, ten times as much', async () => {
    const found = await find(
      '未利用市有地の売却 | | | 15,408千円 | 15,220千円 | 150,000千円 | 14,800千円 | ',
    );
    expect(suspects(found)).toEqual(['warning 150,000千円']);
  });

  it('ng a target ten times its plan, also where the results lag behind', async () => {
    const text = '報告\n\n指標\t基準値（R2）\tR4目標\tR4実績\tR5目標\tR5実績\t目標値（R7）\n';
    const row = '通いの場の参加者数\t2,916\t3,200\t2,204\t3,400\t2,651\t38,000\n';
    const found = await findIn(scaleOutlier, text + row);
    expect(found.map(({ severity, suggestion }) => [severity, suggestion?.to])).toEqual([['warning', 3800]]);
  });

  it('ok a jump that another row confirms is only worth knowing', async () => {
    const row = '宿泊客数 | 319人 | 400人 | 132人 | 233人 | 253人 | 13,420人 | 3355%';
    expect(suspects(await find(row))).toEqual(['info 13,420人']);
  });

  it.each([
    ['years of the pandemic', '参加者数 | | | 0人 | 0人 | 672人 | 161人 | '],
    ['a fall in the pandemic', '入館者数 | | | 4,775人 | 22,807人 | 34,320人 | 34,506人 | '],
    ['a project that began', '宿泊人数 | | 540人 | 0人 | 28人 | 402人 | 321人 | '],
    ['a new system', '利用件数 | | | 3件 | 755件 | 1,023件 | 831件 | '],
    ['small counts', '創業件数 | | | 1件 | 10件 | 2件 | 1件 | '],
    ['a rise by steps', '累計 | 17件 | 100件 | 31件 | 79件 | 149件 | 188件 | '],
    ['an ambitious target', '就職率 | 8.6% | 60% | 6.2% | 7.8% | 7.7% | 8.1% | '],
    ['closed borders', '外国人宿泊客数 | | | 54,310人 | ・・・ | 6,904人 | 61,287人 | '],
    [
      'a total that begins',
      '未利用地の売却額（累計） | 0.3億円 | | 4.1億円 | 4.8億円 | 5.0億円 | 5.2億円 | ',
    ],
    ['land sold in lots', '未利用市有地の売却 | | | 15,408千円 | 3,220千円 | 27,912千円 | 12,000千円 | '],
    ['both signs', '社会増減 | | | △133人 | △144人 | 9人 | 959人 | '],
  ])('ok %s', async (_, row) => {
    expect(suspects(await find(row)).filter((each) => !each.startsWith('info'))).toEqual([]);
  });
});

describe('scale-outlier with few figures', () => {
  const two = async (...cells: string[]): Promise<(string | number | boolean | null | undefined)[][]> => {
    const text = `決算の状況\n\n（単位：千円）\n事業名\tR4決算額\tR5決算額\n維持管理費\t${cells.join('\t')}\n運営費\t1,250\t1,310\n`;
    const found = await findIn(scaleOutlier, text);
    return found.map(({ observations, suggestion }) => [observations[0]?.raw, suggestion?.to]);
  };

  it('ng 円 in a column of 千円, and a point for a comma', async () => {
    expect(await two('95,310', '96,412,000')).toEqual([['96,412,000', 96412000]]);
    expect(await two('68,254', '71.390')).toEqual([['71.390', 71390000]]);
  });

  it('ok a cost that grew sixty times, one that was nought before, and what begins with little', async () => {
    expect(await two('1,200', '72,000')).toEqual([]);
    expect(await two('0', '72,000')).toEqual([]);
    expect(suspects(await find('利用件数 | | | 3件 | 755件 | 1,023件 | 831件 | '))).toEqual([]);
  });
});
