import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import type { DrawnPage } from '../../model/index.ts';
import { readRuns, type ToPage, textLayer } from './text-layer.ts';
import { unseenFont } from './unseen-font.ts';

/** A page of a picture file as a JPEG, and its size in points. */
export interface PagePhoto {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * A PDF as it was, with what was read of its pictures laid unseen over them, so that viewers find and copy it. Throws what
 * pdf-lib throws where it cannot open the PDF.
 */
export async function searchablePdf(
  bytes: Uint8Array,
  pages: readonly DrawnPage[],
  password: string | undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ...(password === undefined ? {} : { password }),
  });
  return withTextLayers(document, pages);
}

/** A PDF of pictures, with what was read of them laid unseen over them. */
export async function searchablePictures(
  photos: AsyncIterable<PagePhoto>,
  pages: readonly DrawnPage[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for await (const { jpeg, width, height } of photos) {
    const image = await document.embedJpg(jpeg);
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return withTextLayers(document, pages);
}

async function withTextLayers(document: PDFDocument, pages: readonly DrawnPage[]): Promise<Uint8Array> {
  const scanned = pages.filter(({ source, runs }) => source === 'ocr' && runs.length > 0);
  const { context } = document;
  const font = unseenFont(context, new Set(scanned.flatMap(readRuns).flatMap(({ text }) => [...text])));
  const before = context.getPushGraphicsStateContentStream();
  const after = context.getPopGraphicsStateContentStream();
  for (const page of scanned) {
    const sheet = document.getPage(page.number - 1);
    sheet.node.normalize();
    const name = sheet.node.newFontDictionary('Unseen', font).asString().slice(1);
    sheet.node.wrapContentStreams(before, after);
    const layer = context.flateStream(textLayer(page, name, toPageOf(sheet)));
    sheet.node.addContentStream(context.register(layer));
  }
  return document.save({ updateFieldAppearances: false });
}

/** A page is displayed by its crop box, turned clockwise by its rotation. */
function toPageOf(sheet: PDFPage): ToPage {
  const { x: left, y: foot, width, height } = sheet.getCropBox();
  const turn = ((sheet.getRotation().angle % 360) + 360) % 360;
  return ([x, y]) => {
    switch (turn) {
      case 90:
        return [left + y, foot + x];
      case 180:
        return [left + width - x, foot + y];
      case 270:
        return [left + width - y, foot + height - x];
      default:
        return [left + x, foot + height - y];
    }
  };
}
