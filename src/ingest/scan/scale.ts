/** Readers of print are made for this resolution. */
const DPI = 300;
const POINTS_AN_INCH = 72;
/** A page is never looked at with more pixels: an A2 sheet at 300 dpi. */
export const MOST_PAGE_PIXELS = 40_000_000;

/** How many pixels a point a page of some points is looked at with. */
export function scaleFor(width: number, height: number): number {
  return Math.min(DPI / POINTS_AN_INCH, Math.sqrt(MOST_PAGE_PIXELS / (width * height)));
}
