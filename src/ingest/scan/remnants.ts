import { cutOut, type Ink, type PixelBox } from './bitmap.ts';
import { eachBlot } from './specks.ts';

/** What is left of a ruling line at a cell's side is thinner than this, in points: strokes that stand apart are longer or far. */
const THIN_POINTS = 1.3;
/** It lies within this of the side, in points. */
const NEAR_POINTS = 0.8;

/** Takes the remnants of ruling lines from the sides of a cell: they are read as ー and 一. The ink is changed. */
export function eraseRemnants(ink: Ink, inside: PixelBox, scale: number): void {
  const [width, height] = [inside.right - inside.left, inside.bottom - inside.top];
  if (width <= 0 || height <= 0) return;
  const [thin, near] = [THIN_POINTS * scale, NEAR_POINTS * scale];
  eachBlot(cutOut(ink, inside), ({ box: { left, top, right, bottom }, pixels }) => {
    const isAlongRow = bottom - top <= thin && (top <= near || bottom >= height - near);
    const isAlongColumn = right - left <= thin && (left <= near || right >= width - near);
    if (!isAlongRow && !isAlongColumn) return;
    for (const at of pixels) {
      const x = at % width;
      ink.data[((at - x) / width + inside.top) * ink.width + x + inside.left] = 0;
    }
  });
}
