import type { Box } from '../../../model/index.ts';
import type { Band } from './band.ts';
import { isFigure } from './words.ts';

/** Rows of a table leave less free between them, in sizes of the type. */
const APART_SIZES = 5;
/** A line of texts this much larger than the cells is a heading. */
const LARGER = 1.2;
const NOTE = /^(?:※|[（(]?注[\d０-９]?[)）:：]?)/u;

/**
 * Tells where one table cannot go on with the next band: at a wide white band, at a ruled table, at a heading or a note, and
 * where header cells begin anew.
 */
export function breaksBetween(
  bands: readonly Band[],
  obstacles: readonly Box[],
  size: number,
): (band: number) => boolean {
  const isAlone = bands.map((band) => isHeadingOrNote(band, size));
  const isHead = bands.map(isHeaderBand);
  return (at) => {
    const [above, band] = [bands[at - 1], bands[at]];
    if (above === undefined || band === undefined) return true;
    return (
      band.top - above.bottom > APART_SIZES * size ||
      isAlone[at]! ||
      isAlone[at - 1]! ||
      (isHead[at]! && !isHead[at - 1]!) ||
      obstacles.some(([, top, , bottom]) => top < band.bottom && above.top < bottom)
    );
  };
}

function isHeadingOrNote({ pieces }: Band, size: number): boolean {
  const isNote = pieces.length === 1 && NOTE.test(pieces[0]!.text);
  return isNote || pieces.every((piece) => piece.size > LARGER * size);
}

/** Whether labels on grounds of their own fill a band. */
function isHeaderBand({ pieces }: Band): boolean {
  const grounded = pieces.filter(({ ground }) => ground !== null);
  const colors = new Set(grounded.map(({ ground }) => ground?.color));
  return (
    grounded.length > 1 &&
    colors.size === 1 &&
    grounded.length === pieces.length &&
    !pieces.some(({ text }) => isFigure(text))
  );
}
