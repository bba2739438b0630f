import sharp, { type Metadata } from 'sharp';
import { DocumentError, type Doubt, type DrawnPage, type DrawnSource } from '../../model/index.ts';
import type { Grey } from './bitmap.ts';
import type { FindCells } from './page-parts.ts';
import { Illegible, readPicture } from './read-picture.ts';
import { scaleFor } from './scale.ts';

/** Larger pictures take gigabytes to decode. */
const MOST_PIXELS = 140_000_000;
/** Scanners and fax machines work within these resolutions; others in a file mean nothing. */
const [LEAST_DPI, MOST_DPI] = [90, 2400];
/** Without a resolution a page is taken for A4: its longer side in points. */
const A4_POINTS = 842;
const POINTS_AN_INCH = 72;
/** More pages than this are a mistake of the file. */
const MOST_PAGES = 2000;

export interface ImageInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * Reads a picture of a page, or several in one file, as drawn pages. Throws DocumentError: `damaged` (cannot be decoded),
 * `tooLarge`, `unsupported` (no text is found).
 */
export async function readImageFile(
  input: ImageInput,
  findCells: FindCells,
  onPage?: (page: number) => void,
): Promise<DrawnSource> {
  const { path, bytes, mediaType } = input;
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata().catch(damaged(path));
  const { width, height, pages: count = 1 } = metadata;
  if (width * height > MOST_PIXELS || count > MOST_PAGES) throw tooLarge(path, width, height, count);
  const pages: DrawnPage[] = [];
  const doubts: Doubt[] = [];
  for (let number = 1; number <= count; number += 1) {
    onPage?.(number);
    const { grey, scale } = await decode(input, number).catch(damaged(path));
    try {
      pages.push(await readPicture(grey, scale, number, findCells));
    } catch (error) {
      if (!(error instanceof Illegible)) throw error;
      pages.push(blankPage(number, grey.width / scale, grey.height / scale));
      doubts.push({ ...AT_NO_PLACE, page: number, detail: error.message });
    }
  }
  if (pages.every(({ runs }) => runs.length === 0)) throw noText(path, count);
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

/** A page as it is to be looked at: upright by what the file says, without transparency, at the reader's resolution. */
async function decode({ bytes }: ImageInput, number: number): Promise<{ grey: Grey; scale: number }> {
  const page = { page: number - 1, limitInputPixels: MOST_PIXELS };
  const metadata = await sharp(bytes, page).metadata();
  const { width, height } = metadata.autoOrient;
  const pixels = pixelsAPoint(metadata);
  const scale = scaleFor(width / pixels, height / pixels);
  const { data, info } = await sharp(bytes, page)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(
      Math.max(1, Math.round((width * scale) / pixels)),
      Math.max(1, Math.round((height * scale) / pixels)),
      {
        fit: 'fill',
      },
    )
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const grey = new Uint8Array(info.width * info.height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = data[at * info.channels]!;
  return { grey: { width: info.width, height: info.height, data: grey }, scale };
}

function pixelsAPoint({ density = 0, autoOrient: { width, height } }: Metadata): number {
  const isTold = density >= LEAST_DPI && density <= MOST_DPI;
  return isTold ? density / POINTS_AN_INCH : Math.max(width, height) / A4_POINTS;
}

const damaged =
  (path: string) =>
  (cause: unknown): never => {
    const detail = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!;
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
  new DocumentError('unsupported', path, {
    ja: `画像に読める文字がありません（${pages} ページ）。白紙や写真でないか、鮮明に読み取られているかを確かめてください`,
    en: `the picture holds no text that can be read (${pages} pages); check that it is no blank page or photograph and that it was scanned clearly`,
  });
