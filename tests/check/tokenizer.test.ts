import { describe, expect, it } from 'vitest';
import { loadTokenizer, splitByScript, type Tokenize } from '../../src/check/tokenizer.ts';

const SENTENCE = '問合せは3件の入会となり、前年度を上回った。';

const kindsOf = (tokenize: Tokenize, text: string): string[] =>
  tokenize(text).map(({ surface, kind }) => `${surface} ${kind}`);

describe('loadTokenizer', () => {
  it('loads once a process', async () => {
    expect(await loadTokenizer()).toBe(await loadTokenizer());
  });

  it('tells the noun from the counter it belongs to', async () => {
    expect(kindsOf(await loadTokenizer(), '3件の事業者入会')).toEqual([
      '3 number',
      '件 counter',
      'の particle',
      '事業 noun',
      '者 noun',
      '入会 noun',
    ]);
  });
});

describe('splitByScript', () => {
  it('takes words of several scripts whole and parts particles off', () => {
    expect(kindsOf(splitByScript, '空き家の相談はほぼ3件')).toEqual([
      '空き家 noun',
      'の particle',
      '相談 noun',
      'は particle',
      'ほぼ other',
      '3 number',
      '件 noun',
    ]);
  });
});

it('both give words whose offsets cover the text', async () => {
  for (const tokenize of [await loadTokenizer(), splitByScript]) {
    const words = tokenize(SENTENCE);
    expect(words.map(({ surface }) => surface).join('')).toBe(SENTENCE);
    expect(words.every(({ surface, start, end }) => SENTENCE.slice(start, end) === surface)).toBe(true);
  }
});
