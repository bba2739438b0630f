import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell, readNumber } from '../../src/normalize/index.ts';

const EXACT: readonly (readonly [string, string, string | null, number])[] = [
  ['4.1億', '410000000', '10000000', 8],
  ['1億2,345万', '123450000', '10000', 4],
  ['3百50万', '3500000', '10000', 4],
  ['一千二百万', '12000000', '10000', 4],
  ['百五十', '150', '1', 0],
  ['1,234.50', '1234.5', '0.01', 0],
  ['１２３', '123', '1', 0],
  ['△1.2', '-1.2', '0.1', 0],
  ['0.1億', '10000000', '10000000', 8],
  ['1.2E+05', '120000', '10000', 0],
  ['三分の一', '0.33333333333333333333', null, 0],
];

describe('readNumber', () => {
  it.each(EXACT)('%s is %s', (text, value, precision, multiplier) => {
    const number = readNumber(text);
    expect([number?.value.toFixed(), number?.precision?.toFixed() ?? null, number?.multiplier]).toEqual([
      value,
      precision,
      multiplier,
    ]);
  });

  it.each(['', '人', '1.2.3', '1,23', '十百千', '5件', '万', '1万10千'])('%s is no number', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it('never forms a binary fraction', () => {
    // 4.1 × 1e8 is 409999999.99999994 in binary floating point.
    expect(readCell('4.1億円').value).toBe(410000000);
    expect(readCell('1.15億円').value).toBe(115000000);
    expect(readCell('8.7割').value).toBe(87);
  });
});

const DIGITS = '〇一二三四五六七八九';
const FULL_WIDTH = '０１２３４５６７８９';
const DAIJI = '零壱弐参四伍六七八九';

function group(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** 2345 → 二千三百四十五, by power. */
function byPower(value: number, digits: string, powers: readonly string[]): string {
  return Array.from(String(value).padStart(4, '0'), (digit, index) => {
    if (digit === '0') return '';
    const power = powers[index]!;
    return (digit === '1' && power !== '' && digits === DIGITS ? '' : digits[Number(digit)]!) + power;
  }).join('');
}

/** Writes a whole number below 10^12 in groups of four. */
function inGroups(value: number, write: (part: number) => string): string {
  const parts = [Math.trunc(value / 1e8), Math.trunc(value / 1e4) % 1e4, value % 1e4];
  const text = parts
    .map((part, index) => (part === 0 ? '' : write(part) + ['億', '万', ''][index]!))
    .join('');
  return text === '' ? '零' : text;
}

const NOTATIONS: Readonly<Record<string, (value: number) => string>> = {
  plain: String,
  commas: group,
  'full width': (value) => Array.from(group(value), (c) => FULL_WIDTH[Number(c)] ?? '，').join(''),
  'kanji by place': (value) => Array.from(String(value), (c) => DIGITS[Number(c)]).join(''),
  'kanji by power': (value) => inGroups(value, (part) => byPower(part, DIGITS, ['千', '百', '十', ''])),
  大字: (value) => inGroups(value, (part) => byPower(part, DAIJI, ['阡', '佰', '拾', ''])),
  'mixed with 億 and 万': (value) => inGroups(value, group),
  'mixed with 千 too': (value) =>
    inGroups(value, (part) => byPower(part, '0123456789', ['千', '百', '十', ''])),
};

describe('a number written in any notation', () => {
  it.each(Object.entries(NOTATIONS))('%s is read back', (_name, write) => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), (value) => {
        expect(readNumber(write(value))?.value.toFixed()).toBe(String(value));
      }),
    );
  });

  it('with decimals, a sign, a power and a unit is read back as a cell', () => {
    const signs = { '': 1, '△': -1, '▲': -1, '-': -1, '－': -1, '−': -1 } as const;
    const powers = { '': 0, 千: 3, 万: 4, 百万: 6, 億: 8 } as const;
    const any = <T extends string>(record: Record<T, number>) =>
      fc.constantFrom(...(Object.keys(record) as T[]));
    fc.assert(
      fc.property(
        fc.nat({ max: 9_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        any(signs),
        any(powers),
        fc.constantFrom('円', '人', '件', '㎡', '%', '人/年', '区画'),
        (digits, decimals, sign, power, unit) => {
          const size = new Big(`${digits}e-${decimals}`);
          const cell = readCell(`${sign}${size.toFixed(decimals)}${power}${unit}`);
          const value = size.times(`1e${powers[power]}`).times(signs[sign]);
          expect(cell).toMatchObject({ kind: 'quantity', unit, multiplier: powers[power] });
          expect(cell.value).toBe(Number(value.toString()));
          expect(cell.precision).toBe(Number(`1e${powers[power] - decimals}`));
        },
      ),
    );
  });

  it.each([
    ['1800.1円', 1800.1],
    ['2020.5件', 2020.5],
  ])('%s is an amount, no month', (raw, value) => {
    expect(readCell(raw)).toMatchObject({ kind: 'quantity', value });
  });
});
