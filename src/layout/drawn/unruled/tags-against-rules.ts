import type { Box, DrawnPage } from '../../../model/index.ts';
import type { DraftCell, DraftDoubt, DraftTable } from '../draft.ts';

/**
 * Doubts where the tags of a PDF tell other rows than its ruling lines: texts of one tagged row in two ruled rows, or of two
 * tagged rows in one ruled cell.
 */
export function tagsAgainstRules(
  { tables: tagged, runs, number }: DrawnPage,
  tables: readonly DraftTable[],
): DraftDoubt[] {
  if (tagged.length === 0 || tables.length === 0) return [];
  const cells = new Map<number, Set<DraftCell>>();
  for (const { mark, box } of runs) {
    const cell = mark === null ? undefined : cellAt(tables, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    if (mark === null || cell === undefined) continue;
    const known = cells.get(mark);
    if (known === undefined) cells.set(mark, new Set([cell]));
    else known.add(cell);
  }
  const doubts: DraftDoubt[] = [];
  for (const { rows } of tagged) {
    const rowOf = new Map<DraftCell, number>();
    for (const [row, told] of rows.entries()) {
      const ruled = told.flatMap(({ marks, rowSpan }) =>
        marks.flatMap((mark) => [...(cells.get(mark) ?? [])].map((cell) => ({ cell, rowSpan }))),
      );
      const flat = ruled
        .filter(({ cell, rowSpan }) => cell.rowSpan === 1 && rowSpan === 1)
        .map(({ cell }) => cell);
      const shared = flat.find((cell) => (rowOf.get(cell) ?? row) !== row);
      const other = flat.find((cell) => cell.row !== flat[0]!.row);
      const doubtful = shared ?? other;
      for (const cell of flat) rowOf.set(cell, row);
      if (doubtful === undefined) continue;
      doubts.push({ kind: 'tagsDisagree', page: number, box: doubtful.box, detail: doubtful.text });
      break;
    }
  }
  return doubts;
}

function cellAt(tables: readonly DraftTable[], x: number, y: number): DraftCell | undefined {
  const table = tables.find(({ box }) => isIn(box, x, y));
  return table?.cells.find(({ box }) => isIn(box, x, y));
}

const isIn = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean =>
  x0 <= x && x <= x1 && y0 <= y && y <= y1;
