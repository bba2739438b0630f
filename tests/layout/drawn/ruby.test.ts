import { describe, expect, test } from 'vitest';
import { withoutRuby } from '../../../src/layout/drawn/ruby.ts';
import { drawPage, run } from './unruled/draw-page.ts';

const textsLeft = (...runs: ReturnType<typeof run>[]): string[] =>
  withoutRuby(drawPage(runs)).page.runs.map(({ text }) => text);

describe('furigana', () => {
  test('small kana right above a word leave the page, and are told as lines', () => {
    const { page, ruby } = withoutRuby(drawPage([run(50, 95, 'しせつ', null, 5), run(50, 100, '施設の数')]));
    expect(page.runs.map(({ text }) => text)).toEqual(['施設の数']);
    expect(ruby.map(({ text, isRuby }) => [text, isRuby])).toEqual([['しせつ', true]]);
  });

  test('kana as large as the word below are a line of text', () => {
    expect(textsLeft(run(50, 90, 'しせつ'), run(50, 100, '施設の数'))).toEqual(['しせつ', '施設の数']);
  });

  test('a small note in kanji is no furigana', () => {
    expect(textsLeft(run(50, 95, '注記', null, 5), run(50, 100, '施設の数'))).toEqual(['注記', '施設の数']);
  });

  test('small kana far above, or beside, belong to nothing below', () => {
    const word = run(50, 100, '施設の数');
    expect(textsLeft(run(50, 60, 'しせつ', null, 5), word)).toEqual(['しせつ', '施設の数']);
    expect(textsLeft(run(200, 95, 'しせつ', null, 5), word)).toEqual(['しせつ', '施設の数']);
  });
});
