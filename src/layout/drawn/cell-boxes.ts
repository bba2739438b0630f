import type { Box, Rule } from '../../model/index.ts';
import { framesOf } from './frames.ts';
import { latticeOf } from './lattice.ts';
import { joinRules } from './ruling.ts';

/** The cells that ruling lines enclose, by table, row and column: where each has to be read on a scan. */
export function ruledCells(
  rules: readonly Rule[],
): { table: number; row: number; column: number; box: Box }[] {
  return framesOf(joinRules(rules))
    .flatMap((frame) => latticeOf(frame) ?? [])
    .filter(({ cells }) => cells.length > 1)
    .flatMap(({ cells }, table) => cells.map(({ row, column, box }) => ({ table, row, column, box })));
}
