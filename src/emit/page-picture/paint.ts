import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Mark } from './mark.ts';

/** The fonts of the machine: Skia takes the first that has a character. */
const FONT = 'sans-serif';

/**
 * A page's picture with marks over it and below it, as PNG.
 *
 * @param scale pixels a point
 * @param height of the whole picture in points, the strip below the page included
 */
export async function paintOver(
  page: Canvas,
  marks: readonly Mark[],
  scale: number,
  height: number,
): Promise<Uint8Array> {
  const canvas = createCanvas(page.width, Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  context.drawImage(page, 0, 0);
  context.scale(scale, scale);
  for (const mark of marks) paint(mark, context);
  return canvas.encode('png');
}

function paint(mark: Mark, context: SKRSContext2D): void {
  switch (mark.kind) {
    case 'rectangle': {
      const [x0, y0, x1, y1] = mark.box;
      if (mark.fill !== null) {
        context.fillStyle = mark.fill;
        context.fillRect(x0, y0, x1 - x0, y1 - y0);
      }
      if (mark.stroke !== null) {
        context.strokeStyle = mark.stroke;
        context.lineWidth = mark.pen;
        context.strokeRect(x0, y0, x1 - x0, y1 - y0);
      }
      return;
    }
    case 'line':
      context.strokeStyle = mark.stroke;
      context.lineWidth = mark.pen;
      context.beginPath();
      context.moveTo(...mark.from);
      context.lineTo(...mark.to);
      context.stroke();
      return;
    case 'text': {
      const { text, size, color, ground } = mark;
      const [x, y] = mark.at;
      context.font = `${size}px ${FONT}`;
      context.textBaseline = 'top';
      const width = context.measureText(text).width;
      const left = mark.anchor === 'left' ? x : x - width;
      if (ground !== null) {
        context.fillStyle = ground;
        context.fillRect(left, y, width, size);
      }
      context.fillStyle = color;
      context.fillText(text, left, y);
    }
  }
}

/** Whether the fonts of the machine have Japanese: without, all its characters are drawn as the same box, or as nothing. */
export function hasJapaneseType(): boolean {
  const size = 16;
  const [one, other] = ['指', '標'].map((character) => {
    const context = createCanvas(size, size).getContext('2d');
    context.font = `${size}px ${FONT}`;
    context.textBaseline = 'top';
    context.fillText(character, 0, 0);
    return Buffer.from(context.getImageData(0, 0, size, size).data).toString('base64');
  });
  return one !== other;
}
