import type { Box, Rule } from '../../model/index.ts';
import type { Ink, PixelBox } from './bitmap.ts';
import type { InkRuling } from './ruling-lines.ts';
import { eachBlot } from './specks.ts';
import { textLinesIn } from './text-regions.ts';

/** A cell that ruling lines enclose: which table's, where in it, and its box in points. */
export interface RuledCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly box: Box;
}

/** Finds the cells that ruling lines enclose; laying out pages knows how, and is handed in. */
export type FindCells = (rules: readonly Rule[]) => readonly RuledCell[];

/** Ruling lines found in a picture, in points. */
export function rulesOf({ horizontal, vertical }: InkRuling, scale: number): Rule[] {
  const middle = (first: number, last: number): number => (first + last + 1) / 2 / scale;
  return [
    ...horizontal.map(({ from, to, first, last }): Rule => {
      const y = middle(first, last);
      return { x0: from / scale, y0: y, x1: to / scale, y1: y };
    }),
    ...vertical.map(({ from, to, first, last }): Rule => {
      const x = middle(first, last);
      return { x0: x, y0: from / scale, x1: x, y1: to / scale };
    }),
  ];
}

/** Lines that were erased leave this much at a cell's sides, in points. */
const INSET_POINTS = 1;

/** The inside of a cell in pixels. */
export function insideOf([x0, y0, x1, y1]: Box, { width, height }: Ink, scale: number): PixelBox {
  const clamp = (place: number, most: number): number => Math.min(most, Math.max(0, Math.round(place)));
  const left = clamp((x0 + INSET_POINTS) * scale, width);
  const top = clamp((y0 + INSET_POINTS) * scale, height);
  return {
    left,
    top,
    right: Math.max(left, clamp((x1 - INSET_POINTS) * scale, width)),
    bottom: Math.max(top, clamp((y1 - INSET_POINTS) * scale, height)),
  };
}

/** Ink that hangs together and is higher and wider than this is a picture, in points: the largest type is lower. */
const PICTURE_POINTS = 60;

/** The lines of text outside cells, pictures left out. */
export function linesOutside(ink: Ink, cells: readonly PixelBox[], scale: number): PixelBox[] {
  const rest: Ink = { ...ink, data: ink.data.slice() };
  for (const { left, top, right, bottom } of cells)
    for (let y = top; y < bottom; y += 1) rest.data.fill(0, y * ink.width + left, y * ink.width + right);
  const most = PICTURE_POINTS * scale;
  eachBlot(rest, ({ box, pixels }) => {
    if (box.right - box.left > most && box.bottom - box.top > most)
      for (const at of pixels) rest.data[at] = 0;
  });
  return textLinesIn(rest, { left: 0, top: 0, right: ink.width, bottom: ink.height }, scale);
}
