import { describe, expect, it } from 'vitest';
import { readCell, readUnit } from '../../src/normalize/index.ts';
import units from '../../src/normalize/units.json' with { type: 'json' };

const UNITS: readonly (readonly [string, string | null, number])[] = [
  ['千円', '円', 3],
  ['百万円', '円', 6],
  ['(単位：千円)', '円', 3],
  ['単位:億円', '円', 8],
  ['（人）', '人', 0],
  ['％', '%', 0],
  ['㌫', '%', 0],
  ['件／年', '件/年', 0],
  ['人・日', '人・日', 0],
  ['回/ 人・年', '回/人・年', 0],
  ['か所', '箇所', 0],
  ['m ³', 'm³', 0],
  ['㎥', 'm³', 0],
  ['m2', '㎡', 0],
  ['トン', 't', 0],
  ['千t-CO2', 't-CO2', 3],
  ['人/10万人', '人/10万人', 0],
  ['（単位：サポート店）', 'サポート店', 0],
  ['単位：千', null, 3],
];

describe('readUnit', () => {
  it.each(UNITS)('%s', (text, unit, multiplier) => {
    expect(readUnit(text)).toEqual({ unit, multiplier });
  });

  it.each(['', '単位', '(累計)', '実績', 'R5', '100', '12件', 'サポート店', '指標名'])(
    '%s is no unit',
    (text) => {
      expect(readUnit(text)).toBeNull();
    },
  );
});

describe('every listed unit', () => {
  const spellings = units
    .filter((unit) => !('isDenominator' in unit) && !('factor' in unit))
    .flatMap(({ unit, variants }) =>
      [unit, ...(variants ?? [])].map((spelling) => [spelling, unit] as const),
    );

  it.each(spellings)('12%s is 12 %s', (spelling, unit) => {
    expect(readCell(`12${spelling}`)).toMatchObject({ kind: 'quantity', value: 12, unit });
  });
});
