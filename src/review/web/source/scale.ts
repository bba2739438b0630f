import type { Size } from './turn.ts';

/** `readable`: as wide as the pane, but never so small that print cannot be read. */
export type Zoom =
  | { readonly kind: 'readable' }
  | { readonly kind: 'width' }
  | { readonly kind: 'times'; readonly scale: number };

/** At this many CSS pixels a point, 8-point print is as large as the words of the page. */
const READABLE = 1.35;
const LEAST = 0.2;
const MOST = 8;
const STEP = 1.25;
/** Room the page leaves beside it. */
const MARGIN = 24;

/** How the pane was when it was last drawn: pages fetched ahead are drawn for it. */
let last: { readonly width: number; readonly zoom: Zoom } | null = null;

/** CSS pixels a point. */
export function scaleOf(page: Size, paneWidth: number, zoom: Zoom): number {
  last = { width: paneWidth, zoom };
  const fitting = Math.max(LEAST, (paneWidth - MARGIN) / page.width);
  switch (zoom.kind) {
    case 'readable':
      return Math.max(fitting, READABLE * (rem() / 16));
    case 'width':
      return fitting;
    case 'times':
      return zoom.scale;
  }
}

/** As a page will be drawn when its turn comes; null before any was. */
export const scaleAhead = (page: Size): number | null => last && scaleOf(page, last.width, last.zoom);

export const zoomed = (scale: number, way: 1 | -1): Zoom => ({
  kind: 'times',
  scale: Math.min(MOST, Math.max(LEAST, way === 1 ? scale * STEP : scale / STEP)),
});

/** Device pixels a point. */
export const pixelsFor = (scale: number): number => scale * devicePixelRatio;

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
