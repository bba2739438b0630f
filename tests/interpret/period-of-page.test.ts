import { describe, expect, it } from 'vitest';
import type { DrawnPage } from '../../src/model/index.ts';
import { drawnPage, grid, inCells, run } from '../layout/drawn/draw-ruled.ts';
import { readDrawn } from './read-drawn.ts';

const XS = [50, 150, 250];
const rows = (y: number) => [y, y + 20, y + 40];
const table = (y: number, name: string) => ({
  rules: grid(XS, rows(y)),
  runs: inCells(XS, rows(y), [
    ['地区', '人口'],
    [name, '120人'],
  ]),
});
const periods = (...pages: readonly DrawnPage[]) =>
  readDrawn(...pages).map(({ path, timePeriod }) => `${path.at(-1)} ${timePeriod?.label}`);

describe('what a caption says of the year holds for', () => {
  it('the table under it', () => {
    const { rules, runs } = table(120, '北部');
    expect(periods(drawnPage({ rules, runs: [run(50, 100, '令和5年度の人口'), ...runs] }))).toEqual([
      '北部 令和5年度',
    ]);
  });

  it('every table of its page that says none', () => {
    const [first, second] = [table(120, '北部'), table(220, '南部')];
    const page = drawnPage({
      rules: [...first.rules, ...second.rules],
      runs: [run(50, 60, '令和5年度の人口'), ...first.runs, run(50, 200, '川の南に住む人'), ...second.runs],
    });
    expect(periods(page)).toEqual(['北部 令和5年度', '南部 令和5年度']);
  });

  it('no table of the next page', () => {
    const [first, second] = [table(120, '北部'), table(220, '南部')];
    const pages = [
      drawnPage({ rules: first.rules, runs: [run(50, 60, '令和5年度の人口'), ...first.runs] }),
      drawnPage({ number: 2, rules: second.rules, runs: [run(50, 60, '別の表'), ...second.runs] }),
    ];
    expect(periods(...pages)).toEqual(['北部 令和5年度', '南部 undefined']);
  });

  it('no table of a next page that has no line at all', () => {
    const [first, second] = [table(120, '北部'), table(60, '南部')];
    const pages = [
      drawnPage({
        rules: first.rules,
        runs: [run(50, 60, '令和5年度の人口'), ...first.runs, run(50, 300, '川の北に住む人の数')],
      }),
      drawnPage({ number: 2, ...second }),
    ];
    expect(periods(...pages)).toEqual(['北部 令和5年度', '南部 undefined']);
  });
});
