import { basename, extname, resolve } from 'node:path';
import { legendOf } from '../emit/page-picture/legend.ts';
import { marksOf } from '../emit/page-picture/marks.ts';
import type { PageSeen } from '../emit/page-picture/page-seen.ts';
import { hasJapaneseType, paintOver } from '../emit/page-picture/paint.ts';
import { replaceFile } from '../emit/replace-file.ts';
import { sniffMediaType } from '../ingest/media-type.ts';
import { MOST_PIXELS, type RenderedPage, renderPage } from '../ingest/pdf/render-page.ts';
import { setRightPicture, showImagePage } from '../ingest/scan/show-page.ts';
import { DocumentError } from '../model/index.ts';
import { readInStages } from '../pipeline.ts';
import { createVocabulary, VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { isFileSystemError } from './failures.ts';
import { readInputBytes } from './input-bytes.ts';
import { seenOnPage } from './page-seen.ts';
import { PictureError } from './picture-error.ts';
import { DEFAULT_SCALE } from './picture-scale.ts';

export interface PagePictureOptions {
  readonly path: string;
  /** 1-based */
  readonly page: number;
  /** the PNG file to write; one that is there is replaced */
  readonly out: string;
  /** pixels a point (default 2) */
  readonly scale?: number | undefined;
  readonly password?: string | undefined;
  /** of the labels; the legend is in both */
  readonly language: 'ja' | 'en';
  readonly vocabulary?: VocabularyAdditions | undefined;
  readonly cwd?: string;
}

/**
 * Draws a page of a PDF or of a picture with what the program saw on it, and writes it as PNG; gives back what it saw. Throws DocumentError
 * where it cannot be read, PictureError where it has no such page, the picture is too large or cannot be written.
 */
export async function drawPage(options: PagePictureOptions): Promise<PageSeen> {
  const { path, page: number, password, scale = DEFAULT_SCALE, language } = options;
  const cwd = resolve(options.cwd ?? '.');
  const input = { path, bytes: await readInputBytes(path, cwd), password };
  const picture = await pictureOf(input, number, scale);
  const vocabulary = createVocabulary(VocabularyAdditions.parse(options.vocabulary ?? {}));
  const documentId = basename(path, extname(path));
  const stages = await readInStages({ path, bytes: input.bytes, documentId }, { vocabulary, password });
  if (stages.source.kind !== 'drawn') throw new Error(`${path}: expected it to be read as drawn pages`);
  const { pages } = stages.source;
  const page = pages[number - 1]!;
  // a page that failed has no size of its own
  const { width, height } = page.width > 0 ? page : picture;
  const canvas =
    page.width > 0 ? setRightPicture(picture.canvas, picture.quarterTurns, page, scale) : picture.canvas;
  const seen = { path, pages: pages.length, ...seenOnPage({ ...page, width, height }, stages) };
  const lettering = { language, hasJapanese: hasJapaneseType() };
  const legend = legendOf(seen, lettering);
  const marks = [...marksOf(seen, lettering), ...legend.marks];
  const png = await paintOver(canvas, marks, scale, height + legend.height);
  await writePicture(options.out, cwd, png);
  return seen;
}

type Picture = Extract<RenderedPage, { kind: 'rendered' }>;

async function pictureOf(
  input: Parameters<typeof renderPage>[0],
  number: number,
  scale: number,
): Promise<Picture> {
  const mediaType = sniffMediaType(input);
  if (!DRAWN.test(mediaType)) throw noPages(input.path);
  const picture =
    mediaType === 'application/pdf'
      ? await renderPage(input, number, scale)
      : await showImagePage(input.bytes, number, scale).catch((cause: unknown) => {
          throw undecodable(input.path, cause);
        });
  switch (picture.kind) {
    case 'rendered':
      return picture;
    case 'noSuchPage':
      throw noSuchPage(input.path, number, picture.pages);
    case 'tooLarge':
      throw tooLarge(picture.width, picture.height, scale);
  }
}

async function writePicture(out: string, cwd: string, png: Uint8Array): Promise<void> {
  try {
    await replaceFile(resolve(cwd, out), [png]);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new PictureError(
      {
        ja: `${out}: 書き込めません（${error.code}）。フォルダと権限を確かめてください`,
        en: `${out}: cannot be written (${error.code}); check its folder and permissions`,
      },
      error,
    );
  }
}

const DRAWN = /^(?:application\/pdf|image\/(?:png|jpeg|tiff))$/;

const noPages = (path: string): DocumentError =>
  new DocumentError('unsupported', path, {
    ja: 'PDF でも画像（PNG・JPEG・TIFF）でもありません。図にできるのはそのページだけです',
    en: 'is neither a PDF nor a picture (PNG, JPEG or TIFF); only their pages can be drawn',
  });

const undecodable = (path: string, cause: unknown): DocumentError => {
  const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!;
  const text = {
    ja: `画像として開けません（${reason}）。元のファイルをもう一度取り寄せてください`,
    en: `cannot be opened as a picture (${reason}); fetch it again`,
  };
  return new DocumentError('damaged', path, text, cause);
};

const noSuchPage = (path: string, number: number, pages: number): PictureError =>
  new PictureError({
    ja: `${path}: ${number} ページはありません（全 ${pages} ページ）`,
    en: `${path}: expected a page from 1 to ${pages}, got ${number}`,
  });

const tooLarge = (width: number, height: number, scale: number): PictureError =>
  new PictureError({
    ja: `--scale ${scale} では ${width}×${height} ピクセルになります（上限 ${MOST_PIXELS}）。小さくしてください`,
    en: `--scale ${scale}: the picture would have ${width}×${height} pixels, at most ${MOST_PIXELS} a side; make it smaller`,
  });
