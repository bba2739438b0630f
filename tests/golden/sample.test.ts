import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from '../../src/pipeline.ts';

test('output/sample.json is what the fixture’s row of 素材生産量 becomes', async () => {
  const path = 'fixtures/wide-progress/report.txt';
  const report = await readReport({ path, documentId: 'wide-progress', bytes: readFileSync(path) });
  const row = report.observations.filter((observation) => observation.indicator === '素材生産量');
  expect(row.map((observation) => observation.raw)).toContain('2,344,141m ³');
  expect(JSON.parse(readFileSync('output/sample.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(row)));
});
