import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DisjointSets, framesOf } from '../../../src/layout/drawn/frames.ts';
import { joinRules } from '../../../src/layout/drawn/ruling.ts';
import { across, down, grid } from './draw-ruled.ts';

const boxes = (rules: Parameters<typeof joinRules>[0]) =>
  framesOf(joinRules(rules))
    .map(({ box }) => box.join(' '))
    .toSorted();

describe('lines are one frame', () => {
  it('where they cross or meet', () => {
    expect(boxes(grid([50, 100, 150], [10, 20, 30]))).toEqual(['50 10 150 30']);
  });

  it('where the ends leave a gap that nobody sees', () => {
    expect(boxes([across(100, 50, 148.5), down(150, 101, 200)])).toEqual(['50 100 150 200']);
  });
});

describe('lines are frames of their own', () => {
  it('side by side with white between them', () => {
    expect(boxes([...grid([50, 100], [10, 20]), ...grid([110, 150], [10, 20])])).toEqual([
      '110 10 150 20',
      '50 10 100 20',
    ]);
  });

  it('a line that no other touches', () => {
    expect(boxes([...grid([50, 100], [10, 20]), across(40, 50, 100)])).toEqual([
      '50 10 100 20',
      '50 40 100 40',
    ]);
  });

  it('a frame inside another', () => {
    expect(boxes([...grid([50, 200], [10, 90]), ...grid([60, 100], [20, 30])])).toEqual([
      '50 10 200 90',
      '60 20 100 30',
    ]);
  });
});

it('members joined by any chain have one root, others none in common', () => {
  const size = 12;
  const pairs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)));
  fc.assert(
    fc.property(pairs, (joins) => {
      const sets = new DisjointSets(size);
      for (const [a, b] of joins) sets.join(a, b);
      const reached = (from: number): Set<number> => {
        const seen = new Set([from]);
        for (const at of seen) {
          for (const [a, b] of joins) {
            if (a === at) seen.add(b);
            if (b === at) seen.add(a);
          }
        }
        return seen;
      };
      for (let a = 0; a < size; a += 1) {
        const together = reached(a);
        for (let b = 0; b < size; b += 1) expect(sets.rootOf(a) === sets.rootOf(b)).toBe(together.has(b));
      }
    }),
  );
});
