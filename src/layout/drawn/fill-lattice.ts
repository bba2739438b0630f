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
  let from = 0;
  let cell = first;
  for (let point = 1; point <= last + 1; point += 1) {
    const next = point > last ? -1 : cellAt(point);
    if (next === cell) continue;
    const piece = cutRun(run, from, point);
    if (piece !== null) contents[cell]!.push(piece);
    if (next >= 0 && standsAcross(run, point, cellEdge(lattice.cells[next]!.box, run.isVertical)))
      doubts.push({ kind: 'crossedRule', page, box: run.box, detail: run.text });
    from = point;
    cell = next;
  }
}

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
