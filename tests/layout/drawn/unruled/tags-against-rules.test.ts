import { expect, it } from 'vitest';
import { layOutPage } from '../../../../src/layout/drawn/lay-out-page.ts';
import type { TaggedTable } from '../../../../src/model/index.ts';
import { across, down, drawPage, run } from './draw-page.ts';

const RUNS = [
  run(55, 105, '指標名', 1),
  run(155, 105, 'R5実績', 2),
  run(55, 125, '出生数', 3),
  run(155, 125, '66人', 4),
];
const RULES = [
  ...[100, 120, 140].map((y) => across(y, 50, 250)),
  ...[50, 150, 250].map((x) => down(x, 100, 140)),
];
const doubtsWith = (...rows: readonly (readonly number[])[]) => {
  const table: TaggedTable = {
    rows: rows.map((marks) =>
      marks.map((mark) => ({ marks: [mark], isHeader: false, rowSpan: 1, columnSpan: 1 })),
    ),
  };
  return layOutPage(drawPage(RUNS, { rules: RULES, tables: [table] }), null).doubts;
};

it('tags that tell the rows of the ruling lines leave no doubt', () => {
  expect(doubtsWith([1, 2], [3, 4])).toEqual([]);
});

it('tags that put two ruled rows into one are a doubt', () => {
  expect(doubtsWith([1, 2, 3, 4])).toEqual([
    { kind: 'tagsDisagree', page: 1, box: [50, 120, 150, 140], detail: '出生数' },
  ]);
});
