import { askForBytes } from '../ask.ts';
import { openPdf } from './pdf.ts';

/** A page to be drawn: `rotation` as the reader turned it, `scale` in pixels a point. */
export interface PictureOf {
  readonly documentId: string;
  readonly source: 'pdf' | 'image';
  readonly page: number;
  readonly rotation: number;
  readonly scale: number;
}

/** Pictures kept at hand. */
const KEPT = 8;
/** More than this no screen shows at once. */
const MOST_PIXELS = 24_000_000;

const pictures = new Map<string, Promise<HTMLCanvasElement | ImageBitmap>>();

const keyOf = ({ documentId, source, page, rotation, scale }: PictureOf): string =>
  source === 'image' ? `${documentId}/${page}` : `${documentId}/${page}/${rotation}/${scale.toFixed(3)}`;

/** The picture of a page, from those at hand where it is among them. */
export function pictureOf(wanted: PictureOf): Promise<HTMLCanvasElement | ImageBitmap> {
  const key = keyOf(wanted);
  const known = pictures.get(key);
  pictures.delete(key);
  const picture = known ?? (wanted.source === 'image' ? fetchImage(wanted) : drawPdf(wanted));
  pictures.set(key, picture);
  picture.catch(() => pictures.delete(key));
  const oldest = pictures.keys().next().value;
  if (pictures.size > KEPT && oldest !== undefined) pictures.delete(oldest);
  return picture;
}

export function forgetPictures(): void {
  pictures.clear();
}

async function fetchImage({ documentId, page }: PictureOf): Promise<ImageBitmap> {
  const bytes = await askForBytes(`documents/${encodeURIComponent(documentId)}/pages/${page}/image`);
  return createImageBitmap(bytes);
}

async function drawPdf({ documentId, page: number, rotation, scale }: PictureOf): Promise<HTMLCanvasElement> {
  const pdf = await openPdf(documentId);
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1, rotation });
  const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(scale, most), rotation });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport, annotationMode: 0 }).promise;
  page.cleanup();
  return canvas;
}
