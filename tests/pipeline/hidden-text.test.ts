import { afterAll, expect, it } from 'vitest';
import { searchablePictures } from '../../src/emit/searchable/searchable-pdf.ts';
import { closeReaders } from '../../src/ingest/index.ts';
import type { DrawnPage } from '../../src/model/index.ts';
import { readInStages, readReport } from '../../src/pipeline.ts';
import { STRIP, scannedSheet } from '../ingest/scan/scanned-sheet.ts';

afterAll(closeReaders);

it('a scan whose hidden text has another figure is read from its picture, and the figure is a finding', async () => {
  const picture = await scannedSheet();
  const png = await picture.clone().png().toBuffer();
  const { source } = await readInStages({ path: 'scan.png', documentId: 'scan', bytes: png });
  if (source.kind !== 'drawn') throw new Error('expected drawn pages');
  const slipped = source.pages.map(
    (page): DrawnPage => ({
      ...page,
      runs: page.runs.map((run) => ({ ...run, text: run.text.replace('190,075', '190,015') })),
    }),
  );
  async function* photos() {
    yield { jpeg: await picture.jpeg().toBuffer(), ...STRIP };
  }
  const bytes = await searchablePictures(photos(), slipped);

  const report = await readReport({ path: 'scan.pdf', documentId: 'scan', bytes });
  expect(report.pages).toMatchObject([{ page: 1, source: 'ocr', reason: 'hiddenText', quarterTurns: 0 }]);
  const value = report.observations.find(({ raw }) => raw === '190,075')!;
  expect(value.obsStatus).toBe('U');
  const told = report.findings.find(({ evidence }) => evidence.hidden === '190,015');
  expect(told).toMatchObject({
    rule: 'layers-disagree',
    page: 1,
    box: value.provenance.box,
    evidence: { read: '190,075' },
  });
  expect(told?.observationIds).toContain(value.id);
});
