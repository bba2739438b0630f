import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Observation } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { compare, readGoldenValues } from './golden-values.ts';

const FORM = 'tests/golden/forms/labels-and-answers';
const golden = readGoldenValues(`${FORM}/expected.tsv`);
const read = async (): Promise<readonly Observation[]> => {
  const path = `${FORM}/form.pdf`;
  return (await readReport({ path, documentId: 'form', bytes: readFileSync(path) })).observations;
};

test('a value nobody found, one that is not there and one in another year are three differences', async () => {
  const observations = await read();
  const [first, second, ...rest] = observations.filter(({ kind }) => kind === 'quantity');
  const period = { label: 'R2', start: '2020-04-01', end: '2021-03-31', basis: 'fiscalYear' as const };
  const slipped = [
    { ...(first as Observation), timePeriod: period, raw: '1,234' },
    { ...(second as Observation), timePeriod: period },
    ...rest,
    ...observations.filter(({ kind }) => kind !== 'quantity'),
  ];
  const { numbers, right, differences } = compare(golden, slipped);
  expect(numbers - right).toBe(2);
  expect(differences.map((line) => line.split(':')[0])).toEqual([
    'p.1 not found',
    'p.1 start',
    'p.1 not there',
  ]);
});
