import { PDFDocument } from '@cantoo/pdf-lib';
import type { ScannedPage } from './degrade.ts';

/** A page and its size in points. */
export interface SizedPage {
  readonly scanned: ScannedPage;
  readonly width: number;
  readonly height: number;
}

/** Pictures as the pages of a PDF that holds nothing else. */
export async function imagePdf(pages: readonly SizedPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const { scanned, width, height } of pages) {
    const picture =
      scanned.kind === 'jpeg' ? await pdf.embedJpg(scanned.bytes) : await pdf.embedPng(scanned.bytes);
    pdf.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  }
  return await pdf.save();
}
