import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { tokenHeader } from '../ask.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Documents kept open. */
const KEPT = 4;
const MOST_IMAGE_PIXELS = 140_000_000;
const assets = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

const open = new Map<string, PDFDocumentLoadingTask>();

/** A PDF report, read in parts as they are needed; no script of it runs and none of its forms or links work. */
export function openPdf(documentId: string): Promise<PDFDocumentProxy> {
  const known = open.get(documentId);
  open.delete(documentId);
  const task = known ?? load(documentId);
  open.set(documentId, task);
  const [oldest] = open.keys();
  if (open.size > KEPT && oldest !== undefined) {
    void open.get(oldest)?.destroy();
    open.delete(oldest);
  }
  return task.promise;
}

function load(documentId: string): PDFDocumentLoadingTask {
  const task = getDocument({
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
  task.promise.catch(() => open.delete(documentId));
  return task;
}
