import { DocumentError, type Doubt, type DrawnPage, type DrawnSource } from '../../model/index.ts';
import { type Heard, hearing } from './heard.ts';
import { openPdf, type PdfInput } from './open-pdf.ts';
import { doubtOf, readBest } from './read-best.ts';
import { readPage } from './read-page.ts';

/** A page that is known not to be readable, and why. */
export type SkippedPage = Pick<Doubt, 'kind' | 'page' | 'detail'>;

export interface PdfReading {
  /** pages that are left blank and told as doubts, not read */
  readonly skipPages?: readonly SkippedPage[] | undefined;
  /** called as a page is begun */
  readonly onPage?: ((page: number) => void) | undefined;
  /** reads a page by its picture where it has no text of its own */
  readonly readPicture?: ((page: number) => Promise<DrawnPage>) | undefined;
}

/**
 * Reads a PDF as drawn pages: characters, ruling lines and shades with their places, and the tables its tags tell. A page
 * that fails is left blank, or holds what was read of it, and is told as a doubt; the others are read. Throws DocumentError as `openPdf` does, `damaged`
 * where no page can be read and `noText` where none holds text.
 */
export function readPdf(input: PdfInput, reading: PdfReading = {}): Promise<DrawnSource> {
  return hearing((heard) => readHearing(input, reading, heard));
}

async function readHearing(
  input: PdfInput,
  { skipPages = [], onPage, readPicture }: PdfReading,
  heard: () => Heard,
): Promise<DrawnSource> {
  const { document, close } = await openPdf(input);
  try {
    const isTagged = isMarked(await document.getMarkInfo());
    const pages: DrawnPage[] = [];
    const doubts: Doubt[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const skipped = skipPages.find(({ page }) => page === number);
      if (skipped !== undefined) {
        pages.push(blankPage(number));
        doubts.push(doubtOf(skipped.kind, number, skipped.detail));
        continue;
      }
      onPage?.(number);
      heard();
      try {
        const drawn = await readPage(document, number, isTagged);
        const { givenUp: lost, picture } = heard();
        const best = await readBest(drawn, picture, readPicture);
        pages.push(best.page);
        doubts.push(...best.doubts);
        if (lost !== null) doubts.push(doubtOf('failed', number, lost));
      } catch (cause) {
        pages.push(blankPage(number));
        doubts.push(doubtOf('failed', number, cause instanceof Error ? cause.message : String(cause)));
      }
    }
    if (pages.every(({ runs }) => runs.length === 0)) throw nothingRead(input.path, pages.length, doubts);
    return { kind: 'drawn', mediaType: 'application/pdf', pages, doubts };
  } finally {
    await close();
  }
}

/** pdf.js gives the catalog's MarkInfo as a map of its entries; null where the PDF has no tags. */
const isMarked = (info: unknown): boolean => info instanceof Map && info.get('Marked') === true;

const blankPage = (number: number): DrawnPage => ({
  number,
  source: 'pdf',
  width: 0,
  height: 0,
  runs: [],
  rules: [],
  shades: [],
  strikes: [],
  tables: [],
  leftOut: { invisible: 0, clipped: 0 },
});

/** No page gave a character: where pages failed, that is why; else they are pictures. */
function nothingRead(path: string, pages: number, doubts: readonly Doubt[]): DocumentError {
  const unread = doubts.filter(({ kind }) => kind === 'failed' || kind === 'tooSlow');
  const [first] = unread;
  if (first === undefined) return noText(path, pages);
  const slow = unread.every(({ kind }) => kind === 'tooSlow');
  return new DocumentError(slow ? 'tooSlow' : 'damaged', path, {
    ja: `PDF のページを読めませんでした（${pages} ページ中 ${unread.length} ページ。${first.page} ページ: ${first.detail}）。元のファイルをもう一度取り寄せるか、作り直してください`,
    en: `no page of the PDF could be read (${unread.length} of ${pages} failed; page ${first.page}: ${first.detail}); fetch it again or have it made anew`,
  });
}

const noText = (path: string, pages: number): DocumentError =>
  new DocumentError('noText', path, {
    ja: `PDF に読める文字がありません（${pages} ページ。画像としても読みました）。白紙や写真でないか、鮮明に読み取られているかを確かめてください`,
    en: `the PDF holds no text that can be read (${pages} pages, read as pictures too); check that it is no blank page or photograph and that it was scanned clearly`,
  });
