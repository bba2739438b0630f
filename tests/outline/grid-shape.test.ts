import { describe, expect, it } from 'vitest';
import { GridShape } from '../../src/outline/grid-shape.ts';
import { vocabulary } from './outline-text.ts';
import { tableOf } from './table-of.ts';

const HEAD = ['成果指標[2x1] | 単位[2x1] | 実績[1x2] | 目標値[2x1]', 'R4 | R5'];

/** Whether the row under the head is one of its grid. */
function isHeld(row: string, head = HEAD): boolean {
  const { table, rows } = tableOf(...head, row);
  const headerRows = head.map((_, at) => at);
  return new GridShape(table, headerRows, vocabulary).holds(rows[head.length]!);
}

describe('a row is of the grid', () => {
  it.each([
    ['its cells stand under the headers one by one', '講座数 | 回 | 26 | 27 | 30'],
    ['blank cells too', '講座数 | 回 |  |  | '],
    ['a value holds for two years of one measure', '講座数 | 回 | 策定中[1x2] | 30'],
    ['a name takes the room of the unit too', '講座数の合計[1x2] | 26 | 27 | 30'],
  ])('%s', (_what, row) => {
    expect(isHeld(row)).toBe(true);
  });

  it('two figures stand under their headers, though the name takes the room of a value', () => {
    expect(isHeld('講座に来た人[1x3] | 27 | 30')).toBe(true);
    expect(isHeld('講座に来た人[1x3] | 未定 | 30')).toBe(false);
  });

  it('one figure is enough for a total', () => {
    expect(isHeld('講座数の合計[1x4] | 30')).toBe(true);
  });
});

describe('a row only follows in the same frame', () => {
  it('a label over name and unit, its answer over years and target', () => {
    expect(isHeld('達成状況[1x2] | 順調に推移している[1x3]')).toBe(false);
  });

  it('a cell that cuts a header of two columns', () => {
    expect(isHeld('達成[1x2] | 順調[1x2] | 上々', ['指標名 | 実績[1x2] | 担当課[1x2]'])).toBe(false);
  });
});

it('a row fills the grid where it goes on to the last column, in blank cells if need be', () => {
  const filled = (row: string): boolean => {
    const { table, rows } = tableOf(...HEAD, row);
    return new GridShape(table, [0, 1], vocabulary).isFilledBy(rows[2]!.all);
  };
  expect(filled('講座数 | 回 | 26 | 27 | ')).toBe(true);
  expect(filled('講座数 | 回 | 26[1x3]')).toBe(true);
  expect(filled('講座数 | 回')).toBe(false);
});
