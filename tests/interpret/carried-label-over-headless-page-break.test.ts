import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('rows that go on over a page break without a head keep the name written on the page before', async () => {
  const { observations, records } = await readText(
    '進捗報告書\n\n指標名\t年度\t目標値\t実績値\n相談件数\tH27\t10件\t12件\n\f\tH28\t11件\t13件\n\tH29\t12件\t14件',
  );
  expect(observations.map(({ indicator }) => indicator)).toEqual(Array.from({ length: 6 }, () => '相談件数'));
  expect(records.map(({ name }) => name)).toEqual(['相談件数']);
});
