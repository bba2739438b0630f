import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from '../../src/pipeline.ts';
import { score, type TruthCell } from './score.ts';

const FOLDER = 'tests/golden/layouts';
const cities = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(cities.map(({ name }) => name))('%s: every value cell as written by hand', async (name) => {
  const truth = readFileSync(`${FOLDER}/${name}/truth.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TruthCell);
  const path = `${FOLDER}/${name}/report.txt`;
  const report = await readReport({ path, documentId: name, bytes: readFileSync(path) });
  const { missed, invented, wrong } = score(report.observations, truth);
  expect(missed.map(({ line, raw, indicator }) => `${line} ${indicator} ${raw}`)).toEqual([]);
  expect(invented.map(({ provenance, raw, indicator }) => `${provenance.line} ${indicator} ${raw}`)).toEqual(
    [],
  );
  expect(wrong.map(({ truth: cell, fields }) => `${cell.line} ${cell.raw} ${fields.join()}`)).toEqual([]);
  const { characters, unparsed, ...parts } = report.document.coverage;
  expect(Object.values(parts).reduce((sum, part) => sum + part, unparsed)).toBe(characters);
  expect(unparsed / characters).toBeLessThan(0.01);
});

/** Warnings on clean material that a careful reader may be asked to bear. */
const MOST_IN_A_HUNDRED = 1;

test('clean reports: at most one value in a hundred raises a warning', async () => {
  const reports = await Promise.all(
    cities.map(({ name }) => {
      const path = `${FOLDER}/${name}/report.txt`;
      return readReport({ path, documentId: name, bytes: readFileSync(path) });
    }),
  );
  const grave = reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'));
  const values = reports.reduce((sum, { observations }) => sum + observations.length, 0);
  expect((grave.length / values) * 100).toBeLessThanOrEqual(MOST_IN_A_HUNDRED);
});
