import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { tokenHeader } from '../ask.ts';

/** Documents kept open. */
const KEPT = 4;
const MOST_IMAGE_PIXELS = 140_000_000;
const assets = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

const open = new Map<string, Promise<PDFDocumentLoadingTask>>();

/** A PDF report, read in parts as they are needed; no script of it runs and none of its forms or links work. */
export async function openPdf(documentId: string): Promise<PDFDocumentProxy> {
  const task = open.get(documentId) ?? load(documentId);
  open.delete(documentId);
  open.set(documentId, task);
  const [oldest] = open.keys();
  if (open.size > KEPT && oldest !== undefined) {
    void open.get(oldest)?.then((one) => one.destroy());
    open.delete(oldest);
  }
  try {
    return await (await task).promise;
  } catch (error) {
    open.delete(documentId);
    throw error;
  }
}

async function load(documentId: string): Promise<PDFDocumentLoadingTask> {
  // half a megabyte that the first paint does not wait for
  const { GlobalWorkerOptions, getDocument } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = workerUrl;
  return getDocument({
    url: new URL(`/api/documents/${encodeURIComponent(documentId)}/source`, location.href).href,
    httpHeaders: tokenHeader(),
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    cMapUrl: assets('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets('standard_fonts'),
    wasmUrl: assets('wasm'),
    iccUrl: assets('iccs'),
    useSystemFonts: true,
    verbosity: 0,
  });
}
