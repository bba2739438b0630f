import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from '../../src/pipeline.ts';
import { compare, readGoldenValues } from './golden-values.ts';

const FOLDER = 'tests/golden/forms';
const forms = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(forms.map(({ name }) => name))('%s: every value as a person reads it', async (name) => {
  const path = `${FOLDER}/${name}/form.pdf`;
  const report = await readReport({ path, documentId: name, bytes: readFileSync(path) });
  const { numbers, differences } = compare(
    readGoldenValues(`${FOLDER}/${name}/expected.tsv`),
    report.observations,
  );
  expect(numbers).toBeGreaterThan(10);
  expect(differences).toEqual([]);
});
