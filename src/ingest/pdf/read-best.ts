import type { Doubt, DrawnPage, GlyphRun, PageReason } from '../../model/index.ts';
import { compareWithHidden } from '../scan/hidden-text.ts';
import { plausibility } from '../text/plausibility.ts';
import type { PageAsDrawn } from './read-page.ts';

/** A page that shows a picture and has no more characters than this holds its text in the picture: a page number, a stamp. */
const FEW_CHARACTERS = 12;
/** A page on which more of the characters than this are unknown is told, */
const MANY_UNMAPPED = 0.1;
/** and with more than this it is read from its picture. */
const MOST_UNMAPPED = 0.2;
/** Fewer characters do not tell mojibake. */
const TELLING_CHARACTERS = 30;
/** Japanese is worth 2, English and figures 1, text decoded the wrong way nothing. */
const LEAST_PLAUSIBLE = 0.5;
/** A picture that gives fewer than this share of the characters of the text shows less than it. */
const LEAST_SHARE = 0.5;
/** What hidden text is trusted where the picture under it cannot be read. */
const HIDDEN_CONFIDENCE = 0.7;
/** Hidden text that differs from the picture in more than this share of the figures is no reading of it. */
const GARBAGE = 0.3;
const TELLING_FIGURES = 5;

export interface BestReading {
  readonly page: DrawnPage;
  readonly doubts: readonly Doubt[];
}

/**
 * The better of a page's text and its picture: the picture where the page has next to no text, where its fonts do not say
 * which characters they draw, and where its characters make no Japanese. Text hidden over a picture is what an earlier
 * reading made of it; it is compared with the picture and never read in its place, save where that cannot be read.
 *
 * @param hasPicture whether a picture stands on the page
 */
export async function readBest(
  { page, unmapped, hidden }: PageAsDrawn,
  hasPicture: boolean,
  readPicture?: (page: number) => Promise<DrawnPage>,
): Promise<BestReading> {
  const known = lengthOf(page.runs);
  const doubts =
    unmapped > (known + unmapped) * MANY_UNMAPPED
      ? [doubtOf('unmappedFont', page.number, `${unmapped}`)]
      : [];
  const reason = reasonFor(page, known, unmapped, hidden, hasPicture);
  const asText: BestReading = { page: { ...page, reason: 'ownText' }, doubts };
  if (readPicture === undefined || reason === 'ownText') return asText;
  const isLast = reason === 'picture' || reason === 'hiddenText';
  const read = await readPicture(page.number).catch((error: unknown) => {
    if (lengthOf(hidden) > FEW_CHARACTERS) return null;
    if (isLast) throw error;
    return null;
  });
  if (read === null) return isLast ? { page: hiddenPage(page, hidden), doubts } : asText;
  if (!isLast && lengthOf(read.runs) < LEAST_SHARE * (known + unmapped)) return asText;
  if (reason === 'mojibake' && plausibilityOf(read.runs) < LEAST_PLAUSIBLE) return asText;
  const differing = disagreements(read, page, hidden);
  return { page: doubting({ ...read, reason }, differing), doubts: differing };
}

function reasonFor(
  { runs }: DrawnPage,
  known: number,
  unmapped: number,
  hidden: readonly GlyphRun[],
  hasPicture: boolean,
): PageReason {
  if (hasPicture && known + unmapped <= FEW_CHARACTERS)
    return lengthOf(hidden) > FEW_CHARACTERS ? 'hiddenText' : 'picture';
  if (unmapped > FEW_CHARACTERS && unmapped > (known + unmapped) * MOST_UNMAPPED) return 'unmappedFont';
  return known >= TELLING_CHARACTERS && plausibilityOf(runs) < LEAST_PLAUSIBLE ? 'mojibake' : 'ownText';
}

function disagreements(read: DrawnPage, drawn: DrawnPage, hidden: readonly GlyphRun[]): Doubt[] {
  const { compared, differing } = compareWithHidden(read, drawn, hidden);
  if (compared >= TELLING_FIGURES && differing.length > GARBAGE * compared)
    return [doubtOf('strayText', read.number, `${differing.length}/${compared}`)];
  return differing.map(({ box, read: seen, hidden: there }) => ({
    ...doubtOf('textDisagrees', read.number, `${seen} ⇔ ${there}`),
    box,
  }));
}

/** What two readings tell differently is trusted less than where values are marked as unsure. */
const DISAGREED_CONFIDENCE = 0.5;

function doubting(page: DrawnPage, differing: readonly Doubt[]): DrawnPage {
  const boxes = differing.flatMap(({ box }) => (box === null ? [] : [box]));
  if (boxes.length === 0) return page;
  const isDoubted = ({ box }: GlyphRun): boolean =>
    boxes.some(([x0, y0, x1, y1]) => box[0] >= x0 && box[2] <= x1 && box[1] === y0 && box[3] === y1);
  const runs = page.runs.map((run) =>
    isDoubted(run) ? { ...run, confidence: Math.min(run.confidence, DISAGREED_CONFIDENCE) } : run,
  );
  return { ...page, runs };
}

const hiddenPage = (page: DrawnPage, hidden: readonly GlyphRun[]): DrawnPage => ({
  ...page,
  source: 'ocr',
  reason: 'illegible',
  runs: hidden.map((run) => ({ ...run, confidence: HIDDEN_CONFIDENCE })),
});

const plausibilityOf = (runs: readonly GlyphRun[]): number =>
  plausibility(runs.map(({ text }) => text).join(''));

const lengthOf = (runs: readonly GlyphRun[]): number =>
  runs.reduce((sum, { edges }) => sum + edges.length - 1, 0);

export const doubtOf = (kind: Doubt['kind'], page: number, detail: string): Doubt => ({
  kind,
  page,
  detail,
  table: null,
  start: null,
  end: null,
  box: null,
});
