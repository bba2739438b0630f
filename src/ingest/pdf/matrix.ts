import type { Box } from '../../model/index.ts';

/** [a, b, c, d, e, f] of PDF 32000-1, 8.3.3: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const xOf = (matrix: Matrix, x: number, y: number): number =>
  matrix[0] * x + matrix[2] * y + matrix[4];
export const yOf = (matrix: Matrix, x: number, y: number): number =>
  matrix[1] * x + matrix[3] * y + matrix[5];

/** The upright box around a box once it is moved by a matrix. */
export function boxThrough(matrix: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [xOf(matrix, x0, y0), xOf(matrix, x1, y0), xOf(matrix, x0, y1), xOf(matrix, x1, y1)];
  const ys = [yOf(matrix, x0, y0), yOf(matrix, x1, y0), yOf(matrix, x0, y1), yOf(matrix, x1, y1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const intersection = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];
