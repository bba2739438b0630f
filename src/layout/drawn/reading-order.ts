import type { Box } from '../../model/index.ts';
import type { DraftBlock, DraftLine, DraftTable } from './draft.ts';
import { captionsOf } from './side-by-side.ts';

/** Blocks that are read one after the other: a table with its captions, or one block. */
interface Unit {
  readonly box: Box;
  readonly blocks: readonly DraftBlock[];
}

/** Of two boxes, the smaller stands beside the other where they share this much of its height. */
const BESIDE = 0.5;

/** From top to bottom; what stands side by side, from left to right, each table after its own captions. */
export function inReadingOrder(tables: readonly DraftTable[], lines: readonly DraftLine[]): DraftBlock[] {
  const taken = new Set<DraftLine>();
  const units = tables.map((table): Unit => {
    const hasNeighbour = tables.some((other) => other !== table && isBeside(table.box, other.box));
    const captions = hasNeighbour ? captionsOf(table.box, lines).filter((line) => !taken.has(line)) : [];
    for (const line of captions) taken.add(line);
    const top = Math.min(table.box[1], ...captions.map(({ box }) => box[1]));
    return { box: [table.box[0], top, table.box[2], table.box[3]], blocks: [...captions, table] };
  });
  for (const line of lines) if (!taken.has(line)) units.push({ box: line.box, blocks: [line] });
  return rowsOf(units).flatMap((row) => row.flatMap(({ blocks }) => blocks));
}

function isBeside(a: Box, b: Box): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return shared > BESIDE * Math.min(a[3] - a[1], b[3] - b[1]) && (a[2] <= b[0] + 1 || b[2] <= a[0] + 1);
}

/** Units side by side in one row, rows from top to bottom. */
function rowsOf(units: readonly Unit[]): Unit[][] {
  const rows: Unit[][] = [];
  for (const unit of units.toSorted((a, b) => a.box[1] - b.box[1])) {
    const row = rows.at(-1);
    if (row?.every((other) => isBeside(other.box, unit.box)) === true) row.push(unit);
    else rows.push([unit]);
  }
  for (const row of rows) row.sort((a, b) => a.box[0] - b.box[0]);
  return rows;
}
