import { describe, expect, it } from 'vitest';
import { drawnBy, PAGE_HEIGHT, told } from './drawn-by.ts';

const rulesOf = async (content: string, rest = {}): Promise<string[]> =>
  (await drawnBy(content, rest)).rules.map(told);
const shadesOf = async (content: string): Promise<string[]> =>
  (await drawnBy(content)).shades.map(
    ({ color, box: [x0, y0, x1, y1] }) => `${color} ${x0} ${PAGE_HEIGHT - y1} – ${x1} ${PAGE_HEIGHT - y0}`,
  );

describe('a ruling line is', () => {
  it.each<[string, string, readonly string[]]>([
    ['a stroke', '50 700 m 150 700 l S\n', ['50 700 – 150 700']],
    [
      'drawn leftwards or upwards, the same',
      '150 700 m 50 700 l S 60 600 m 60 650 l S\n',
      ['50 700 – 150 700', '60 650 – 60 600'],
    ],
    ['dashed, one stroke', '[3 3] 0 d 50 700 m 150 700 l S\n', ['50 700 – 150 700']],
    [
      'each side of a stroked box',
      '50 700 100 20 re S\n',
      ['50 700 – 150 700', '150 720 – 150 700', '50 720 – 150 720', '50 720 – 50 700'],
    ],
    ['a thin filled box, as browsers draw it', '50 700 100 0.75 re f\n', ['50 700.38 – 150 700.38']],
    ['a thick one', '50 700 3 100 re f\n', ['51.5 800 – 51.5 700']],
    [
      'a mitred border, a thin trapezoid',
      '50 700 m 150 700 l 149 701 l 51 701 l h f\n',
      ['50 700.5 – 150 700.5'],
    ],
    ['scaled and moved by the matrix', 'q 2 0 0 2 10 20 cm 50 100 m 150 100 l S Q\n', ['110 220 – 310 220']],
    ['nearly level: a producer’s rounding', '50 700 m 150 700.4 l S\n', ['50 700.2 – 150 700.2']],
  ])('%s', async (_what, content, expected) => {
    expect((await rulesOf(content)).toSorted()).toEqual(expected.toSorted());
  });

  it('cut where the clipping area ends, a line’s width aside', async () => {
    expect(await rulesOf('q 50 600 100 200 re W n 0 700 m 500 700 l S Q\n')).toEqual([
      '46.8 700 – 153.2 700',
    ]);
  });
});

describe('nothing is drawn by', () => {
  it.each<[string, string]>([
    ['a white stroke', '1 1 1 RG 50 700 m 150 700 l S\n'],
    ['a white box', '1 g 50 700 100 0.5 re f\n'],
    ['a path that is not painted', '50 700 m 150 700 l n\n'],
    ['a line outside the clipping area', 'q 50 600 100 50 re W n 50 700 m 150 700 l S Q\n'],
    ['a curve', '50 700 m 80 720 120 680 150 700 c S\n'],
    ['a short slanted stroke', '50 700 m 56 706 l S\n'],
  ])('%s', async (_what, content) => {
    const { rules, shades, strikes } = await drawnBy(content);
    expect({ rules, shades, strikes }).toEqual({ rules: [], shades: [], strikes: [] });
  });

  it('a box nobody can see through its opacity', async () => {
    const resources = '/ExtGState << /G1 << /ca 0.01 >> >>';
    expect(await rulesOf('/G1 gs 50 700 100 0.5 re f\n', { resources })).toEqual([]);
  });
});

describe('a ground is', () => {
  it('a filled box, with its colour', async () => {
    expect(await shadesOf('0.5 g 50 700 100 20 re f\n')).toEqual(['#808080 50 700 – 150 720']);
  });

  it('cut where the clipping area ends', async () => {
    expect(await shadesOf('q 0 0 100 710 re W n 1 0 0 rg 50 700 100 20 re f Q\n')).toEqual([
      '#ff0000 50 700 – 100 710',
    ]);
  });

  it('not a triangle, and its sides are no strokes', async () => {
    const { shades, rules, strikes } = await drawnBy('0.5 g 50 700 m 150 700 l 100 780 l h f\n');
    expect({ shades, rules, strikes }).toEqual({ shades: [], rules: [], strikes: [] });
  });
});

it('a slanted stroke strikes through', async () => {
  const { strikes, rules } = await drawnBy('50 700 m 150 720 l S\n');
  expect(strikes.map(told)).toEqual(['50 700 – 150 720']);
  expect(rules).toEqual([]);
});
