import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../src/layout/drawn/frames.ts';
import { intervalOf, type Lattice, latticeOf } from '../../../src/layout/drawn/lattice.ts';
import { joinRules } from '../../../src/layout/drawn/ruling.ts';
import type { Rule } from '../../../src/model/index.ts';
import { across, down, grid } from './draw-ruled.ts';

function latticesOf(rules: readonly Rule[]): Lattice[] {
  return framesOf(joinRules(rules)).flatMap((frame) => latticeOf(frame) ?? []);
}
function only(rules: readonly Rule[]): Lattice {
  const found = latticesOf(rules);
  if (found.length !== 1) throw new Error(`expected one lattice, got ${found.length}`);
  return found[0]!;
}
/** Which cell stands over each crossing, row by row. */
const map = ({ xs, over }: Lattice): string[] =>
  Array.from(over, (cell) => 'abcdefghijklmnop'[cell])
    .join('')
    .match(new RegExp(`.{${xs.length - 1}}`, 'gu'))!;

const XS = [50, 100, 150, 200];
const YS = [10, 30, 50, 70];

describe('cells are parted by lines', () => {
  it('all of them: every crossing is a cell', () => {
    expect(map(only(grid(XS, YS)))).toEqual(['abc', 'def', 'ghi']);
  });

  it('a line left out over two columns merges cells across, one left out over two rows down', () => {
    const rules = [
      ...grid([50, 200], [10, 70]),
      across(30, 50, 200),
      across(50, 100, 200), // a reaches down
      down(100, 10, 70),
      down(150, 30, 70), // b reaches across
    ];
    expect(map(only(rules))).toEqual(['abb', 'cde', 'cfg']);
  });

  it('a line over less than half of a side parts nothing', () => {
    const box = grid([50, 200], [10, 70]);
    expect(map(only([...box, across(40, 50, 200), down(100, 10, 70)]))).toEqual(['ab', 'cd']);
    expect(map(only([...box, across(40, 50, 200), down(100, 10, 40), down(100, 58, 70)]))).toEqual([
      'ab',
      'cc',
    ]);
  });

  it('double lines and thick borders drawn on both sides are one', () => {
    const rules = [...grid([50, 100, 150], [10, 30, 50]), down(102, 10, 50), across(31.5, 50, 150)];
    const { xs, ys } = only(rules);
    expect([xs, ys]).toEqual([
      [50, 101, 150],
      [10, 30.75, 50],
    ]);
  });
});

describe('a frame', () => {
  it('open at its sides keeps the cells there', () => {
    const rules = [across(10, 50, 200), across(30, 50, 200), across(50, 50, 200), down(100, 10, 50)];
    expect(map(only(rules))).toEqual(['ab', 'cd']);
  });

  it('whose lines run on below its last line goes on elsewhere', () => {
    const rules = [across(10, 50, 150), across(30, 50, 150), ...[50, 100, 150].map((x) => down(x, 10, 80))];
    const { isOpenBelow, isOpenAbove, ys } = only(rules);
    expect({ isOpenBelow, isOpenAbove, ys }).toEqual({
      isOpenBelow: true,
      isOpenAbove: false,
      ys: [10, 30, 80],
    });
  });

  it('of a lone line, or of more lines than a table has, is none', () => {
    expect(latticesOf([across(10, 50, 150)])).toEqual([]);
    const many = Array.from({ length: 260 }, (_, i) => 10 + 4 * i);
    expect(latticesOf(grid(many, many))).toEqual([]);
  });
});

it('a label whose lines enclose no rectangle falls apart into rectangles and is told', () => {
  // a label beside two rows that also stands over the second column
  const rules = [...grid([50, 150], [10, 70]), across(40, 100, 150), down(100, 40, 70)];
  const lattice = only(rules);
  expect(map(lattice)).toEqual(['aa', 'bc']);
  expect(lattice.broken).toEqual([
    [
      [50, 10, 150, 40],
      [50, 40, 100, 70],
    ],
  ]);
});

it('a notch of the frame is no cell: no line closes it, though others close that side', () => {
  // the upper left corner of a table of years is left out
  const rules = [
    across(10, 100, 200),
    across(30, 50, 200),
    across(50, 50, 200),
    down(50, 30, 50),
    ...[100, 150, 200].map((x) => down(x, 10, 50)),
  ];
  const { cells } = only(rules);
  expect(cells.filter(({ isOutside }) => isOutside).map(({ box }) => box)).toEqual([[50, 10, 100, 30]]);
});

it('which interval a point stands in: a line belongs to the one behind it, the outer ones reach outwards', () => {
  expect([40, 50, 99, 100, 149, 150, 900].map((at) => intervalOf([50, 100, 150], at))).toEqual([
    0, 0, 0, 1, 1, 1, 1,
  ]);
});

describe('whatever lines are drawn,', () => {
  const place = fc.nat(12).map((at) => at * 20);
  const line = fc
    .tuple(place, place, place, fc.boolean())
    .map(([at, a, b, isDown]) =>
      isDown ? down(at, Math.min(a, b), Math.max(a, b)) : across(at, Math.min(a, b), Math.max(a, b)),
    );
  const rules = fc.array(line, { maxLength: 40 });

  it('every crossing is covered by one cell, the one told to stand over it', () => {
    fc.assert(
      fc.property(rules, (drawn) => {
        for (const { xs, ys, cells, over } of latticesOf(drawn)) {
          const columns = xs.length - 1;
          const covered = new Int32Array(over.length).fill(-1);
          for (const [index, cell] of cells.entries()) {
            expect(cell.box).toEqual([
              xs[cell.column],
              ys[cell.row],
              xs[cell.column + cell.columnSpan],
              ys[cell.row + cell.rowSpan],
            ]);
            for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
              for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
                expect(covered[row * columns + column]).toBe(-1);
                covered[row * columns + column] = index;
              }
            }
          }
          expect(covered).toEqual(over);
        }
      }),
    );
  });

  it('the order they are drawn in changes nothing', () => {
    const twice = rules.chain((drawn) =>
      fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })),
    );
    fc.assert(
      fc.property(twice, ([drawn, again]) => {
        expect(latticesOf(again)).toEqual(latticesOf(drawn));
      }),
    );
  });
});
