/** Pixels a point a picture of a page has where nobody says another: 144 dpi. */
export const DEFAULT_SCALE = 2;
