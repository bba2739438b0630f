import { describe, expect, it } from 'vitest';
import { cutAtGaps, cutRun } from '../../../src/layout/drawn/cut-run.ts';
import { run, runDown } from './draw-ruled.ts';

describe('a part of a run', () => {
  it('stands where its letters stand, without blanks at its ends', () => {
    const part = cutRun(run(50, 100, '件数 12 人'), 2, 6);
    expect(part).toMatchObject({ text: '12', box: [75, 100, 85, 110], edges: [75, 80, 85] });
  });

  it('of a run written downwards is cut along y', () => {
    expect(cutRun(runDown(50, 100, '基本目標'), 2, 4)).toMatchObject({
      text: '目標',
      box: [50, 120, 60, 140],
      edges: [120, 130, 140],
    });
  });

  it('counts code points: 𠮷 is one letter', () => {
    expect(cutRun(run(0, 0, '𠮷野市'), 1, 3)).toMatchObject({ text: '野市', edges: [10, 20, 30] });
  });

  it('that is blank is nothing, and all of it is the run itself', () => {
    const whole = run(0, 0, '1 \u3000 2');
    expect(cutRun(whole, 1, 4)).toBeNull();
    expect(cutRun(whole, 0, 5)).toBe(whole);
  });
});

describe('a run is cut', () => {
  const texts = (text: string, gap: number): string[] =>
    cutAtGaps(run(0, 0, text), gap).map((piece) => piece.text);

  it('at blanks as wide as the gap', () => {
    expect(texts('R4   R5', 15)).toEqual(['R4', 'R5']);
    expect(texts('R4  R5', 15)).toEqual(['R4  R5']);
  });

  it('at an ideographic space, however wide the gap', () => {
    expect(texts('事\u3000業', 100)).toEqual(['事', '業']);
  });

  it('into nothing where it is blank', () => {
    expect(texts('  ', 1)).toEqual([]);
  });
});
