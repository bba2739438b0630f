import sharp from 'sharp';
import { DocumentError, type Doubt, type DrawnPage, type DrawnSource } from '../../model/index.ts';
import type { SkippedPage } from '../pdf/index.ts';
import { greyPage, MOST_PIXELS } from './image-page.ts';
import type { FindCells } from './page-parts.ts';
import { Illegible, readPicture } from './read-picture.ts';

/** More pages than this are a mistake of the file. */
const MOST_PAGES = 2000;

export interface ImageInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** How a picture is read, as a PDF is. */
export interface ImageReading {
  readonly findCells: FindCells;
  readonly skipPages?: readonly SkippedPage[] | undefined;
  readonly onPage?: ((page: number) => void) | undefined;
}

/**
 * Reads a picture of a page, or several in one file, as drawn pages. A page that fails is left blank and told as a doubt.
 * Throws DocumentError: `damaged` (no page can be decoded), `tooLarge`, `noText`.
 */
export async function readImageFile(input: ImageInput, reading: ImageReading): Promise<DrawnSource> {
  const { path, bytes, mediaType } = input;
  const { findCells, skipPages = [], onPage } = reading;
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata().catch(damaged(path));
  const { width, height, pages: count = 1 } = metadata;
  if (width * height > MOST_PIXELS || count > MOST_PAGES) throw tooLarge(path, width, height, count);
  const pages: DrawnPage[] = [];
  const doubts: Doubt[] = [];
  let undecoded: unknown = null;
  let turn = 0;
  for (let number = 1; number <= count; number += 1) {
    const skipped = skipPages.find(({ page }) => page === number);
    if (skipped !== undefined) {
      pages.push(blankPage(number, 0, 0));
      doubts.push({ ...AT_NO_PLACE, ...skipped });
      continue;
    }
    onPage?.(number);
    const decoded = await greyPage(bytes, number).catch((error: unknown) => {
      undecoded ??= error;
      doubts.push({ ...AT_NO_PLACE, page: number, detail: reasonOf(error) });
      return null;
    });
    if (decoded === null) {
      pages.push(blankPage(number, 0, 0));
      continue;
    }
    const { grey, scale } = decoded;
    try {
      const page = await readPicture(grey, scale, {
        number,
        findCells,
        likely: turn,
        onStep: () => onPage?.(number),
      });
      turn = page.setRight?.quarterTurns ?? 0;
      pages.push(page);
    } catch (error) {
      if (!(error instanceof Illegible)) throw error;
      pages.push(blankPage(number, grey.width / scale, grey.height / scale));
      doubts.push({ ...AT_NO_PLACE, page: number, detail: error.message });
    }
  }
  if (pages.every(({ runs }) => runs.length === 0)) {
    if (undecoded !== null) return damaged(path)(undecoded);
    const slow = skipPages.find(({ kind }) => kind === 'tooSlow');
    throw slow === undefined ? noText(path, count) : tooSlow(path, slow);
  }
  return { kind: 'drawn', mediaType, pages, doubts };
}

const AT_NO_PLACE = { kind: 'failed', table: null, start: null, end: null, box: null } as const;

const blankPage = (number: number, width: number, height: number): DrawnPage => ({
  number,
  source: 'ocr',
  width,
  height,
  runs: [],
  rules: [],
  shades: [],
  strikes: [],
  tables: [],
  leftOut: { invisible: 0, clipped: 0 },
});

const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!;

const damaged =
  (path: string) =>
  (cause: unknown): never => {
    const detail = reasonOf(cause);
    throw new DocumentError(
      'damaged',
      path,
      {
        ja: `画像として開けません（${detail}）。元のファイルをもう一度取り寄せてください`,
        en: `cannot be opened as a picture (${detail}); fetch it again`,
      },
      cause,
    );
  };

const tooLarge = (path: string, width: number, height: number, pages: number): DocumentError =>
  new DocumentError('tooLarge', path, {
    ja: `画像が大きすぎます（${width}×${height} ピクセル、${pages} ページ。上限は ${MOST_PIXELS} ピクセル、${MOST_PAGES} ページです）。300 dpi で読み取り直すか、分割してください`,
    en: `the picture is too large: expected at most ${MOST_PIXELS} pixels and ${MOST_PAGES} pages, got ${width}×${height} and ${pages}; scan it at 300 dpi or split it`,
  });

const noText = (path: string, pages: number): DocumentError =>
  new DocumentError('noText', path, {
    ja: `画像に読める文字がありません（${pages} ページ）。白紙や写真でないか、鮮明に読み取られているかを確かめてください`,
    en: `the picture holds no text that can be read (${pages} pages); check that it is no blank page or photograph and that it was scanned clearly`,
  });

const tooSlow = (path: string, { page, detail }: SkippedPage): DocumentError =>
  new DocumentError('tooSlow', path, {
    ja: `画像を読めませんでした（${page} ページに ${detail} 秒を超える時間がかかります）。300 dpi で読み取り直すか、設定の limits.pageSeconds を大きくしてください`,
    en: `the picture could not be read (page ${page} takes longer than ${detail} s); scan it at 300 dpi or raise limits.pageSeconds in the settings`,
  });
