import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import {
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { DocumentError } from '../../model/index.ts';
import { SameThreadPort } from './same-thread-port.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Pictures are not decoded when reading: what is drawn in them is read by the scan reader. */
const LARGEST_IMAGE_PIXELS = 1;
/** Larger pictures take gigabytes to decode: an A2 page at 600 dpi is as large. */
const LARGEST_SHOWN_PIXELS = 140_000_000;
/** For showing a page all of it is drawn, in the machine's fonts where the PDF brings none. */
const FOR_SHOWING = {
  maxImageSize: LARGEST_SHOWN_PIXELS,
  useSystemFonts: true,
  wasmUrl: `${packageFolder}/wasm/`,
  iccUrl: `${packageFolder}/iccs/`,
};
/** More pages than this are a mistake of the file: the longest budget books have some 1,500. */
export const MAX_PAGES = 20_000;

export interface PdfInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
}

/**
 * Opens a PDF with pdf.js, in this thread; CMaps and standard fonts come from its package, nothing from the network.
 *
 * Throws DocumentError: `encrypted` (asks for a password, or the one given is wrong), `damaged` (cut short, no PDF inside),
 * `empty` (no pages), `tooLarge`.
 */
export async function openPdf(
  input: PdfInput,
  purpose: 'reading' | 'showing' = 'reading',
): Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> {
  const [here, there] = SameThreadPort.pair();
  WorkerMessageHandler.initializeFromPort(there);
  const task = getDocument({
    data: new Uint8Array(input.bytes),
    worker: new PDFWorker({ port: here as never, verbosity: VerbosityLevel.INFOS }),
    verbosity: VerbosityLevel.INFOS,
    cMapUrl: `${packageFolder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${packageFolder}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE_PIXELS,
    ...(purpose === 'showing' && FOR_SHOWING),
    ...(input.password === undefined ? {} : { password: input.password }),
  });
  const document = await task.promise.catch((cause: unknown) => {
    throw documentErrorOf(input.path, input.password !== undefined, cause);
  });
  const close = async (): Promise<void> => {
    await task.destroy();
  };
  if (document.numPages === 0 || document.numPages > MAX_PAGES) {
    const pages = document.numPages;
    await close();
    throw pages === 0 ? noPages(input.path) : tooManyPages(input.path, pages);
  }
  return { document, close };
}

function documentErrorOf(path: string, hasPassword: boolean, cause: unknown): DocumentError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') return encrypted(path, hasPassword, cause);
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new DocumentError(
    'damaged',
    path,
    {
      ja: `PDF として開けません（${detail}）。途中で切れていないか確かめ、元のファイルをもう一度取り寄せてください`,
      en: `cannot be opened as a PDF (${detail}); check that it is complete and fetch it again`,
    },
    cause,
  );
}

function encrypted(path: string, hasPassword: boolean, cause: unknown): DocumentError {
  return new DocumentError(
    'encrypted',
    path,
    hasPassword
      ? {
          ja: 'パスワードが違います。--password を確かめてください',
          en: 'the password is wrong; check --password',
        }
      : {
          ja: 'パスワードで守られています。--password で渡してください',
          en: 'is protected by a password; give it with --password',
        },
    cause,
  );
}

const noPages = (path: string): DocumentError =>
  new DocumentError('empty', path, { ja: 'PDF にページがありません', en: 'the PDF has no pages' });

const tooManyPages = (path: string, pages: number): DocumentError =>
  new DocumentError('tooLarge', path, {
    ja: `ページが多すぎます（${pages} ページ。上限は ${MAX_PAGES} ページです）。分割してください`,
    en: `has too many pages: expected at most ${MAX_PAGES}, got ${pages}; split it`,
  });
