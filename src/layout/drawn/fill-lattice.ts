import type { Box, GlyphRun } from '../../model/index.ts';
import { compose } from './compose.ts';
import { cutRun } from './cut-run.ts';
import type { DraftCell, DraftDoubt, DraftTable } from './draft.ts';
import { intervalOf, type Lattice } from './lattice.ts';

/** A character that reaches over a rule by this share of its width stands across it. */
const ACROSS = 0.3;
/** Cells keep about this much free at each side. */
const PADDING_POINTS = 2;

/** Puts runs into the cells of a lattice, cut where a line parts them. */
export function fillLattice(
  lattice: Lattice,
  runs: readonly GlyphRun[],
  page: number,
): { table: DraftTable; doubts: DraftDoubt[] } {
  const doubts: DraftDoubt[] = [];
  const contents: GlyphRun[][] = lattice.cells.map(() => []);
  for (const run of runs) placeRun(run, lattice, contents, doubts, page);
  const cells = lattice.cells.flatMap(({ isOutside, ...cell }, index): DraftCell[] => {
    if (isOutside && contents[index]!.length === 0) return [];
    const width = cell.box[2] - cell.box[0] - 2 * PADDING_POINTS;
    return [{ ...cell, page, isHeader: false, ...compose(contents[index]!, width) }];
  });
  // an indented list leaves such areas too: of two texts in one, nobody can tell which belongs where
  for (const boxes of lattice.broken) {
    const filled = cells.filter(({ box, text }) => boxes.includes(box) && text !== '');
    if (filled.length > 1)
      doubts.push({
        kind: 'brokenCell',
        page,
        box: filled[0]!.box,
        detail: filled.map(({ text }) => text).join(' / '),
      });
  }
  const { box, xs, isOpenBelow, isOpenAbove } = lattice;
  const table: DraftTable = {
    kind: 'table',
    page,
    box,
    xs,
    rows: lattice.ys.length - 1,
    columns: xs.length - 1,
    cells,
    isOpenBelow,
    isOpenAbove,
  };
  return { table, doubts };
}

function placeRun(
  run: GlyphRun,
  lattice: Lattice,
  contents: GlyphRun[][],
  doubts: DraftDoubt[],
  page: number,
): void {
  const { xs, ys, over } = lattice;
  const columns = xs.length - 1;
  const [x0, y0, x1, y1] = run.box;
  const across = run.isVertical ? intervalOf(xs, (x0 + x1) / 2) : intervalOf(ys, (y0 + y1) / 2);
  const along = run.isVertical ? ys : xs;
  const cellAt = (point: number): number => {
    const interval = intervalOf(along, (run.edges[point]! + run.edges[point + 1]!) / 2);
    return over[run.isVertical ? interval * columns + across : across * columns + interval]!;
  };
  const last = run.edges.length - 2;
  const first = cellAt(0);
  if (cellAt(last) === first) {
    contents[first]!.push(run);
    return;
  }
  const pieces: { cell: number; from: number; to: number }[] = [];
  let isAcross = false;
  for (let point = 0; point <= last; point += 1) {
    const cell = cellAt(point);
    const before = pieces.at(-1);
    if (before?.cell === cell) {
      before.to = point + 1;
      continue;
    }
    if (
      before !== undefined &&
      standsAcross(run, point, cellEdge(lattice.cells[cell]!.box, run.isVertical))
    ) {
      doubts.push({ kind: 'crossedRule', page, box: run.box, detail: run.text });
      isAcross = true;
    }
    pieces.push({ cell, from: point, to: point + 1 });
  }
  if (isAcross && !BLANK.test(run.text)) {
    contents[cellOfWord(run, pieces, lattice)]!.push(run);
    return;
  }
  for (const { cell, from, to } of pieces) {
    const piece = cutRun(run, from, to);
    if (piece !== null) contents[cell]!.push(piece);
  }
}

const BLANK = /[\s\u00A0\u3000]/u;

/**
 * The cell of one word that is wider than it: where the word begins or ends at the cell's side, else where most of it stands.
 *
 *     │  38,000 │  10,800 │
 *     │     社会福祉基金繰入金     │      of the middle one
 */
function cellOfWord(
  { box, isVertical }: GlyphRun,
  pieces: readonly { readonly cell: number; readonly from: number; readonly to: number }[],
  { cells }: Lattice,
): number {
  const [begin, end] = isVertical ? [box[1], box[3]] : [box[0], box[2]];
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  const [left, right] = isVertical ? [1, 3] : [0, 2];
  if (begin - cells[first.cell]!.box[left]! < SIDE_POINTS) return first.cell;
  if (cells[last.cell]!.box[right]! - end < SIDE_POINTS) return last.cell;
  return pieces.reduce((most, piece) => (piece.to - piece.from > most.to - most.from ? piece : most)).cell;
}
/** A word this near to a cell's side was set there. */
const SIDE_POINTS = 6;

const cellEdge = (box: Box, isVertical: boolean): number => (isVertical ? box[1] : box[0]);

/** Whether one of the characters beside a cut reaches over the rule it was cut at. */
function standsAcross(run: GlyphRun, point: number, rule: number): boolean {
  const reaches = (at: number): boolean => {
    const begin = run.edges[at]!;
    const end = run.edges[at + 1]!;
    return Math.min(rule - begin, end - rule) > ACROSS * (end - begin);
  };
  return reaches(point - 1) || reaches(point);
}
