import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  boxThrough,
  IDENTITY,
  intersection,
  type Matrix,
  multiply,
  xOf,
  yOf,
} from '../../../src/ingest/pdf/matrix.ts';

const MOVE: Matrix = [1, 0, 0, 1, 100, 10];
const DOUBLE: Matrix = [2, 0, 0, 2, 0, 0];
/** a quarter turn anticlockwise */
const TURN: Matrix = [0, 1, -1, 0, 0, 0];

it('the inner matrix acts first', () => {
  expect(multiply(DOUBLE, MOVE)).toEqual([2, 0, 0, 2, 200, 20]);
  expect(multiply(MOVE, DOUBLE)).toEqual([2, 0, 0, 2, 100, 10]);
  expect([xOf(TURN, 3, 0), yOf(TURN, 3, 0)]).toEqual([0, 3]);
});

it('a box turned is upright again around its corners', () => {
  expect(boxThrough(TURN, [0, 0, 30, 10])).toEqual([-10, 0, 0, 30]);
  expect(boxThrough(IDENTITY, [1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
});

it('boxes share what lies in both', () => {
  expect(intersection([0, 0, 30, 30], [10, 20, 50, 25])).toEqual([10, 20, 30, 25]);
});

it('moving a point by a product is moving it by one matrix, then the other', () => {
  const number = fc.integer({ min: -50, max: 50 });
  const matrix = fc.tuple(number, number, number, number, number, number);
  fc.assert(
    fc.property(matrix, matrix, number, number, (outer, inner, x, y) => {
      const product = multiply(outer, inner);
      const [innerX, innerY] = [xOf(inner, x, y), yOf(inner, x, y)];
      expect(xOf(product, x, y)).toBeCloseTo(xOf(outer, innerX, innerY));
      expect(yOf(product, x, y)).toBeCloseTo(yOf(outer, innerX, innerY));
    }),
  );
});
