import type { Box } from '../../../model/index.ts';

/** A quarter turn to the right, as many times as it says. */
export type Turn = 0 | 90 | 180 | 270;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const turnedSize = ({ width, height }: Size, turn: Turn): Size =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width };

/** Where a box of a page stands once the page is turned to the right. */
export function turnedBox([x0, y0, x1, y1]: Box, { width, height }: Size, turn: Turn): Box {
  switch (turn) {
    case 0:
      return [x0, y0, x1, y1];
    case 90:
      return [height - y1, x0, height - y0, x1];
    case 180:
      return [width - x1, height - y1, width - x0, height - y0];
    case 270:
      return [y0, width - x1, y1, width - x0];
  }
}

export const nextTurn = (turn: Turn): Turn => ((turn + 90) % 360) as Turn;
