import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { renderPage } from '../../../src/ingest/pdf/render-page.ts';

/** As a scanner sees it, in pixels an inch. */
export const DPI = 200;
const SCALE = DPI / 72;

/** The size of the strip of the sheet that is scanned, in points. */
export const STRIP = { width: 595, height: 140 };
const TOP = 322;

/** A scan of the table 成果指標 of the sheet in fixtures/pdf, which brings its own fonts. */
export async function scannedSheet(): Promise<Sharp> {
  const path = 'fixtures/pdf/form-sheet.pdf';
  const picture = await renderPage({ path, bytes: await readFile(path) }, 1, SCALE);
  if (picture.kind !== 'rendered') throw new Error(`expected a picture, got ${picture.kind}`);
  const place = { left: 0, top: Math.round(TOP * SCALE) };
  const size = { width: Math.floor(STRIP.width * SCALE), height: Math.floor(STRIP.height * SCALE) };
  const strip = await sharp(picture.canvas.toBuffer('image/png'))
    .extract({ ...place, ...size })
    .flatten({ background: '#fff' })
    .greyscale()
    .png()
    .toBuffer();
  return sharp(strip).withMetadata({ density: DPI });
}
