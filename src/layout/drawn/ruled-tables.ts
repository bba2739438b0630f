import type { Box, DrawnPage, GlyphRun } from '../../model/index.ts';
import type { DraftDoubt, DraftTable, Taken } from './draft.ts';
import { fillLattice } from './fill-lattice.ts';
import { framesOf } from './frames.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import { joinRules } from './ruling.ts';
import { partStackedRows } from './stacked-rows.ts';

/** Tables whose cells are drawn by ruling lines. A box around running text is no table. */
export function ruledTables(page: DrawnPage): Taken {
  const lattices = framesOf(joinRules(page.rules))
    .flatMap((frame) => latticeOf(frame) ?? [])
    .filter((lattice) => lattice.cells.length > 1)
    .sort((a, b) => areaOf(a.box) - areaOf(b.box));
  const { contents, rest } = sortInto(lattices, page.runs);
  const tables: DraftTable[] = [];
  const doubts: DraftDoubt[] = [];
  for (const [index, lattice] of lattices.entries()) {
    if (contents[index]!.length === 0) continue;
    const parted = partStackedRows(lattice, contents[index]!);
    const filled = fillLattice(parted, contents[index]!, page.number);
    tables.push(filled.table);
    doubts.push(...filled.doubts);
  }
  return { tables, rest, doubts };
}

const areaOf = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);

/** Every run in the smallest lattice around its middle. */
function sortInto(
  lattices: readonly Lattice[],
  runs: readonly GlyphRun[],
): { contents: GlyphRun[][]; rest: GlyphRun[] } {
  const contents: GlyphRun[][] = lattices.map(() => []);
  const rest: GlyphRun[] = [];
  for (const run of runs) {
    const x = (run.box[0] + run.box[2]) / 2;
    const y = (run.box[1] + run.box[3]) / 2;
    const index = lattices.findIndex(({ box }) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]);
    (contents[index] ?? rest).push(run);
  }
  return { contents, rest };
}
