import { expect, test } from 'vitest';
import { readFormValue } from '../../src/interpret/form-value.ts';
import { Sheet } from '../../src/interpret/sheet.ts';
import type { Cell } from '../../src/model/index.ts';
import { createVocabulary } from '../../src/vocabulary/index.ts';

const vocabulary = createVocabulary();
const cell = (text: string, isHeader = false): Cell =>
  ({
    text,
    raw: text,
    lines: [],
    start: 0,
    isHeader,
    confidence: 1,
    column: 0,
    columnSpan: 1,
  }) as unknown as Cell;

function answer(label: string, texts: readonly string[], isShaded = false): string | null {
  const pair = { label: cell(label, isShaded), labelText: label, cells: texts.map((text) => cell(text)) };
  const row = readFormValue(pair, new Sheet(vocabulary), {
    vocabulary,
    era: 'R',
    ratingMarks: {},
    period: null,
  });
  if (row === null) return null;
  const [value] = row.values;
  return `${value?.indicator} ${value?.measure} ${value?.reading.kind} ${value?.reading.value} ${value?.reading.unit}`;
}

test.each([
  ['事業費', ['18,450千円'], '事業費 value quantity 18450000 円'],
  ['当初予算額', ['9,800', '千円'], '当初予算額 budget quantity 9800000 円'],
  ['従事職員数', ['0.7', '人'], '従事職員数 value quantity 0.7 人'],
  ['執行率', ['97.4％'], '執行率 value quantity 97.4 %'],
  ['事業の有効性', ['A.有効的である'], '事業の有効性 rating rating null null'],
])('%s | %s is a value of its label', (label, texts, expected) => {
  expect(answer(label, texts)).toBe(expected);
});

test.each([
  ['対象', ['65歳以上の市民']],
  ['整理番号', ['0214']],
  ['事業開始年度', ['平成18年度']],
  ['備考', ['○']],
])('%s | %s is none', (label, texts) => {
  expect(answer(label, texts)).toBeNull();
});
