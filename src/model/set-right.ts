import { z } from 'zod';
import type { Box } from './place.ts';

/** How a page was turned so that its text runs from left to right: a scan laid on the glass sideways or askew. */
export const SetRight = z.strictObject({
  quarterTurns: z.int().min(0).max(3).describe('clockwise, from the page as displayed'),
  degrees: z.number().describe('then its lines fell by this much towards the right, and were turned back'),
});
export type SetRight = z.infer<typeof SetRight>;

/** A page as read: its size, and how it was turned where it was. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly setRight?: SetRight | undefined;
}

type Point = readonly [x: number, y: number];

/** Where a point of the page as read stands on the page as displayed. */
export function pointAsDisplayed([x, y]: Point, { width, height, setRight }: ReadPage): Point {
  if (setRight === undefined) return [x, y];
  const [turnedX, turnedY] = rotated([x, y], [width / 2, height / 2], setRight.degrees);
  switch (setRight.quarterTurns) {
    case 1:
      return [turnedY, width - turnedX];
    case 2:
      return [width - turnedX, height - turnedY];
    case 3:
      return [height - turnedY, turnedX];
    default:
      return [turnedX, turnedY];
  }
}

/** Where a box of the page as read stands on the page as displayed: about the same middle, of the same size. */
export const boxAsDisplayed = (box: Box, page: ReadPage): Box =>
  moved(box, page, (middle) => pointAsDisplayed(middle, page));

/** Where a box of the page as displayed stands on the page as read. */
export const boxAsRead = (box: Box, page: ReadPage): Box =>
  moved(box, page, (middle) => pointAsRead(middle, page));

function pointAsRead([x, y]: Point, { width, height, setRight }: ReadPage): Point {
  if (setRight === undefined) return [x, y];
  const middle: Point = [width / 2, height / 2];
  switch (setRight.quarterTurns) {
    case 1:
      return rotated([width - y, x], middle, -setRight.degrees);
    case 2:
      return rotated([width - x, height - y], middle, -setRight.degrees);
    case 3:
      return rotated([y, height - x], middle, -setRight.degrees);
    default:
      return rotated([x, y], middle, -setRight.degrees);
  }
}

function moved(box: Box, { setRight }: ReadPage, move: (middle: Point) => Point): Box {
  if (setRight === undefined) return box;
  const [x0, y0, x1, y1] = box;
  const isSideways = setRight.quarterTurns % 2 === 1;
  const [across, down] = isSideways ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0];
  const [x, y] = move([(x0 + x1) / 2, (y0 + y1) / 2]);
  return [x - across / 2, y - down / 2, x + across / 2, y + down / 2].map(hundredths) as Box;
}

/** Places finer than this are below the ink's own edge. */
const hundredths = (place: number): number => Math.round(place * 100) / 100;

function rotated([x, y]: Point, [middleX, middleY]: Point, degrees: number): Point {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [
    cosine * (x - middleX) - sine * (y - middleY) + middleX,
    sine * (x - middleX) + cosine * (y - middleY) + middleY,
  ];
}
