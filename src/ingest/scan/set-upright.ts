import type { SetRight } from '../../model/index.ts';
import type { Grey, Ink, PixelBox } from './bitmap.ts';
import { cropOf, PADDING_POINTS } from './crop.ts';
import { eraseLines } from './erase-lines.ts';
import { findRulingLines, type InkRuling } from './ruling-lines.ts';
import { skewOf, straightened } from './skew.ts';
import { eachBlot, withoutSpecks } from './specks.ts';
import { type ReadLine, textReader } from './text-reader.ts';
import { textLinesIn } from './text-regions.ts';
import { inkOf } from './threshold.ts';
import { turned } from './turned.ts';

/** Ink is told from the paper this far around it, in points. */
export const SURROUNDINGS_POINTS = 6;
const WHITE = 255;

/** A page that stands straight, its ruling lines found and taken out of it. */
export interface UprightPage {
  readonly grey: Grey;
  readonly ink: Ink;
  readonly ruling: InkRuling;
  readonly setRight: SetRight;
}

/** Some lines of a page are read to see whether it stands upright: so many, */
const SAMPLES = 8;
/** so high and so wide, in points: lines of type, of four characters and more. */
const [LEAST_HEIGHT, MOST_HEIGHT, LEAST_WIDTH, MOST_WIDTH] = [5, 30, 30, 160];
/** Read as surely as this, on average, a page stands upright: 79 to 91 are seen on clean scans, upside down some 20. */
const UPRIGHT_CERTAINTY = 60;
/** Turned otherwise it must be read surer by this to be turned. */
const SURER = 12;
/** And so many characters. */
const LEAST_CHARACTERS = 8;

/**
 * Sets a page upright: scans lie askew, sideways or upside down. Some of its lines are read as it came; only where they are
 * not read surely is it turned by quarter turns, and the turn that is read most surely is kept.
 *
 * @param scale pixels a point
 * @param likely how the page before was turned
 */
export async function setUpright(picture: Grey, scale: number, likely = 0): Promise<UprightPage> {
  let best: { readonly page: UprightPage; readonly certainty: number } | null = null;
  for (const turn of [likely, ...[0, 1, 2, 3].filter((other) => other !== likely)]) {
    const page = straightenedPage(turned(picture, turn), scale, turn);
    const samples = samplesOf(page.ink, scale);
    if (best === null && samples.length === 0 && !hasType(page.ink, scale)) return page;
    const certainty = await certaintyOf(samples, page, scale);
    if (certainty >= UPRIGHT_CERTAINTY) return page;
    if (
      best === null ||
      certainty > best.certainty + (best.page.setRight.quarterTurns === likely ? SURER : 0)
    )
      best = { page, certainty };
  }
  return best!.page;
}

function straightenedPage(picture: Grey, scale: number, quarterTurns: number): UprightPage {
  const surroundings = Math.round(SURROUNDINGS_POINTS * scale);
  const degrees = skewOf(inkOf(picture, surroundings));
  // lines are taken out of what comes back, and the picture is looked at again
  const straight = straightened(picture, degrees, WHITE);
  const grey = straight.data === picture.data ? { ...straight, data: straight.data.slice() } : straight;
  const ink = withoutSpecks(inkOf(grey, surroundings), scale);
  const ruling = findRulingLines(ink, scale);
  eraseLines(grey, ink, ruling, scale);
  return { grey, ink, ruling, setRight: { quarterTurns, degrees: Math.round(degrees * 100) / 100 } };
}

/** Lines of type from all over the page. */
function samplesOf(ink: Ink, scale: number): PixelBox[] {
  const lines = textLinesIn(ink, { left: 0, top: 0, right: ink.width, bottom: ink.height }, scale).filter(
    ({ left, top, right, bottom }) => {
      const [width, height] = [(right - left) / scale, (bottom - top) / scale];
      return height >= LEAST_HEIGHT && height <= MOST_HEIGHT && width >= LEAST_WIDTH && width >= 2 * height;
    },
  );
  const every = Math.max(1, lines.length / SAMPLES);
  return Array.from({ length: Math.min(SAMPLES, lines.length) }, (_, at) => {
    const line = lines[Math.floor(at * every)]!;
    return { ...line, right: Math.min(line.right, line.left + Math.round(MOST_WIDTH * scale)) };
  });
}

/** How surely samples are read, as the mean over their characters; 0 where there are too few. */
async function certaintyOf(
  samples: readonly PixelBox[],
  { grey, ink }: UprightPage,
  scale: number,
): Promise<number> {
  const read = await Promise.all(
    samples.map((box) => textReader.read(cropOf(grey, ink, box, scale, PADDING_POINTS), 'line')),
  );
  const { characters, certainty } = certaintyOfLines(read.flat());
  return characters < LEAST_CHARACTERS ? 0 : certainty;
}

/** Over all characters. */
export function certaintyOfLines(lines: readonly ReadLine[]): { characters: number; certainty: number } {
  let [sum, characters] = [0, 0];
  for (const { words } of lines)
    for (const { symbols, certainty } of words) {
      sum += certainty * symbols.length;
      characters += symbols.length;
    }
  return { characters, certainty: characters === 0 ? 0 : sum / characters };
}

/** Whether ink in pieces as large as type stands on the page, so much that it may be text. */
function hasType(ink: Ink, scale: number): boolean {
  let pieces = 0;
  eachBlot(ink, ({ box: { left, top, right, bottom } }) => {
    const side = Math.max(right - left, bottom - top) / scale;
    if (side >= LEAST_HEIGHT && side <= MOST_HEIGHT) pieces += 1;
  });
  return pieces >= LEAST_CHARACTERS;
}
