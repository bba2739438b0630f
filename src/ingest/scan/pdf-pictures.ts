import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawnPage } from '../../model/index.ts';
import { openPdf, type PdfInput } from '../pdf/open-pdf.ts';
import { drawPage } from '../pdf/render-page.ts';
import { greyOf } from './grey.ts';
import type { FindCells } from './page-parts.ts';
import { readPicture } from './read-picture.ts';
import { scaleFor } from './scale.ts';

const QUARTER_TURN = 90;

/** Reads pages of a PDF by their pictures. The PDF is opened once more, for showing, when the first of them is asked for. */
export class PdfPictures {
  readonly #input: PdfInput;
  readonly #findCells: FindCells;
  /** quarter turns by which the page before was turned: pages of one scan lie alike */
  #turn = 0;
  #opened: Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> | null = null;

  constructor(input: PdfInput, findCells: FindCells) {
    this.#input = input;
    this.#findCells = findCells;
  }

  /** Reads one page; throws what pdf.js throws. */
  async read(number: number, onStep?: () => void): Promise<DrawnPage> {
    this.#opened ??= openPdf(this.#input, 'showing');
    const { document } = await this.#opened;
    let scale = 1;
    const drawn = await drawPage(document, number, (width, height) => {
      scale = scaleFor(width, height);
      return scale;
    });
    if (drawn.kind === 'tooLarge')
      throw new Error(`picture too large: ${drawn.width}×${drawn.height} pixels`);
    const page = await readPicture(greyOf(drawn.canvas), scale, {
      number,
      findCells: this.#findCells,
      likely: this.#turn,
      onStep,
    });
    const { quarterTurns = 0, degrees = 0 } = page.setRight ?? {};
    this.#turn = quarterTurns;
    const [width, height] =
      quarterTurns % 2 === 0 ? [drawn.width, drawn.height] : [drawn.height, drawn.width];
    const turns = (drawn.quarterTurns + quarterTurns) % 4;
    const isAsDisplayed = turns === 0 && degrees === 0;
    const setRight = isAsDisplayed ? undefined : { quarterTurns: turns, degrees };
    const rotation = (drawn.rotation + 360 - drawn.quarterTurns * QUARTER_TURN) % 360;
    return { ...page, width, height, rotation, setRight };
  }

  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => null);
    await opened?.close();
  }
}
