import type { Box, DrawnPage, GlyphRun } from '../../model/index.ts';
import { joinLine, linesOf } from './compose.ts';
import { cutAtGaps } from './cut-run.ts';
import type { DraftBlock, DraftDoubt, DraftLine, Taken } from './draft.ts';
import { withMarksLowered } from './raised-marks.ts';
import { inReadingOrder } from './reading-order.ts';
import { withoutRuby } from './ruby.ts';
import { ruledTables } from './ruled-tables.ts';
import { alignUnderneath } from './same-columns.ts';
import { markHeaders } from './shading.ts';
import { partSideBySide } from './side-by-side.ts';
import { markStruck } from './strikes.ts';
import { unruledTables } from './unruled/index.ts';
import type { Spans } from './unruled/spans.ts';

export interface PageLayout {
  readonly blocks: readonly DraftBlock[];
  readonly doubts: readonly DraftDoubt[];
}

/**
 * The blocks of one page in reading order: tables by their ruling lines or the white between texts, the rest as lines.
 *
 * @param before the columns of a table without rules at the end of the page before
 */
export function layOutPage(drawn: DrawnPage, before: Spans | null): PageLayout {
  const { page, ruby } = withoutRuby(withMarksLowered(drawn));
  const { tables, rest, doubts }: Taken = unruledTables(page, ruledTables(page), before);
  const lines = rest.length === 0 ? [] : textLines(rest, page.number);
  // columns that no line parts have been told apart already
  const parted = tables.flatMap((table) =>
    table.taken === undefined ? partSideBySide(table, lines) : [table],
  );
  const shaded = parted.map((table) => markStruck(markHeaders(table, page.shades), page.strikes));
  return { blocks: [...alignUnderneath(inReadingOrder(shaded, lines)), ...ruby], doubts };
}

/** Stretches of one line further apart than this many sizes are lines of their own: 【一般会計】 … （単位 千円）. */
const PARTED_SIZES = 3.5;

/** Runs outside tables as lines. */
function textLines(runs: readonly GlyphRun[], page: number): DraftLine[] {
  return linesOf(runs).flatMap((row) => {
    const pieces = row.flatMap((run) => cutAtGaps(run, PARTED_SIZES * run.size));
    const stretches: GlyphRun[][] = [];
    for (const piece of pieces) {
      const stretch = stretches.at(-1);
      const end = stretch?.at(-1)?.box[2];
      const isFar = end !== undefined && piece.box[0] - end > PARTED_SIZES * piece.size;
      const isSpread = isFar && piece.text.length === 1 && stretch?.at(-1)?.text.length === 1;
      if (stretch === undefined || (isFar && !isSpread)) stretches.push([piece]);
      else stretch.push(piece);
    }
    return stretches.map(
      (stretch): DraftLine => ({
        kind: 'line',
        page,
        box: boxAround(stretch.map(({ box }) => box)),
        text: joinLine(stretch),
        size: Math.max(...stretch.map(({ size }) => size)),
      }),
    );
  });
}

export function boxAround(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
