import type { PageCells, SourceKind } from '../../api.ts';
import { ask } from '../ask.ts';
import { openPdf } from './pdf.ts';
import { pictureOf } from './picture.ts';

/** A page with the size its boxes are measured by, in points, and the value cells on it. */
export interface PageFacts {
  readonly width: number;
  readonly height: number;
  /** degrees a PDF page is turned by before it is drawn */
  readonly rotation: number;
  readonly cells: PageCells['cells'];
}

/** Pages kept at hand. */
const KEPT = 30;
/** A picture of no told size is taken for A4: its longer side in points. */
const A4_POINTS = 842;

const pages = new Map<string, Promise<PageFacts>>();

export function cellsOf(documentId: string, source: SourceKind, page: number): Promise<PageFacts> {
  const key = `${documentId}/${page}`;
  const asked = pages.get(key) ?? askForPage(documentId, source, page);
  pages.set(key, asked);
  asked.catch(() => pages.delete(key));
  const oldest = pages.keys().next().value;
  if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
  return asked;
}

/** After a correction or a new word the cells may be others. */
export function forgetCells(): void {
  pages.clear();
}

async function askForPage(documentId: string, source: SourceKind, page: number): Promise<PageFacts> {
  const path = `documents/${encodeURIComponent(documentId)}/pages/${page}/cells`;
  const { cells, width, height, rotation } = await ask<PageCells>(path);
  if (width !== null && height !== null && rotation !== null) return { cells, width, height, rotation };
  return {
    cells,
    ...(source === 'pdf' ? await sizeInPdf(documentId, page) : await sizeOfImage(documentId, page)),
  };
}

/** The page as the PDF itself would have it, where the output does not say how it was read. */
async function sizeInPdf(documentId: string, number: number) {
  const page = await (await openPdf(documentId)).getPage(number);
  const { width, height, rotation } = page.getViewport({ scale: 1 });
  return { width, height, rotation };
}

async function sizeOfImage(documentId: string, page: number) {
  const { width, height } = await pictureOf({ documentId, source: 'image', page, rotation: 0, scale: 1 });
  const scale = A4_POINTS / Math.max(width, height);
  return { width: width * scale, height: height * scale, rotation: 0 };
}
