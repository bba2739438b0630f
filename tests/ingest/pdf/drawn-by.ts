import { readPdf } from '../../../src/ingest/pdf/index.ts';
import type { DrawnPage, Rule } from '../../../src/model/index.ts';
import { type TinyPdf, text, writePdf } from './write-pdf.ts';

/** Where a PDF's page begins: its points count from below, those of a drawn page from above. */
export const PAGE_HEIGHT = 842;

/** The first page that a content stream draws; a page without a letter cannot be read, so one stands in a corner. */
export async function drawnBy(content: string, rest: Partial<TinyPdf> = {}): Promise<DrawnPage> {
  const bytes = writePdf({ pages: [text(500, 20, 'x') + content], ...rest });
  const { pages } = await readPdf({ path: 'x.pdf', bytes });
  const { runs, ...page } = pages[0]!;
  return { ...page, runs: runs.filter((run) => run.text !== 'x') };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** `50 700 – 150 700`, points from below as in the content stream. */
export const told = ({ x0, y0, x1, y1 }: Rule): string =>
  `${rounded(x0)} ${rounded(PAGE_HEIGHT - y0)} – ${rounded(x1)} ${rounded(PAGE_HEIGHT - y1)}`;
