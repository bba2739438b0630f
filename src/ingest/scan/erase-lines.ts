import type { Grey, Ink } from './bitmap.ts';
import type { InkLine, InkRuling } from './ruling-lines.ts';

/** The grey edge of a line reaches this far beyond its ink, in points. */
const EDGE_POINTS = 0.35;

/** A line that is erased: how far it reaches across, and how its pixels are found. */
type Place = (along: number, across: number) => number;

/** Paints ruling lines over with the paper beside them, in the picture and in its ink; both are changed. */
export function eraseLines(grey: Grey, ink: Ink, { horizontal, vertical }: InkRuling, scale: number): void {
  const { width, height } = grey;
  const edge = Math.max(1, Math.round(EDGE_POINTS * scale));
  for (const line of horizontal)
    eraseLine(grey, ink, line, edge, height, (along, across) => across * width + along);
  for (const line of vertical)
    eraseLine(grey, ink, line, edge, width, (along, across) => along * width + across);
}

function eraseLine(
  grey: Grey,
  ink: Ink,
  { from, to, first, last }: InkLine,
  edge: number,
  extent: number,
  at: Place,
): void {
  const begin = Math.max(0, first - edge);
  const end = Math.min(extent - 1, last + edge);
  const before = Math.max(0, begin - 2);
  const after = Math.min(extent - 1, end + 2);
  for (let along = from; along < to; along += 1) {
    const paper = Math.max(grey.data[at(along, before)]!, grey.data[at(along, after)]!);
    for (let across = begin; across <= end; across += 1) {
      grey.data[at(along, across)] = paper;
      ink.data[at(along, across)] = 0;
    }
  }
}
