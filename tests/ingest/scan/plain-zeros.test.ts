import { describe, expect, it } from 'vitest';
import { holesIn } from '../../../src/ingest/scan/holes.ts';
import { makeZerosPlain } from '../../../src/ingest/scan/plain-zeros.ts';
import { inkFrom, paper } from './draw.ts';

const SCALE = 4;
/** Each place of a drawing as two by two pixels, so that it is as large as a digit of 5 points. */
const twice = (rows: readonly string[]) =>
  rows.flatMap((row) => {
    const wide = Array.from(row, (character) => character.repeat(2)).join('');
    return [wide, wide];
  });
const SLASHED = [
  '..####..',
  '.##..##.',
  '##...###',
  '##...###',
  '##..####',
  '##.##.##',
  '####..##',
  '###...##',
  '###...##',
  '.##..##.',
  '..####..',
];
const EIGHT = [
  '.####.',
  '##..##',
  '##..##',
  '##..##',
  '.####.',
  '.####.',
  '##..##',
  '##..##',
  '##..##',
  '.####.',
];

describe('noughts', () => {
  it('lose their slash', () => {
    const ink = inkFrom(twice(SLASHED));
    expect(holesIn(ink)).toHaveLength(2);
    makeZerosPlain(paper(ink.width, ink.height), ink, SCALE);
    expect(holesIn(ink)).toHaveLength(1);
  });

  it('are not made of 8, whose holes stand above each other', () => {
    const ink = inkFrom(twice(EIGHT));
    makeZerosPlain(paper(ink.width, ink.height), ink, SCALE);
    expect(holesIn(ink)).toHaveLength(2);
  });
});
