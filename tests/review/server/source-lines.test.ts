import { expect, it } from 'vitest';
import { SourceLines } from '../../../src/review/server/source-lines.ts';

/** 𠮷 is one code point and two UTF-16 code units. */
const lines = new SourceLines('𠮷野町\t12件\n\n最後𠮷の行');

it.each([
  ['12件', 4, 7, 1, [4, 7]],
  ['the blank line', 8, 8, 2, [0, 0]],
  ['の行', 12, 14, 3, [3, 5]],
  ['a span over lines ends with its first', 4, 14, 1, [4, 7]],
])('%s', (_, start, end, line, columns) => {
  expect(lines.place({ start, end })).toEqual({ line, columns });
});

it('gives lines by number', () => {
  expect(lines.slice(2, 9)).toEqual([
    { line: 2, text: '' },
    { line: 3, text: '最後𠮷の行' },
  ]);
});
