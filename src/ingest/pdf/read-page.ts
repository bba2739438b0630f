import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, DrawnPage, GlyphRun, TaggedTable } from '../../model/index.ts';
import type { Font } from './drawing.ts';
import { followOperators, type OperatorList } from './follow-operators.ts';
import type { Matrix } from './matrix.ts';
import { taggedTables } from './tags.ts';

const QUARTER_TURN = 90;

/** A page, and what was drawn on it that is no character of its text. */
export interface PageAsDrawn {
  readonly page: DrawnPage;
  /** characters whose font does not say what they are */
  readonly unmapped: number;
  /** text drawn invisibly */
  readonly hidden: readonly GlyphRun[];
}

/** Reads one page as drawn, turned so that most of its text runs from left to right. Throws what pdf.js throws. */
export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  isTagged: boolean,
): Promise<PageAsDrawn> {
  const page = await document.getPage(number);
  const seen = await drawnUpright(page);
  const tables = isTagged ? await taggedTables(page).catch((): TaggedTable[] => []) : [];
  page.cleanup();
  const { drawing, width, height } = seen;
  const { runs, rules, shades, strikes, hidden, unmapped } = drawing;
  const leftOut = { invisible: drawing.invisible, clipped: drawing.clipped };
  const turns = (4 - seen.turns) % 4;
  const setRight = turns === 0 ? {} : { setRight: { quarterTurns: turns, degrees: 0 } };
  const rotation = (seen.rotation + seen.turns * QUARTER_TURN) % 360;
  const drawn = { runs, rules, shades, strikes, tables, leftOut };
  return {
    page: { number, source: 'pdf', width, height, rotation, ...setRight, ...drawn },
    unmapped,
    hidden,
  };
}

/** What is drawn on a page, turned so that most of its text runs from left to right. */
export async function drawnUpright(page: PDFPageProxy) {
  const operators = await page.getOperatorList();
  const fonts = new Map<string, Font | null>();
  const fontNamed = (name: string): Font | null => {
    if (!fonts.has(name)) fonts.set(name, page.commonObjs.has(name) ? page.commonObjs.get(name) : null);
    return fonts.get(name) ?? null;
  };
  const asSet = drawn(page, operators, fontNamed, page.rotate);
  const turns = mostlyTurned(asSet.drawing.directions);
  const upright = turns === 0 ? asSet : drawn(page, operators, fontNamed, page.rotate - turns * QUARTER_TURN);
  return { ...upright, turns };
}

function drawn(
  page: PDFPageProxy,
  operators: OperatorList,
  fontNamed: (name: string) => Font | null,
  turn: number,
) {
  const rotation = ((turn % 360) + 360) % 360;
  const { transform, width, height } = page.getViewport({ scale: 1, rotation });
  const box: Box = [0, 0, width, height];
  const view = transform as unknown as Matrix;
  return { drawing: followOperators(operators, view, box, fontNamed), width, height, rotation };
}

/** In which quarter turn most of the text runs, where it is not left to right. */
function mostlyTurned(directions: readonly number[]): number {
  const all = directions.reduce((sum, count) => sum + count, 0);
  const turned = directions.findIndex((count, turn) => turn > 0 && count * 2 > all);
  return Math.max(0, turned);
}
