import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Observation, Report } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { score, type TruthCell } from './score.ts';

/** What a value is; and what it stands under, known only where the truth is that of a report. */
const ASPECTS = {
  values: ['indicator', 'measure', 'period', 'kind', 'value', 'unit'],
  places: ['path', 'departments'],
} as const;
type Aspect = keyof typeof ASPECTS;

interface PdfFixture {
  readonly name: string;
  /** the fixture whose report it shows; null where its truth stands beside it */
  readonly of: string | null;
}

const FIXTURES: readonly PdfFixture[] = [
  { name: 'ruled', of: 'wide-progress' },
  { name: 'horizontal-rules', of: 'population-statistics' },
  { name: 'borderless', of: 'markdown-kpi' },
  { name: 'borderless-tagged', of: 'markdown-kpi' },
  { name: 'merged-over-pages', of: 'html-progress-sjis' },
  { name: 'vertical-headers', of: 'eucjp-activities' },
  { name: 'side-by-side', of: null },
  { name: 'rotated', of: 'markdown-kpi' },
  { name: 'form-sheet', of: null },
  { name: 'prose', of: null },
];

const truthOf = ({ name, of }: PdfFixture): TruthCell[] =>
  readFileSync(
    of === null ? `fixtures/pdf/${name}.expected.jsonl` : `fixtures/${of}/expected.observations.jsonl`,
    'utf8',
  )
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ ...(JSON.parse(line) as TruthCell), line: WITHOUT_LINE }));
/** Values of a PDF have no line: all are looked for together. */
const WITHOUT_LINE = 0;

const read = ({ name }: PdfFixture): Promise<Report> => {
  const path = `fixtures/pdf/${name}.pdf`;
  return readReport({ path, documentId: name, bytes: readFileSync(path) });
};

const show = ({ indicator, measure, raw }: TruthCell | Observation): string =>
  `${indicator} ${measure} ${JSON.stringify(raw)}`;

describe.each(FIXTURES)('fixture pdf/$name', (fixture) => {
  const aspects = (Object.keys(ASPECTS) as Aspect[]).filter(
    (aspect) => aspect === 'values' || fixture.of !== null,
  );
  for (const aspect of aspects) {
    test(`${aspect} are those of the truth`, async () => {
      const fields = ASPECTS[aspect];
      const { missed, invented, wrong } = score((await read(fixture)).observations, truthOf(fixture), fields);
      expect({
        missed: missed.map(show),
        invented: invented.map(show),
        wrong: wrong.map(({ truth, fields: off }) => `${show(truth)}: ${off.join(', ')}`),
      }).toEqual({ missed: [], invented: [], wrong: [] });
    });
  }

  test('nothing is lost, and offsets point home', async () => {
    const report = await read(fixture);
    const { characters, unparsed, ...parts } = report.document.coverage;
    expect(Object.values(parts).reduce((sum, part) => sum + part, unparsed)).toBe(characters);
    const points = Array.from(report.text);
    for (const { raw, provenance } of report.observations) {
      expect(points.slice(provenance.start, provenance.end).join('')).toBe(raw);
      expect(provenance.box).not.toBeNull();
    }
  });
});

test('every PDF of the folder is compared', () => {
  const pdfs = readdirSync('fixtures/pdf').filter((name) => name.endsWith('.pdf'));
  expect(pdfs.toSorted()).toEqual(FIXTURES.map(({ name }) => `${name}.pdf`).toSorted());
});
