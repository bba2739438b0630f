import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Observation, Report } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { COMPARED, score, type TruthCell } from './score.ts';

const fixtures = readdirSync('fixtures', { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && entry.name !== 'pdf',
);
const ALL_FIELDS = [
  ...COMPARED,
  'multiplier',
  'precision',
  'qualifiers',
  'parts',
  'note',
  'obsStatus',
  'activity',
];

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const show = (cell: TruthCell): string =>
  `${cell.line} ${cell.indicator} ${cell.measure} ${JSON.stringify(cell.raw)}`;
const showObservation = ({ provenance, indicator, measure, raw }: Observation): string =>
  `${provenance.line} ${indicator} ${measure} ${JSON.stringify(raw)}`;

describe.each(fixtures.map(({ name }) => name))('fixture %s', (name) => {
  const folder = `fixtures/${name}`;
  const read = async (): Promise<Report> =>
    readReport({
      path: `${folder}/report.txt`,
      documentId: name,
      bytes: readFileSync(`${folder}/report.txt`),
    });

  test('every observation is as written by hand, in every field', async () => {
    const report = await read();
    const result = score(
      report.observations,
      lines<TruthCell>(`${folder}/expected.observations.jsonl`),
      ALL_FIELDS,
    );
    expect(result.missed.map(show)).toEqual([]);
    expect(result.invented.map(showObservation)).toEqual([]);
    const wrong = result.wrong.map(({ truth, got, fields }) => ({
      cell: show(truth),
      want: Object.fromEntries(fields.map((field) => [field, truth[field] ?? null])),
      got: Object.fromEntries(
        fields.map((field) => [field, (got as { [key: string]: unknown })[field] ?? null]),
      ),
    }));
    expect(wrong).toEqual([]);
  });

  test('its records are the ones written by hand', async () => {
    const report = await read();
    interface ExpectedRecord {
      readonly type: string;
      readonly line: number;
      readonly name: string;
      readonly observations: number;
      readonly departments?: readonly string[];
    }
    const close = (text: string): string => text.replace(/\s+/gu, '');
    const expected = lines<ExpectedRecord>(`${folder}/expected.records.jsonl`);
    const brief = (type: string, line: number | null, label: string, observations: number): string =>
      `${type} ${line} ${close(label)} ${observations}`;
    const got = report.records.map((record) =>
      brief(record.type, record.provenance.line, record.name, record.observations.length),
    );
    expect(got.toSorted()).toEqual(
      expected.map((record) => brief(record.type, record.line, record.name, record.observations)).toSorted(),
    );
  });

  test('nothing is lost, and offsets point home', async () => {
    const report = await read();
    const { characters, unparsed, ...parts } = report.document.coverage;
    expect(Object.values(parts).reduce((sum, part) => sum + part, unparsed)).toBe(characters);
    expect(report.document.unparsed).toEqual([]);
    const points = Array.from(report.text);
    for (const observation of report.observations) {
      const { start, end } = observation.provenance;
      expect(points.slice(start, end).join('')).toBe(observation.raw);
    }
  });
});
