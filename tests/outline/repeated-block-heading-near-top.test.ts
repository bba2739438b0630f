import { expect, it } from 'vitest';
import { runningLines, textPaths } from './outline-text.ts';

it('a block heading near the top that comes again under the next goal is a heading, no page head', () => {
  const text =
    '進捗報告書\n\n基本目標1 しごと\n\n取組の状況\n\n一つ目。\n\n基本目標2 ひと\n\n取組の状況\n\n二つ目。';
  expect(runningLines(text)).toEqual([]);
  expect(textPaths(text)).toEqual([
    '基本目標1 しごと › 取組の状況 › 一つ目。',
    '基本目標2 ひと › 取組の状況 › 二つ目。',
  ]);
});
