import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { closeReaders } from '../../../src/ingest/index.ts';
import { readReport } from '../../../src/pipeline.ts';
import { STRIP, scannedSheet } from './scanned-sheet.ts';

afterAll(closeReaders);

const DPI = 120;

/** A copy of a fax: coarse and blurred. */
async function badScan(): Promise<Uint8Array> {
  const small = await (await scannedSheet())
    .resize({ width: Math.round((STRIP.width * DPI) / 72) })
    .blur(0.8)
    .png()
    .toBuffer();
  return await sharp(small).jpeg({ quality: 25 }).withMetadata({ density: DPI }).toBuffer();
}

it('values read uncertainly say how sure they are and where they stand, and none is silent', async () => {
  const { observations, findings } = await readReport({
    path: 'fax.jpg',
    documentId: 'fax',
    bytes: await badScan(),
  });
  const unsure = observations.filter(({ obsStatus }) => obsStatus === 'U');
  expect(unsure.length).toBeGreaterThan(0);
  for (const { id, provenance } of unsure) {
    expect(provenance).toMatchObject({ source: 'ocr', page: 1 });
    expect(provenance.box).not.toBeNull();
    expect(provenance.confidence).toBeLessThan(0.6);
    const told = findings.filter(({ observationIds }) => observationIds.includes(id));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ page, box }) => page === 1 && box !== null)).toBe(true);
  }
  expect(findings.some(({ rule }) => rule === 'low-confidence')).toBe(true);
});
