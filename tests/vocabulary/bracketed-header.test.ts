import { describe, expect, it } from 'vitest';
import { createVocabulary, readHeader } from '../../src/vocabulary/index.ts';

const shipped = createVocabulary();

describe('a header whose word stands in brackets', () => {
  it.each([
    ['（基準値）', 'baseline', null],
    ['(目標値)', 'target', null],
    ['【実績値】', 'actual', null],
    ['R5（実績）', 'actual', 'R5'],
    ['R6 (目標)', 'target', 'R6'],
    ['令和4年度（決算）', 'settlement', '令和4年度'],
  ])('%s is the word inside them', (text, measure, label) => {
    const { measures } = readHeader(text, shipped);
    expect(measures.map((one) => [one.measure, one.period?.label ?? null])).toEqual([[measure, label]]);
  });
  it('may name a department', () => {
    expect(readHeader('【担当課】', shipped).role).toBe('department');
  });
});
