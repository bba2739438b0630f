import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../src/normalize/index.ts';
import { createVocabulary, inEra, readHeader } from '../../src/vocabulary/index.ts';

const ofR6 = inEra(createVocabulary(), '令和', readPeriod('令和6年度'));
const said = (text: string, vocabulary = ofR6): string => {
  const { measures, period, role } = readHeader(text, vocabulary);
  return [measures[0]?.measure ?? role ?? '-', period?.start ?? '-', period?.label ?? '-'].join(' ');
};

describe('in a report of 令和6年度', () => {
  it.each([
    ['前年度', '- 2023-04-01 前年度'],
    ['今年度', '- 2024-04-01 今年度'],
    ['前々年度', '- 2022-04-01 前々年度'],
    ['本年度予算額', 'budget 2024-04-01 本年度予算額'],
    ['前年度予算額（Ａ）', 'budget 2023-04-01 前年度予算額(a)'],
    ['次年度目標', 'target 2025-04-01 次年度目標'],
  ])('%s counts from it', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ['前年度比', 'change - -'],
    ['翌年度繰越額（Ｃ）', 'value - -'],
  ])('%s is a name', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

it('where the year is not known, 前年度予算額 is a budget of no year', () => {
  expect(said('前年度予算額', createVocabulary())).toBe('budget - -');
});

it.each([
  ['目標年度', 'target'],
  ['基準年度', 'baseline'],
  ['年度', null],
])('%s heads the years of %s', (text, measure) => {
  expect(readHeader(text, ofR6).yearOf).toBe(measure);
});

it.each([
  ['目標年度（令和８年度）', 'target 2026-04-01 令和８年度'],
  ['基準年度（R1）', 'baseline 2019-04-01 R1'],
])('%s heads values of that year', (text, expected) => {
  expect(said(text)).toBe(expected);
});
