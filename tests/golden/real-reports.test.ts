import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/pipeline.ts';
import { score, type TruthCell } from './score.ts';

/** Real reports stand beside a checkout; a clone without them still passes, and says what it left out. */
const FOLDER = '../shared/reports';
const isThere = existsSync(FOLDER);
if (!isThere) console.warn(`SKIPPED: ${FOLDER} is not here, so the three real reports are not measured.`);

const REPORTS = [
  { name: 'hitoyoshi-r5-progress', observations: 563, right: 0.995 },
  { name: 'kurume-first-strategy-review', observations: 1722, right: 0.995 },
  { name: 'hitoyoshi-strategy6-sheets', observations: 704, right: 0.98 },
];

describe.skipIf(!isThere)('real reports against a truth made by hand', () => {
  test.each(REPORTS)(
    '$name: $observations cells, at least $right right',
    async ({ name, observations, right }) => {
      const bytes = readFileSync(`${FOLDER}/${name}.txt`);
      const truth = readFileSync(`tests/golden/truth/${name}.jsonl`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as TruthCell);
      expect(truth.length).toBe(observations);
      const report = await readReport({ path: `${name}.txt`, documentId: name, bytes });
      const result = score(report.observations, truth);
      expect(result.right).toBeGreaterThanOrEqual(right);
      expect(report.observations.length).toBe(observations);
      const { characters, unparsed, ...parts } = report.document.coverage;
      expect(Object.values(parts).reduce((sum, part) => sum + part, unparsed)).toBe(characters);
      expect(unparsed / characters).toBeLessThan(0.01);
      const points = Array.from(report.text);
      for (const observation of report.observations) {
        expect(points.slice(observation.provenance.start, observation.provenance.end).join('')).toBe(
          observation.raw,
        );
      }
    },
  );
});
