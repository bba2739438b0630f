import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Observation } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';

/** A report laid out without a line stands beside a checkout; a clone without it still passes, and says what it left out. */
const DRAWN = '../shared/pdf/rendered/hitoyoshi-r5-borderless.pdf';
const WRITTEN = '../shared/reports/hitoyoshi-r5-progress.txt';
const isThere = existsSync(DRAWN) && existsSync(WRITTEN);
if (!isThere)
  console.warn(`SKIPPED: ${DRAWN} is not here, so 18 pages without ruling lines are not measured.`);

const LEAST_EQUAL = 0.97;

const keyOf = ({ indicator, measure, timePeriod, kind, value, unit }: Observation): string =>
  [indicator, measure, timePeriod?.start, kind, value, unit]
    .map((part) =>
      String(part ?? '')
        .normalize('NFKC')
        .replace(/\s/gu, ''),
    )
    .join(' | ');

const read = async (path: string): Promise<string[]> => {
  const { observations } = await readReport({ path, documentId: 'r5', bytes: readFileSync(path) });
  return observations.map(keyOf);
};

test.skipIf(!isThere)('a report without ruling lines gives what its text gives', async () => {
  const [drawn, written] = await Promise.all([read(DRAWN), read(WRITTEN)]);
  const left = [...drawn];
  const missed = written.filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect(written).toHaveLength(563);
  expect(1 - missed.length / written.length, missed.join('\n')).toBeGreaterThanOrEqual(LEAST_EQUAL);
  expect(left.length).toBeLessThanOrEqual((1 - LEAST_EQUAL) * written.length);
});
