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
    ['both signs', '社会増減 | | | △133人 | △144人 | 9人 | 959人 | '],
  ])('ok %s', async (_, row) => {
    expect(suspects(await find(row)).filter((each) => !each.startsWith('info'))).toEqual([]);
  });
});
