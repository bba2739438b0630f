import { describe, expect, it } from 'vitest';
import { decimalSeparator } from '../../src/check/rules/decimal-separator.ts';
import { findIn, kpiReport, suspects } from './numbers-of-a-row.ts';

const find = (...rows: string[]) => findIn(decimalSeparator, kpiReport(...rows));

describe('decimal-separator', () => {
  it('ng a comma where the row has points', async () => {
    const found = await find('素材生産量 | | | 564.937m³ | 2,573.487m³ | 1,537.229m³ | 2,344,141m³ | ');
    expect(suspects(found)).toEqual(['error 2,344,141m³']);
    expect(found[0]?.suggestion).toMatchObject({ field: 'value', from: 2344141, to: 2344.141 });
  });

  it('ng a point where the row has commas', async () => {
    const found = await find('助成件数 | | | 2,062件 | 1,974件 | 1.984件 | 1,912件 | ');
    expect(suspects(found)).toEqual(['error 1.984件']);
    expect(found[0]?.suggestion).toMatchObject({ to: 1984 });
  });

  it.each([
    ['12.9% | 11,2% | 9.6% | 10.8%', 'error 11,2%', 11.2],
    ['0.149人/km | 0.146人/km | 0,132人/km | 0.155人/km', 'error 0,132人/km', 0.132],
    ['2,062件 | 19,74件 | 1,984件 | 1,912件', 'error 19,74件', 1974],
    ['97,248,673円 | 101.667.073円 | 107,495,697円 | 142,783,209円', 'error 101.667.073円', 101667073],
  ])('ng impossible grouping in %s', async (cells, suspect, meant) => {
    const found = await find(`指標A | | | ${cells} | `);
    expect(suspects(found)).toEqual([suspect]);
    expect(found[0]?.suggestion?.to).toBe(meant);
  });

  it('ng two notations in one row are worth knowing', async () => {
    const found = await find('消費額 | 15,554円 | | 14,200円 | 17711円 | 29,211円 | 26,209円 | ');
    expect(suspects(found)).toEqual(['info 17711円']);
  });

  it.each([
    '素材生産量 | | | 564.937m³ | 2,573.487m³ | 1,537.229m³ | 2,344.141m³ | ',
    '事業費 | | | 1,200,000円 | 1,310,000円 | 1,290,000円 | 1,350,000円 | ',
    '世帯人員 | | | 2.352人 | 2.318人 | 2.290人 | 2.264人 | ',
    '来場者数 | | | 512人 | 980人 | 1,204人 | 3,511人 | ',
  ])('ok well-written numbers: %s', async (row) => {
    expect(await find(row)).toEqual([]);
  });
});
