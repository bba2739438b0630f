import { expect, it } from 'vitest';
import { textPaths } from './outline-text.ts';

it('a plain heading at the top of a page stands free: the page break is white space', () => {
  const text = '進捗報告書\n\n本文です。\n\f具体的な事業\n\n二つ目。';
  expect(textPaths(text)).toEqual(['本文です。', '具体的な事業 › 二つ目。']);
});
