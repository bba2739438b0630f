import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, lettersOf, lettersShared } from '../../src/check/likeness.ts';

describe('differenceOf', () => {
  it.each([
    [
      '稼ぐ地域をつくとともに',
      '稼ぐ地域をつくるとともに',
      { onlyInFirst: '', onlyInSecond: 'る', shared: 11 },
    ],
    ['転入者数', '転出者数', { onlyInFirst: '入', onlyInSecond: '出', shared: 3 }],
    ['相談件数', '相談件数', { onlyInFirst: '', onlyInSecond: '', shared: 4 }],
    ['相談件数', '', { onlyInFirst: '相談件数', onlyInSecond: '', shared: 0 }],
    ['相談', '延べ相談', { onlyInFirst: '', onlyInSecond: '延べ', shared: 2 }],
  ])('%s and %s', (first, second, expected) => {
    expect(differenceOf(first, second)).toEqual(expected);
  });
});

describe('lettersShared', () => {
  it.each([
    ['相談件数', '件数相談', 4],
    ['相談件数', '相談', 2],
    ['ああい', 'いああ', 3],
    ['あい', 'うえ', 0],
    ['', 'あ', 0],
  ])('%s and %s', (first, second, expected) => {
    expect(lettersShared(lettersOf(first), lettersOf(second))).toBe(expected);
  });

  it('is never less than what stands in both in order', () => {
    const label = fc.string({ unit: fc.constantFrom(...'あいう相談数𠮷'), maxLength: 20 });
    fc.assert(
      fc.property(label, label, (first, second) => {
        const { shared } = differenceOf(first, second);
        expect(lettersShared(lettersOf(first), lettersOf(second))).toBeGreaterThanOrEqual(shared);
      }),
    );
  });
});
