import { describe, expect, it } from 'vitest';
import { Measure } from '../../src/model/index.ts';
import { headerMeanings, joinAdditions, wordsFor } from '../../src/vocabulary/additions.ts';
import { LabelUse, Role } from '../../src/vocabulary/index.ts';

describe('the words that teach a header', () => {
  it.each([
    ['到達した値', 'actual', { measures: { actual: ['到達した値'] } }],
    ['R4たどり着いた値', 'actual', { measures: { actual: ['たどり着いた値'] } }],
    ['最後の姿（令和6年度）', 'target', { measures: { target: ['最後の姿'] } }],
    [
      'かかわる課',
      'department',
      { roles: { department: ['かかわる課'] }, labels: { department: ['かかわる課'] } },
    ],
    ['R4', 'actual', { measures: { actual: ['R4'] } }],
    ['何か', 'nonsense', null],
  ])('%s as %s', (header, meaning, words) => {
    expect(wordsFor(header, meaning)).toEqual(words);
  });

  it('are offered for every meaning there is, each once', () => {
    const all = new Set<string>([...Measure.options, ...Role.options, ...LabelUse.options]);
    expect(headerMeanings.map(({ key }) => key).sort()).toEqual([...all].sort());
  });
});

it('a word taught anew loses the meaning it had', () => {
  const former = { measures: { actual: ['値', '結果'] }, statuses: ['休止'] };
  expect(joinAdditions(former, { roles: { unit: ['値'] } })).toEqual({
    measures: { actual: ['結果'] },
    roles: { unit: ['値'] },
    statuses: ['休止'],
  });
});
