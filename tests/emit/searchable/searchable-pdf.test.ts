import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { searchablePdf, searchablePictures } from '../../../src/emit/searchable/searchable-pdf.ts';
import { openPdf } from '../../../src/ingest/pdf/open-pdf.ts';
import { readPage } from '../../../src/ingest/pdf/read-page.ts';
import { foundTexts } from './found-texts.ts';
import { run, scannedPage } from './scanned-page.ts';

const jpeg = () =>
  sharp({ create: { width: 400, height: 200, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();

/** What a viewer finds, and what is seen. */
async function found(bytes: Uint8Array) {
  const { document, close } = await openPdf({ path: 'a.pdf', bytes });
  try {
    const { runs, leftOut } = (await readPage(document, 1, false)).page;
    return { texts: await foundTexts(bytes), seen: runs.length, invisible: leftOut.invisible };
  } finally {
    await close();
  }
}

const WORDS = [run('認定農業者総数', [10, 20, 80, 30]), run('71人', [100, 60, 130, 70])];

it('a picture becomes a PDF in which its text is found and not seen', async () => {
  async function* photos() {
    yield { jpeg: await jpeg(), width: 200, height: 100 };
  }
  expect(await found(await searchablePictures(photos(), [scannedPage(WORDS)]))).toEqual({
    texts: [
      ['認定農業者総数', 10, 29],
      ['71人', 100, 69],
    ],
    seen: 0,
    invisible: 10,
  });
});

describe('over the pages of a PDF', () => {
  it.each([0, 90, 180, 270])('turned by %s°, cut out of a larger sheet', async (angle) => {
    const document = await PDFDocument.create();
    const isSideways = angle % 180 === 90;
    const [width, height] = isSideways ? [100, 200] : [200, 100];
    const sheet = document.addPage([500, 500]);
    sheet.setCropBox(40, 70, width, height);
    sheet.setRotation(degrees(angle));
    // what was drawn before left its own coordinates behind
    sheet.drawText('seen');
    const bytes = await document.save();
    const { texts, invisible } = await found(await searchablePdf(bytes, [scannedPage(WORDS)], undefined));
    expect(texts).toEqual(
      expect.arrayContaining([
        ['認定農業者総数', 10, 29],
        ['71人', 100, 69],
      ]),
    );
    expect(invisible).toBe(10);
  });

  it('the same input gives the same bytes, and pages of text stay as they are', async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage([200, 100]);
    const bytes = await document.save();
    const copies = [0, 1].map(() => searchablePdf(bytes, [scannedPage(WORDS)], undefined));
    const [first, second] = await Promise.all(copies);
    expect(Buffer.compare(first!, second!)).toBe(0);
    const untouched = await searchablePdf(bytes, [scannedPage(WORDS, { source: 'pdf' })], undefined);
    expect((await found(untouched)).texts).toEqual([]);
  });
});
