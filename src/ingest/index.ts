import { DocumentError, type Source, type TextSource } from '../model/index.ts';
import { sniffMediaType } from './media-type.ts';
import type { PdfReading, SkippedPage } from './pdf/index.ts';
import { readText } from './text/index.ts';

export type { PdfReading, SkippedPage };

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

/**
 * Reads the bytes of one report: a text as words with their places in it, a PDF as drawn pages.
 *
 * Throws nothing but DocumentError: `empty`, `tooLarge`, `unsupported` (a kind of file that cannot be read), `encrypted`,
 * `damaged`, `tooSlow`.
 */
export async function ingest(input: IngestInput, reading?: PdfReading): Promise<Source> {
  if (mediaTypeOf(input) !== 'application/pdf') return ingestText(input);
  // pdf.js is loaded by the first PDF: reports that came as text do without it
  const { readPdf } = await import('./pdf/index.ts');
  return await readPdf(input, reading);
}

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
    ja: `${mediaType} はまだ読めません。PDF かテキスト（タブ区切り・Markdown・HTML）にして渡してください`,
    en: `cannot read ${mediaType} yet; give the report as PDF or text (tab-separated, Markdown or HTML)`,
  });
}
