import { describe, expect, it } from 'vitest';
import { reportFiles } from '../../src/emit/report-files.ts';
import type { Report } from '../../src/model/index.ts';
import { sampleReport } from '../run/sample-report.ts';

const report = sampleReport('r5', 'reports/r5.txt');
const [observation] = report.observations;

function withObservation(changes: object): Report {
  return { ...report, observations: [{ ...observation!, ...changes }] };
}

describe('the lines of a document', () => {
  it('are one JSON value a line, ended by a line feed', () => {
    const files = reportFiles(report);
    expect(files['observations.jsonl']).toMatch(/^\{"id":"r5:o1",.*\}\n$/);
    expect(files['observations.jsonl'].split('\n')).toHaveLength(2);
    expect(files['text.txt']).toBe(report.text);
  });

  it('have their keys in the order of the schema, whatever their order in memory', () => {
    const turned = Object.fromEntries(Object.entries(observation!).reverse());
    expect(reportFiles(withObservation(turned))).toEqual(reportFiles(report));
  });

  it.each([
    [0.1, '0.1'],
    [1e-7, '1e-7'],
    [410000000, '410000000'],
    [-54573000, '-54573000'],
    [123456789.012345, '123456789.012345'],
    [-0, '0'],
  ])('print the number %d so that it reads back as the same', (value, printed) => {
    const line = reportFiles(withObservation({ value }))['observations.jsonl'];
    expect(line).toContain(`"value":${printed},`);
    expect(JSON.parse(line).value).toBe(value === 0 ? 0 : value);
  });

  it('escape the separators that other languages take for line ends', () => {
    const raw = 'a\u2028b\u2029c\u0085d';
    const line = reportFiles(withObservation({ raw }))['observations.jsonl'];
    expect(line).toContain('"raw":"a\\u2028b\\u2029c\\u0085d"');
    expect(JSON.parse(line).raw).toBe(raw);
  });

  it('are empty files where a report has none', () => {
    const files = reportFiles({ ...report, findings: [] });
    expect(files['findings.jsonl']).toBe('');
  });
});

describe('a line that must not be written', () => {
  it.each([
    [{ value: Number.NaN }, /^document r5: observations\[0\]\.value: .*got NaN$/],
    [{ surprise: 1 }, /observations\[0\]\.surprise: Unrecognized key: "surprise", got 1$/],
    [
      { timePeriod: { label: 'R5', start: '2023-04-31', end: '2024-03-31', basis: 'fiscalYear' } },
      /observations\[0\]\.timePeriod\.start: .*got "2023-04-31"$/,
    ],
    [{ recordId: 'nobody' }, /observations\[0\]\.recordId: expected the id of a record, got "nobody"/],
    [{ documentId: 'r6' }, /observations\[0\]\.documentId: expected "r5", got "r6"/],
    [{ id: 'other' }, /records\[0\]\.observations: expected ids of observations, got "r5:o1"/],
  ])('is refused with its document, field and value: %j', (changes, message) => {
    expect(() => reportFiles(withObservation(changes))).toThrow(message);
  });

  it('is refused where an id comes twice', () => {
    const twice = { ...report, observations: [observation!, observation!] };
    expect(() => reportFiles(twice)).toThrow(
      /observations\[1\]\.id: expected a unique id, got "r5:o1" again/,
    );
  });

  it('is refused where the parts of the coverage do not sum up', () => {
    const coverage = { ...report.document.coverage, record: 1 };
    expect(() => reportFiles({ ...report, document: { ...report.document, coverage } })).toThrow(
      /document\.coverage: expected parts that sum to 1000, got 201/,
    );
  });
});
