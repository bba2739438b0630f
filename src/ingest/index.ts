import { DocumentError, type DrawnPage, type Source, type TextSource } from '../model/index.ts';
import { sniffMediaType } from './media-type.ts';
import type { PdfReading, SkippedPage } from './pdf/index.ts';
import type { FindCells } from './scan/page-parts.ts';
import type { PdfPictures } from './scan/pdf-pictures.ts';
import { readText } from './text/index.ts';

export { pagesRead } from './pages-read.ts';
export type { FindCells, SkippedPage };

/**
 * The largest input that is read, in bytes. The longest municipal text reports are a few megabytes; beyond this a file is
 * something else, and memory (some 30 bytes a character while reading) would no longer be a laptop's.
 */
export const MAX_BYTES = 64 * 1024 * 1024;

export interface IngestInput {
  /** path as given, for messages and for the hint its extension gives */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** opens encrypted PDFs */
  readonly password?: string | undefined;
}

export interface Reading extends Omit<PdfReading, 'readPicture'> {
  /** finds the cells that ruling lines enclose on a scan, so that each is read by itself */
  readonly findCells: FindCells;
}

const IMAGES = new Set(['image/png', 'image/jpeg', 'image/tiff']);

/**
 * Reads the bytes of one report: a text as words with their places in it, a PDF or a scan as drawn pages.
 *
 * Throws nothing but DocumentError: `empty`, `tooLarge`, `unsupported` (a kind of file that cannot be read), `noText`, `encrypted`,
 * `damaged`, `tooSlow`.
 */
export async function ingest(input: IngestInput, reading: Reading): Promise<Source> {
  const mediaType = mediaTypeOf(input);
  if (mediaType === 'application/pdf') return await ingestPdf(input, reading);
  if (!IMAGES.has(mediaType)) return ingestText(input);
  isScanning = true;
  const { readImageFile } = await import('./scan/image-file.ts');
  return await readImageFile({ ...input, mediaType }, reading);
}

/** What reads scans is loaded when the first page asks for it. */
async function ingestPdf(input: IngestInput, { findCells, ...reading }: Reading): Promise<Source> {
  // pdf.js is loaded by the first PDF: reports that came as text do without it
  const { readPdf } = await import('./pdf/index.ts');
  let pictures: PdfPictures | null = null;
  const readPicture = async (page: number): Promise<DrawnPage> => {
    isScanning = true;
    const scan = await import('./scan/pdf-pictures.ts');
    pictures ??= new scan.PdfPictures(input, findCells);
    return await pictures.read(page, () => reading.onPage?.(page));
  };
  try {
    return await readPdf(input, { ...reading, readPicture });
  } finally {
    await (pictures as PdfPictures | null)?.close();
  }
}

/** Ends the threads that read scans, where any were started. They hold no process open, but memory. */
export async function closeReaders(): Promise<void> {
  if (!isScanning) return;
  isScanning = false;
  const { textReader } = await import('./scan/text-reader.ts');
  await textReader.close();
}

let isScanning = false;

/** Reads a report that came as text; throws DocumentError as `ingest` does. */
export function ingestText(input: IngestInput): TextSource {
  const mediaType = mediaTypeOf(input);
  if (!mediaType.startsWith('text/')) throw unsupportedKind(input.path, mediaType);
  return readText({ ...input, mediaType });
}

function mediaTypeOf(input: IngestInput): string {
  if (input.bytes.length === 0) throw emptyFile(input.path);
  if (input.bytes.length > MAX_BYTES) throw tooLarge(input.path, input.bytes.length);
  return sniffMediaType(input);
}

function emptyFile(path: string): DocumentError {
  return new DocumentError('empty', path, { ja: 'ファイルが空です', en: 'the file is empty' });
}

function tooLarge(path: string, bytes: number): DocumentError {
  const limit = MAX_BYTES / 1024 / 1024;
  const size = (bytes / 1024 / 1024).toFixed(1);
  return new DocumentError('tooLarge', path, {
    ja: `ファイルが大きすぎます（${size} MB。上限は ${limit} MB です）。分割してください`,
    en: `the file is too large: expected at most ${limit} MB, got ${size} MB; split it`,
  });
}

function unsupportedKind(path: string, mediaType: string): DocumentError {
  return new DocumentError('unsupported', path, {
    ja: `${mediaType} はまだ読めません。PDF、画像（PNG・JPEG・TIFF）、テキスト（タブ区切り・Markdown・HTML）のどれかにして渡してください`,
    en: `cannot read ${mediaType} yet; give the report as PDF, picture (PNG, JPEG or TIFF) or text (tab-separated, Markdown or HTML)`,
  });
}
