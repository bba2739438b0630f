import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { DrawnPage } from '../../model/index.ts';
import { MOST_PIXELS, type RenderedPage } from '../pdf/render-page.ts';
import { imagePage } from './image-page.ts';

/** Draws a page of a picture file with `scale` pixels a point. Throws what sharp throws where it cannot be decoded. */
export async function showImagePage(bytes: Uint8Array, number: number, scale: number): Promise<RenderedPage> {
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (number < 1 || number > pages) return { kind: 'noSuchPage', pages };
  const page = await imagePage(bytes, number);
  const [width, height] = [Math.ceil(page.width * scale), Math.ceil(page.height * scale)];
  if (Math.max(width, height) > MOST_PIXELS) return { kind: 'tooLarge', width, height };
  const image = await loadImage(await page.at(scale).png({ compressionLevel: 1 }).toBuffer());
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  const { width: wide, height: high } = page;
  return { kind: 'rendered', canvas, width: wide, height: high, rotation: 0, quarterTurns: 0, pages };
}

/**
 * The picture of a page, turned and straightened as the page was read.
 *
 * @param turned quarter turns clockwise by which the picture has been turned already
 */
export function setRightPicture(picture: Canvas, turned: number, page: DrawnPage, scale: number): Canvas {
  const { quarterTurns = 0, degrees = 0 } = page.setRight ?? {};
  if (quarterTurns === turned && degrees === 0) return picture;
  const [width, height] = [Math.ceil(page.width * scale), Math.ceil(page.height * scale)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((-degrees * Math.PI) / 180);
  context.rotate(((quarterTurns - turned) * Math.PI) / 2);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  return canvas;
}
