import { type DrawnPage, type GlyphRun, pointAsDisplayed } from '../../model/index.ts';
import { codesOf } from './unseen-font.ts';

/** Text rendering mode 3: neither filled nor stroked (PDF 32000-1, 9.3.6). */
const UNSEEN = 3;
/** The baseline stands this far above the foot of a line, as a share of its height. */
const DESCENT = 0.12;
/** Ink that nothing was read of. */
const UNREAD = /^〓+$/u;

type Point = readonly [x: number, y: number];

/** From points of the page as displayed, from its top left, to the page's own coordinates. */
export type ToPage = (point: Point) => Point;

/** What was read on a page. */
export const readRuns = ({ runs }: DrawnPage): GlyphRun[] =>
  runs.filter(({ text, isVertical }) => !isVertical && !UNREAD.test(text));

/** Words of a line nearer than this share of its height are written as one, so that no viewer puts a space between. */
const NEAR = 1;

/** What was read, in stretches of a line. */
function stretchesOf(page: DrawnPage): Pick<GlyphRun, 'text' | 'box'>[] {
  const stretches: Pick<GlyphRun, 'text' | 'box'>[] = [];
  for (const { text, box } of readRuns(page)) {
    const last = stretches.at(-1);
    const goesOn =
      last !== undefined &&
      last.box[1] === box[1] &&
      last.box[3] === box[3] &&
      box[0] >= last.box[0] &&
      box[0] - last.box[2] < NEAR * (box[3] - box[1]);
    if (goesOn)
      stretches[stretches.length - 1] = {
        text: last.text + text,
        box: [last.box[0], box[1], Math.max(last.box[2], box[2]), box[3]],
      };
    else stretches.push({ text, box });
  }
  return stretches;
}

/** Operators that write what was read on a page at the places where it was read, unseen, as wide as its ink. */
export function textLayer(page: DrawnPage, font: string, toPage: ToPage): string {
  const place = ([x, y]: Point): Point => toPage(pointAsDisplayed([x, y], page));
  const words = stretchesOf(page).map(({ text, box: [x0, y0, x1, y1] }) => {
    const size = y1 - y0;
    const baseline = y1 - DESCENT * size;
    const [fromX, fromY] = place([x0, baseline]);
    const [toX, toY] = place([x1, baseline]);
    const length = Math.hypot(toX - fromX, toY - fromY);
    const [along, up] = [(toX - fromX) / length, (toY - fromY) / length];
    const matrix = [size * along, size * up, -size * up, size * along, fromX, fromY];
    const width = (100 * length) / (size * Array.from(text).length);
    return `${told(width)} Tz ${matrix.map(told).join(' ')} Tm ${codesOf(text)} Tj`;
  });
  return ['q', 'BT', `/${font} 1 Tf ${UNSEEN} Tr`, ...words, 'ET', 'Q'].join('\n');
}

const told = (number: number): string => (Math.round(number * 1000) / 1000 + 0).toString();
