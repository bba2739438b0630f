import { readFile } from 'node:fs/promises';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../../ingest/pdf/open-pdf.ts';
import { drawPage } from '../../ingest/pdf/render-page.ts';
import { pageImage } from '../../ingest/scan/page-image.ts';
import type { Box, Document, PageGeometry } from '../../model/index.ts';
import type { Place } from '../api.ts';
import type { SourceFiles } from '../server/source-file.ts';

/** Enough to read print of 7 points. */
const PIXELS_A_POINT = 1.5;
/** How much of the page is shown above and below the cell. */
const AROUND_POINTS = 70;
const QUALITY = 60;
const SUSPECT = '#d00000';
const HEADER = '#0060c0';

interface Picture {
  readonly canvas: Canvas;
  /** pixels a point */
  readonly scale: number;
}

/** Pictures of cells in the pages of one document; the page last drawn is kept for the cells that follow on it. */
export class Crops {
  readonly #document: Document;
  readonly #file: string;
  readonly #pages: readonly PageGeometry[];
  #opened: { readonly document: PDFDocumentProxy; readonly close: () => Promise<void> } | null = null;
  #last: { readonly page: number; readonly picture: Picture | null } | null = null;

  private constructor(document: Document, file: string, pages: readonly PageGeometry[]) {
    this.#document = document;
    this.#file = file;
    this.#pages = pages;
  }

  /** null where the source is not where it was, or not as it was read. */
  static async open(
    document: Document,
    sources: SourceFiles,
    pages: readonly PageGeometry[],
  ): Promise<Crops | null> {
    const file = await sources.find(document);
    return file === null ? null : new Crops(document, file, pages);
  }

  /** The band of the page a cell stands in, the cell and its headers boxed, as a data URI; null where none can be drawn. */
  async of({ page, box, headers }: Place): Promise<string | null> {
    if (box === null) return null;
    const picture = await this.#pictureOf(page);
    if (picture === null) return null;
    const { canvas, scale } = picture;
    const top = Math.max(0, Math.floor((box[1] - AROUND_POINTS) * scale));
    const bottom = Math.min(canvas.height, Math.ceil((box[3] + AROUND_POINTS) * scale));
    if (bottom <= top) return null;
    const crop = createCanvas(canvas.width, bottom - top);
    const context = crop.getContext('2d');
    context.drawImage(canvas, 0, -top);
    const frame = ([x0, y0, x1, y1]: Box, color: string) => {
      context.strokeStyle = color;
      context.lineWidth = 2;
      context.strokeRect(x0 * scale, y0 * scale - top, (x1 - x0) * scale, (y1 - y0) * scale);
    };
    for (const header of headers) if (header.box !== null && header.page === page) frame(header.box, HEADER);
    frame(box, SUSPECT);
    return `data:image/webp;base64,${(await crop.encode('webp', QUALITY)).toString('base64')}`;
  }

  async close(): Promise<void> {
    await this.#opened?.close();
  }

  async #pictureOf(page: number): Promise<Picture | null> {
    if (this.#last?.page !== page) this.#last = { page, picture: await this.#draw(page).catch(() => null) };
    return this.#last.picture;
  }

  async #draw(page: number): Promise<Picture | null> {
    if (this.#document.source.mediaType !== 'application/pdf') return this.#drawImage(page);
    const { path } = this.#document.source;
    this.#opened ??= await openPdf({ path, bytes: await readFile(this.#file) }, 'showing');
    const drawn = await drawPage(this.#opened.document, page, () => PIXELS_A_POINT);
    return drawn.kind === 'rendered' ? { canvas: drawn.canvas, scale: PIXELS_A_POINT } : null;
  }

  async #drawImage(page: number): Promise<Picture | null> {
    const width = this.#pages.find(({ number }) => number === page)?.width;
    if (width === undefined) return null;
    const image = await loadImage(await pageImage(this.#file, page));
    const scale = Math.min(PIXELS_A_POINT, image.width / width);
    const canvas = createCanvas(
      Math.ceil(width * scale),
      Math.ceil((image.height / image.width) * width * scale),
    );
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return { canvas, scale };
  }
}
