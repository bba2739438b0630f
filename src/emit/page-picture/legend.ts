import type { Box } from '../../model/index.ts';
import { filled, framed, type Mark } from './mark.ts';
import { COLORS } from './marks.ts';
import type { PageSeen } from './page-seen.ts';
import { LEGEND_WORDS, type Lettering, wordInBoth } from './words.ts';

/** A legend stands below its page: its marks, and the height of the strip they need. */
export interface Legend {
  readonly height: number;
  readonly marks: readonly Mark[];
}

const TYPE_POINTS = 7;
const LINE_POINTS = 13;
const MARGIN_POINTS = 8;
const SWATCH_POINTS = { width: 14, height: 8 } as const;
/** Between an item's sample and its word, and between two items. */
const GAP_POINTS = 4;
const ITEM_GAP_POINTS = 12;
/** Widths of characters as shares of the type's height, wide enough for any font. */
const WIDE_CHARACTER = 1;
const NARROW_CHARACTER = 0.6;

/** What is what on the picture, and how much of it there is. */
export function legendOf(seen: PageSeen, lettering: Lettering): Legend {
  const { width, height } = seen;
  const marks: Mark[] = [];
  let x = MARGIN_POINTS;
  let y = height + MARGIN_POINTS;
  const put = (text: string): void => {
    marks.push({
      kind: 'text',
      text,
      at: [x, y],
      anchor: 'left',
      size: TYPE_POINTS,
      color: '#000000',
      ground: null,
    });
    x += widthOf(text);
  };
  put(headLine(seen));
  x = MARGIN_POINTS;
  y += LINE_POINTS;
  for (const item of Object.keys(LEGEND_WORDS) as (keyof typeof LEGEND_WORDS)[]) {
    const count = countOf(item, seen);
    const text = `${wordInBoth(LEGEND_WORDS[item], lettering)}: ${count.toLocaleString('en-US')}`;
    const needed = SWATCH_POINTS.width + GAP_POINTS + widthOf(text);
    if (x > MARGIN_POINTS && x + needed > width - MARGIN_POINTS) {
      x = MARGIN_POINTS;
      y += LINE_POINTS;
    }
    marks.push(sampleOf(item, [x, y, x + SWATCH_POINTS.width, y + SWATCH_POINTS.height]));
    x += SWATCH_POINTS.width + GAP_POINTS;
    put(text);
    x += ITEM_GAP_POINTS;
  }
  const below = y + LINE_POINTS + MARGIN_POINTS - height;
  const paper = filled([0, height, width, height + below], '#ffffff');
  const edge: Mark = { kind: 'line', from: [0, height], to: [width, height], stroke: '#000000', pen: 0.5 };
  return { height: below, marks: [paper, edge, ...marks] };
}

const headLine = ({ path, number, pages, width }: PageSeen): string => {
  const page = `${number}/${pages}`;
  const most = Math.floor((width - 2 * MARGIN_POINTS) / TYPE_POINTS) - page.length;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `${name.length > most ? `${name.slice(0, Math.max(0, most - 1))}…` : name}  ${page}`;
};

const widthOf = (text: string): number =>
  TYPE_POINTS *
  Array.from(text).reduce((sum, c) => sum + (c < '\u2000' ? NARROW_CHARACTER : WIDE_CHARACTER), 0);

function countOf(item: keyof typeof LEGEND_WORDS, seen: PageSeen): number {
  switch (item) {
    case 'rules':
      return seen.rules.length;
    case 'header':
    case 'data':
      return seen.cells.filter(({ role }) => role === item).length;
    case 'span':
      return seen.cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1).length;
    case 'heading':
      return seen.headings.length;
    case 'value':
      return seen.values.length;
    case 'doubt':
      return seen.doubts.length;
  }
}

function sampleOf(item: keyof typeof LEGEND_WORDS, box: Box): Mark {
  const [x0, y0, x1, y1] = box;
  const middle = (y0 + y1) / 2;
  switch (item) {
    case 'rules':
      return { kind: 'line', from: [x0, middle], to: [x1, middle], stroke: COLORS.rule, pen: 1.2 };
    case 'header':
    case 'data':
      return filled(box, COLORS[item]);
    case 'span':
      return {
        kind: 'text',
        text: '2×3',
        at: [x0, y0],
        anchor: 'left',
        size: TYPE_POINTS,
        color: COLORS.span,
        ground: null,
      };
    case 'heading':
    case 'value':
      return framed(box, COLORS[item], 0.7);
    case 'doubt':
      return framed(box, COLORS.doubt, 1.2);
  }
}
