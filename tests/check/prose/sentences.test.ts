import { describe, expect, it } from 'vitest';
import { reachOf, sentencesOf } from '../../../src/check/prose/sentences.ts';
import { loadTokenizer, splitByScript } from '../../../src/check/tokenizer.ts';

const tokenizer = await loadTokenizer();

/** The clauses a statement may draw its subject from; `at` is where the statement stands. */
const reach = (sentence: string, at: string): string => {
  const start = sentence.indexOf(at);
  const { start: from, end } = reachOf(sentence, start, start + at.length);
  return sentence.slice(from, end);
};

describe('reachOf', () => {
  it.each([
    ['the only clause', '相談件数が増加した。', '増加', '相談件数が増加した。'],
    ['its own clause', '市が主催し、相談が増加し、満足度も高い。', '増加', '、相談が増加し、'],
    [
      'clauses in front that end in は',
      '市では、相談件数は、前年より増加した。',
      '増加',
      '市では、相談件数は、前年より増加した。',
    ],
    ['and no others', '広報を行い、件数は、増加した。', '増加', '、件数は、増加した。'],
    [
      'to the end of the clause a number ends in',
      '講座に25人、催しに30人が参加した。',
      '25人',
      '講座に25人、',
    ],
  ])('%s', (_what, sentence, at, expected) => {
    expect(reach(sentence, at)).toBe(expected);
  });
});

describe('words of clauses', () => {
  it.each([
    ['the tokenizer', tokenizer],
    ['runs of one script', splitByScript],
  ])('of %s are those of the sentence, at the places of the sentence', (_what, tokenize) => {
    const text = '催しを開き、相談件数は、前年度より3件増加し、満足度も高い。';
    const [sentence] = sentencesOf(text, tokenize);
    const { start, end } = reachOf(text, text.indexOf('増加'), text.indexOf('増加'));
    expect(sentence!.words({ start, end })).toEqual(
      tokenize(text).filter((word) => word.start >= start && word.end <= end),
    );
  });
});
