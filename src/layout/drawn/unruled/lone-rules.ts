import type { Box, Rule } from '../../../model/index.ts';
import { joinRules, type Stretch } from '../ruling.ts';
import type { Band } from './band.ts';
import type { Span } from './spans.ts';

/** A line parts two rows of a table where it covers this share of its width. */
const COVERED = 0.5;
/** A line may touch the type above or below it by this much. */
const TOUCH_POINTS = 1.5;

/** Horizontal ruling lines that belong to no ruled table. */
export function loneRules(rules: readonly Rule[], tables: readonly Box[]): readonly Stretch[] {
  const lone = rules.filter(
    ({ x0, y0, x1, y1 }) =>
      x1 - x0 >= y1 - y0 && !tables.some((box) => isIn(box, (x0 + x1) / 2, (y0 + y1) / 2)),
  );
  return lone.length === 0 ? [] : joinRules(lone).horizontal;
}

const EDGE_POINTS = 2;
const isIn = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean =>
  x0 - EDGE_POINTS <= x && x <= x1 + EDGE_POINTS && y0 - EDGE_POINTS <= y && y <= y1 + EDGE_POINTS;

/** Whether lines part two bands of a table that takes this much of the width. */
export function isRuledBetween(
  rules: readonly Stretch[],
  above: Band,
  below: Band,
  { from, to }: Span,
): boolean {
  const covered = rules
    .filter(({ at }) => above.bottom - TOUCH_POINTS <= at && at <= below.top + TOUCH_POINTS)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return covered >= COVERED * (to - from);
}
