import type { Box } from '../../model/index.ts';

/** One stroke of the pen over a page, in PDF points from its top left corner; colours are those of CSS. */
export type Mark =
  | {
      readonly kind: 'rectangle';
      readonly box: Box;
      readonly fill: string | null;
      readonly stroke: string | null;
      /** width of the stroke */
      readonly pen: number;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly stroke: string;
      readonly pen: number;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** the top corner the text begins or ends at */
      readonly at: readonly [x: number, y: number];
      readonly anchor: 'left' | 'right';
      readonly size: number;
      readonly color: string;
      /** what is painted under the text */
      readonly ground: string | null;
    };

export const filled = (box: Box, fill: string): Mark => ({
  kind: 'rectangle',
  box,
  fill,
  stroke: null,
  pen: 0,
});

export const framed = (box: Box, stroke: string, pen: number): Mark => ({
  kind: 'rectangle',
  box,
  fill: null,
  stroke,
  pen,
});
