import { describe, expect, it } from 'vitest';
import type { DrawnPage } from '../../src/model/index.ts';
import { drawnPage, grid, inCells, pageOf, run } from '../layout/drawn/draw-ruled.ts';
import { readDrawn } from './read-drawn.ts';

const xs = (count: number): number[] => Array.from({ length: count + 1 }, (_, i) => 50 + i * 80);
const ys = (count: number): number[] => Array.from({ length: count + 1 }, (_, i) => 100 + i * 20);
const told = (...pages: readonly DrawnPage[]): string[] =>
  readDrawn(...pages).map(
    ({ indicator, measure, timePeriod, value, unit }) =>
      `${indicator} ${measure} ${timePeriod?.start.slice(0, 4) ?? '-'} ${value} ${unit ?? '-'}`,
  );

describe('a drawn table', () => {
  it('takes the years of one measure from the column beside it', () => {
    const rows = [
      ['指標名', '基準年度', '基準値', '目標年度', '目標値'],
      ['講座数', 'R1', '12回', 'R8', '60回'],
      ['会員数', 'R2', '30人', 'R7', '45人'],
    ];
    expect(told(pageOf(xs(5), ys(3), rows))).toEqual([
      '講座数 baseline 2019 12 回',
      '講座数 target 2026 60 回',
      '会員数 baseline 2020 30 人',
      '会員数 target 2025 45 人',
    ]);
  });

  it('says figures under a header nobody taught', () => {
    const rows = [
      ['指標', 'R4実績', 'R5実績', '類団平均'],
      ['有収率', '86.1%', '85.9%', '83.2%'],
      ['老朽化率', '20.5%', '23.1%', '21.4%'],
    ];
    expect(told(pageOf(xs(4), ys(3), rows)).filter((text) => text.includes('value'))).toEqual([
      '有収率 value - 83.2 %',
      '老朽化率 value - 21.4 %',
    ]);
  });

  it('of projects and their costs counts no results', () => {
    const rows = [
      ['事業名', '事業内容', '事業費'],
      ['公園整備', '設計', '6,800'],
      ['道路照明', '交換', '4,200'],
    ];
    const unit = run(50, 80, '（事業費：千円）');
    const page = drawnPage({
      runs: [unit, ...inCells(xs(3), ys(3), rows)],
      rules: grid(xs(3), ys(3)),
    });
    expect(told(page)).toEqual(['事業費 value - 6800000 円', '事業費 value - 4200000 円']);
  });
});
