import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf, type PdfInput } from './open-pdf.ts';
import { drawnUpright } from './read-page.ts';

/** The longest side of a picture: longer ones take gigabytes and few programs show them. */
export const MOST_PIXELS = 16_384;

/** A page as pdf.js draws it, turned as it is read; or why there is no picture of it. */
export type RenderedPage =
  | {
      readonly kind: 'rendered';
      readonly canvas: Canvas;
      /** in PDF points */
      readonly width: number;
      readonly height: number;
      /** degrees clockwise it is turned */
      readonly rotation: number;
      /** by which it was turned clockwise, so that most of its text runs from left to right */
      readonly quarterTurns: number;
      readonly pages: number;
    }
  | { readonly kind: 'noSuchPage'; readonly pages: number }
  /** `width` and `height` are those it would have, in pixels */
  | { readonly kind: 'tooLarge'; readonly width: number; readonly height: number };

/** Draws a page with `scale` pixels a point. Throws DocumentError as `openPdf` does, and what pdf.js throws on a page. */
export async function renderPage(input: PdfInput, number: number, scale: number): Promise<RenderedPage> {
  const { document, close } = await openPdf(input, 'showing');
  try {
    const pages = document.numPages;
    if (number < 1 || number > pages) return { kind: 'noSuchPage', pages };
    const drawn = await drawPage(document, number, () => scale);
    return drawn.kind === 'rendered' ? { ...drawn, pages } : drawn;
  } finally {
    await close();
  }
}

type Drawn =
  | Omit<Extract<RenderedPage, { kind: 'rendered' }>, 'pages'>
  | Extract<RenderedPage, { kind: 'tooLarge' }>;

/**
 * Draws a page that is there, with most of its text from left to right or as the PDF says that it is displayed. `scaleOf`
 * says how many pixels a point, from its size in points.
 */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  scaleOf: (width: number, height: number) => number,
  view: 'upright' | 'asDisplayed' = 'upright',
): Promise<Drawn> {
  const page = await document.getPage(number);
  const { width, height, rotation, turns } = view === 'upright' ? await drawnUpright(page) : displayed(page);
  const viewport = page.getViewport({ scale: scaleOf(width, height), rotation });
  const size = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) };
  if (Math.max(size.width, size.height) > MOST_PIXELS) return { kind: 'tooLarge', ...size };
  const canvas = createCanvas(size.width, size.height);
  const canvasContext = canvas.getContext('2d') as never;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  page.cleanup();
  return { kind: 'rendered', canvas, width, height, rotation, quarterTurns: (4 - turns) % 4 };
}

function displayed(page: PDFPageProxy) {
  const { width, height, rotation } = page.getViewport({ scale: 1 });
  return { width, height, rotation, turns: 0 };
}
