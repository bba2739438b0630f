import { describe, expect, it } from 'vitest';
import { impossibleValue } from '../../src/check/rules/impossible-value.ts';
import { findIn, kpiReport, suspects } from './numbers-of-a-row.ts';

const find = (...rows: string[]) => findIn(impossibleValue, kpiReport(...rows));

describe('impossible-value', () => {
  it.each([
    [
      'a share above 100 %',
      '女性の就業率 | 79.4% | 85.7% | 80.2% | 819% | 81.2% | 82.4% | ',
      'error 819%',
      81.9,
    ],
    ['a share below 0', '就職率 | 12.1% | 17.0% | 12.9% | -11.2% | 9.6% | 10.8% | ', 'error -11.2%', 11.2],
    ['a count below 0', '相談件数 | 45件 | 80件 | 51件 | 57件 | -49件 | 47件 | ', 'error -49件', 49],
    [
      'a birth rate of 18.5',
      '合計特殊出生率 | 1.94 | 2.07 | 1.84 | 1.70 | 1.55 | 18.5 | ',
      'error 18.5',
      1.85,
    ],
  ])('ng %s', async (_, row, suspect, meant) => {
    const found = await find(row);
    expect(suspects(found)).toEqual([suspect]);
    expect(found[0]?.suggestion?.to).toBe(meant);
  });

  it('ng a span of years that runs backwards, in any text', async () => {
    const found = await findIn(
      impossibleValue,
      '総括\n\n働く人を応援するプロジェクト（R29～R1）を進めた。\n',
    );
    expect(found).toMatchObject([
      { severity: 'error', place: { page: 1, line: 3 }, evidence: { printed: 'R29～R1', meant: 'H29～R1' } },
    ]);
  });

  it('ng a result for a year after the report', async () => {
    const text =
      '進捗報告（令和5年度）\n\n指標\t目標値(R6)\tR4実績\tR5実績\tR16実績\n相談件数\t80件\t47件\t51件\t53件\n講座数\t8回\t5回\t6回\t\n受講者数\t90人\t50人\t60人\t\n';
    expect(suspects(await findIn(impossibleValue, text))).toEqual(['error 53件']);
  });

  it('ng a whole column for a year after the report is told once', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `指標${i}\t80件\t47件\t51件\t${i < 3 ? '53件' : ''}`);
    const text = `進捗報告（令和5年度）\n\n指標\t目標値(R6)\tR4実績\tR5実績\tR16実績\n${rows.join('\n')}\n`;
    const found = await findIn(impossibleValue, text);
    expect(suspects(found)).toEqual(['error 53件']);
    expect(found[0]?.observations).toHaveLength(3);
  });

  it('ok a share compared with another year goes below zero', async () => {
    const text = '年次報告\n\n部門 | 2018年度 | 2019年度\n'.replaceAll(' | ', '\t');
    const rows = '産業部門の排出量\t380\t366\n2013年度比\t△13.1%\t△15.8%\n';
    expect(suspects(await findIn(impossibleValue, text + rows))).toEqual([]);
  });

  it('ng a target year before the baseline', async () => {
    const text =
      '進捗報告（令和6年度）\n\n指標\t基準値(R4)\t目標値(R2)\tR5実績\tR6実績\n相談件数\t40件\t80件\t47件\t51件\n';
    expect(suspects(await findIn(impossibleValue, text))).toEqual(['error 80件']);
  });

  it.each([
    ['an achievement rate', 'KPI達成率 | 80% | 100% | 128% | 134% | 99% | 139% | '],
    ['a rate of change', '観光客の増減率 | | | -12.5% | -3.0% | 4.1% | 120.4% | '],
    ['a share of 100 %', '立地率 | 44.4% | 100% | 61.3% | 87.8% | 100.0% | 100.0% | '],
    ['a signed count', '社会増減数 | -100人 | 0人 | -133人 | -144人 | 9人 | -59人 | '],
    [
      'a change with its level',
      '転入者数 | | 500人増加 | -164人増加 (1,227人) | -153人増加 (1,238人) | 39人増加 (1,430人) | -116人増加 (1,275人) | ',
    ],
    ['a good birth rate', '合計特殊出生率 | 1.94 | 2.07 | 1.84 | 1.70 | 1.55 | 1.85 | '],
  ])('ok %s', async (_, row) => {
    expect(await find(row)).toEqual([]);
  });

  it('ok spans that run forward, over an era and over the end of one', async () => {
    const text =
      '総括\n\n前期（H28～R2）、後期（令和3～7年度）、H24～26年度平均、平成31年度～令和2年度の推移。R5-1号、R5～通年。\n';
    expect(await findIn(impossibleValue, text)).toEqual([]);
  });
});
