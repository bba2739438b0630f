import type { Piece } from './piece.ts';

/**
 * Pieces whose heights overlap, one after the other: a line, or the lines of a row whose cells are centred on each other.
 * Above and below it the page is white from side to side.
 */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly pieces: readonly Piece[];
}

/** Heights that overlap by less than this only touch. */
const TOUCH_POINTS = 0.2;

/** Bands from top to bottom. */
export function bandsOf(pieces: readonly Piece[]): Band[] {
  const bands: { top: number; bottom: number; pieces: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.box[1] - b.box[1])) {
    const [, top, , bottom] = piece.box;
    const band = bands.at(-1);
    if (band !== undefined && top < band.bottom - TOUCH_POINTS) {
      band.bottom = Math.max(band.bottom, bottom);
      band.pieces.push(piece);
    } else bands.push({ top, bottom, pieces: [piece] });
  }
  return bands;
}
