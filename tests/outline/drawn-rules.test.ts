import { expect, it } from 'vitest';
import { isFurniture } from '../../src/outline/running.ts';

it.each(['＝＝＝＝', '＿＿＿＿', '＊＊＊＊', '～～～～', '〜〜〜〜'])(
  '%s is a drawn rule in full width',
  (text) => {
    expect(isFurniture(text)).toBe(true);
  },
);
