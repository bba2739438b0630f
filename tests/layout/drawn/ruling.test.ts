import { describe, expect, it } from 'vitest';
import { joinRules } from '../../../src/layout/drawn/ruling.ts';
import { across, down } from './draw-ruled.ts';

describe('one line is', () => {
  it('borders drawn cell by cell', () => {
    expect(joinRules([across(100, 50, 150), across(100, 150, 250), across(100, 250, 300)])).toEqual({
      horizontal: [{ at: 100, from: 50, to: 300 }],
      vertical: [],
    });
  });

  it('two borders of neighbours drawn over each other, at their middle', () => {
    expect(joinRules([down(50, 10, 40), down(50.5, 30, 90)]).vertical).toEqual([
      { at: 50.25, from: 10, to: 90 },
    ]);
  });

  it('dashes with three points between them', () => {
    const dashes = Array.from({ length: 10 }, (_, i) => across(100, 50 + 6 * i, 53 + 6 * i));
    expect(joinRules(dashes)).toEqual({ horizontal: [{ at: 100, from: 50, to: 107 }], vertical: [] });
  });

  it('dots, whichever way they run', () => {
    const dots = Array.from({ length: 10 }, (_, i) => down(100, 50 + 2 * i, 51 + 2 * i));
    expect(joinRules(dots)).toEqual({ horizontal: [], vertical: [{ at: 100, from: 50, to: 69 }] });
    const lying = dots.map(({ x0, y0, x1, y1 }) => ({ x0: y0, y0: x0, x1: y1, y1: x1 }));
    expect(joinRules(lying)).toEqual({ horizontal: [{ at: 100, from: 50, to: 69 }], vertical: [] });
  });
});

describe('two lines are', () => {
  it('stretches with four points between them', () => {
    expect(joinRules([across(100, 50, 100), across(100, 104, 150)]).horizontal).toEqual([
      { at: 100, from: 50, to: 100 },
      { at: 100, from: 104, to: 150 },
    ]);
  });

  it('a double line, until columns are told', () => {
    expect(joinRules([across(100, 50, 150), across(102, 50, 150)]).horizontal).toHaveLength(2);
  });
});

it('a stroke shorter than any cell is no line', () => {
  expect(joinRules([across(100, 50, 54), down(80, 100, 104.5)])).toEqual({ horizontal: [], vertical: [] });
});
