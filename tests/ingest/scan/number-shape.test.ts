import { describe, expect, it } from 'vitest';
import { shapeOfNumber } from '../../../src/ingest/scan/number-shape.ts';
import { inkFrom } from './draw.ts';

const shapeOf = (rows: readonly string[], until: number) => {
  const ink = inkFrom(rows);
  return shapeOfNumber(ink, { left: 0, top: 0, right: ink.width, bottom: ink.height }, until);
};

const DIGITS = ['####.....####..####', '####.....####..####'];
const tall = (rows: number): string[] => Array.from({ length: rows }, (_, at) => DIGITS[at % 2]!);

describe('a comma reaches below the digits, a point does not', () => {
  it('a comma', () => {
    const rows = [
      ...tall(16),
      '####.###.####..####',
      '####.###.####..####',
      '####.###.####..####',
      '####.###.####..####',
      '.....###...........',
      '....###............',
      '....##.............',
    ];
    expect(shapeOf(rows, 17).separators).toBe(',');
  });

  it('a point', () => {
    const rows = [...tall(16), ...Array.from({ length: 4 }, () => '####.###.####..####')];
    expect(shapeOf(rows, 17).separators).toBe('.');
  });

  it('none where digits stand alone', () => {
    expect(shapeOf(tall(20), 17)).toEqual({ separators: '', tall: 3, digitsBeforePercent: null });
  });
});

describe('a per cent sign that ends a line is seen', () => {
  const digits = '###..###..';
  it('as ring, stroke and ring', () => {
    const rows = [
      ...Array.from({ length: 6 }, () => `${digits}###.##....`),
      ...Array.from({ length: 2 }, () => `${digits}....##....`),
      ...Array.from({ length: 6 }, () => `${digits}....##.###`),
    ];
    expect(shapeOf(rows, 20).digitsBeforePercent).toBe(2);
  });

  it('in one piece', () => {
    const rows = Array.from({ length: 14 }, () => `${digits}##########`);
    expect(shapeOf(rows, 20).digitsBeforePercent).toBe(2);
  });
});
