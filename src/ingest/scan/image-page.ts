import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Grey } from './bitmap.ts';
import { scaleFor } from './scale.ts';

/** Larger pictures take gigabytes to decode. */
export const MOST_PIXELS = 140_000_000;
/** Scanners and fax machines work within these resolutions; others in a file mean nothing. */
const [LEAST_DPI, MOST_DPI] = [90, 2400];
/** Without a resolution a page is taken for A4: its longer side in points. */
const A4_POINTS = 842;
const POINTS_AN_INCH = 72;

/** A page of a picture file: its size in points, and the picture itself. */
export interface ImagePage {
  readonly width: number;
  readonly height: number;
  /** upright by what the file says, without transparency, with so many pixels a point */
  readonly at: (scale: number) => Sharp;
}

/** Opens a page of a picture file, from 1. Throws what sharp throws. */
export async function imagePage(bytes: Uint8Array, number: number): Promise<ImagePage> {
  const page = { page: number - 1, limitInputPixels: MOST_PIXELS };
  const metadata = await sharp(bytes, page).metadata();
  const pixels = pixelsAPoint(metadata);
  const { width, height } = metadata.autoOrient;
  const at = (scale: number): Sharp => {
    const [across, down] = [width, height].map((side) => Math.max(1, Math.round((side * scale) / pixels)));
    return sharp(bytes, page)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(across, down, { fit: 'fill' });
  };
  return { width: width / pixels, height: height / pixels, at };
}

/** A page in shades of grey, at the reader's resolution, in pixels a point. */
export async function greyPage(bytes: Uint8Array, number: number): Promise<{ grey: Grey; scale: number }> {
  const { width, height, at } = await imagePage(bytes, number);
  const scale = scaleFor(width, height);
  const { data, info } = await at(scale)
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
