import { type Box, boxAsDisplayed, boxAsRead, type DrawnPage, type GlyphRun } from '../../model/index.ts';
import { looksLikeFigure } from './reading.ts';

/** Words of a line nearer than this share of its height are one figure. */
const NEAR = 0.8;
/** Hidden characters stand about where their ink is, so much beyond it as a share of its height. */
const ABOUT = 0.35;

/** A figure that a picture and the hidden text under it tell differently. */
export interface Disagreement {
  /** on the page as read from its picture */
  readonly box: Box;
  readonly read: string;
  readonly hidden: string;
}

export interface Comparison {
  readonly compared: number;
  readonly differing: readonly Disagreement[];
}

/**
 * Compares the figures read from a picture with the hidden text in their places. Commas are not compared: text layers lose
 * them.
 *
 * @param drawn the page as its hidden text stands on it
 */
export function compareWithHidden(
  read: DrawnPage,
  drawn: Pick<DrawnPage, 'width' | 'height' | 'setRight'>,
  hidden: readonly GlyphRun[],
): Comparison {
  let compared = 0;
  const differing: Disagreement[] = [];
  for (const { text, box } of figuresOf(read)) {
    const there = textIn(boxAsRead(boxAsDisplayed(box, read), drawn), hidden);
    const figure = digitsOf(there);
    if (figure === '') continue;
    compared += 1;
    if (figure !== digitsOf(text)) differing.push({ box, read: text, hidden: there });
  }
  return { compared, differing };
}

interface Figure {
  readonly text: string;
  readonly box: Box;
}

function figuresOf({ runs }: DrawnPage): Figure[] {
  const stretches: Figure[] = [];
  for (const { text, box } of runs) {
    const last = stretches.at(-1);
    const gap = last === undefined ? 0 : box[0] - last.box[2];
    const goesOn =
      last !== undefined &&
      last.box[1] === box[1] &&
      last.box[3] === box[3] &&
      gap >= -1 &&
      gap < NEAR * (box[3] - box[1]);
    if (goesOn)
      stretches[stretches.length - 1] = {
        text: last.text + text,
        box: [last.box[0], box[1], box[2], box[3]],
      };
    else stretches.push({ text, box });
  }
  return stretches.filter(({ text }) => looksLikeFigure(text.normalize('NFKC')));
}

/** The hidden characters whose middles stand in a box, from left to right. */
function textIn([x0, y0, x1, y1]: Box, hidden: readonly GlyphRun[]): string {
  const about = ABOUT * (y1 - y0);
  const found: { at: number; character: string }[] = [];
  for (const { text, box, edges, isVertical } of hidden) {
    const middle = (box[1] + box[3]) / 2;
    if (isVertical || middle < y0 - about || middle > y1 + about) continue;
    for (const [at, character] of Array.from(text).entries()) {
      const x = (edges[at]! + edges[at + 1]!) / 2;
      if (x0 - about <= x && x <= x1 + about) found.push({ at: x, character });
    }
  }
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ character }) => character)
    .join('')
    .trim();
}

const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^0-9.]/gu, '')
    .replace(/\.$/u, '');
