import type { DrawnPage, GlyphRun } from '../../../model/index.ts';
import type { DraftTable, Taken } from '../draft.ts';
import { withHeadAbove } from './head-above.ts';
import { spacedTables } from './spaced-tables.ts';
import type { Spans } from './spans.ts';
import { taggedTables } from './tagged-tables.ts';
import { tagsAgainstRules } from './tags-against-rules.ts';

/**
 * Tables that ruling lines do not draw, or not whole, from what the ruled tables of a page leave.
 *
 * @param before the columns of such a table at the end of the page before
 */
export function unruledTables(page: DrawnPage, ruled: Taken, before: Spans | null): Taken {
  const whole = withHeads(page, ruled);
  const tagged = taggedTables(page.tables, whole.rest, page.number);
  const obstacles = [...whole.tables, ...tagged.tables].map(({ box }) => box);
  const spaced = spacedTables(tagged.rest, page, obstacles, before);
  return {
    tables: [...whole.tables, ...tagged.tables, ...spaced.tables],
    rest: spaced.rest,
    doubts: [...ruled.doubts, ...tagsAgainstRules(page, ruled.tables)],
  };
}

function withHeads(
  page: DrawnPage,
  { tables, rest }: Taken,
): { tables: DraftTable[]; rest: readonly GlyphRun[] } {
  let left = rest;
  const whole = tables.map((table) => {
    const headed = left.length === 0 ? null : withHeadAbove(table, left, page.shades);
    if (headed === null) return table;
    left = headed.rest;
    return headed.table;
  });
  return { tables: whole, rest: left };
}
