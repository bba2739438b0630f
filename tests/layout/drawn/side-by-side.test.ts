import { describe, expect, it } from 'vitest';
import { partSideBySide } from '../../../src/layout/drawn/side-by-side.ts';
import type { Rule } from '../../../src/model/index.ts';
import { across, down, drawnPage, inCells, lineAt, onlyTable, pageOf } from './draw-ruled.ts';
import { toldRows } from './told-rows.ts';

const XS = [50, 110, 160, 230, 280];
const ROWS = [
  ['区分', 'R5', '指標', 'R5'],
  ['事業費', '5,690', '講座数', '27'],
];
const caption = (x: number, text: string) => {
  const line = lineAt(1, 85, text);
  const [x0, y0, x1, y1] = line.box;
  return { ...line, box: [x0 - 50 + x, y0, x1 - 50 + x, y1] as const };
};
const told = (table: Parameters<typeof partSideBySide>[0], ...lines: ReturnType<typeof caption>[]) =>
  partSideBySide(
    table,
    lines.map((line) => ({ ...line, box: [...line.box] })),
  ).map(toldRows);

describe('two tables that share a ruling line are parted', () => {
  const table = onlyTable(pageOf(XS, [100, 120, 140], ROWS));

  it('where each has a caption of its own', () => {
    expect(told(table, caption(50, '（４）事業費'), caption(162, '（５）指標'))).toEqual([
      ['0: 区分 | 1: R5', '0: 事業費 | 1: 5,690'],
      ['0: 指標 | 1: R5', '0: 講座数 | 1: 27'],
    ]);
  });

  it('where each has rows that the other has not', () => {
    const sides = (ys: readonly number[], x0: number, x1: number): Rule[] => ys.map((y) => across(y, x0, x1));
    const left = [100, 120, 140, 160];
    const right = [100, 130, 160];
    const page = drawnPage({
      rules: [...sides(left, 50, 160), ...sides(right, 160, 280), ...XS.map((x) => down(x, 100, 160))],
      runs: [
        ...inCells(XS.slice(0, 3), left, [
          ['区分', 'R5'],
          ['事業費', '5,690'],
          ['人件費', '1,200'],
        ]),
        ...inCells(XS.slice(2), right, [
          ['指標', 'R5'],
          ['講座数', '27'],
        ]),
      ],
    });
    expect(told(onlyTable(page))).toEqual([
      ['0: 区分 | 1: R5', '0: 事業費 | 1: 5,690', '0: 人件費 | 1: 1,200'],
      ['0: 指標 | 1: R5', '0: 講座数 | 1: 27'],
    ]);
  });
});

describe('one table is', () => {
  const table = onlyTable(pageOf(XS, [100, 120, 140], ROWS));
  const whole = [['0: 区分 | 1: R5 | 2: 指標 | 3: R5', '0: 事業費 | 1: 5,690 | 2: 講座数 | 3: 27']];

  it('one without captions', () => {
    expect(told(table)).toEqual(whole);
  });

  it('one under a single caption, or under one and its unit at the right', () => {
    expect(told(table, caption(50, '（４）事業費'))).toEqual(whole);
    expect(told(table, caption(50, '（４）事業費'), caption(220, '単位：千円'))).toEqual(whole);
  });

  it('one whose head reaches over the line', () => {
    const head = onlyTable(
      drawnPage({
        rules: [
          ...[100, 120, 140].map((y) => across(y, 50, 280)),
          ...[50, 110, 230, 280].map((x) => down(x, 100, 140)),
          down(160, 120, 140),
        ],
        runs: inCells(
          XS,
          [100, 120, 140],
          [
            ['区分', '実績', '', '目標'],
            ['事業費', '1', '2', '3'],
          ],
        ),
      }),
    );
    expect(told(head, caption(50, '（４）事業費'), caption(162, '（５）指標'))).toHaveLength(1);
  });
});
