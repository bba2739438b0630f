import type { DrawnPage } from '../../../model/index.ts';
import type { Taken } from '../draft.ts';
import { spacedTables } from './spaced-tables.ts';
import type { Spans } from './spans.ts';

/**
 * Tables that ruling lines do not draw, from what the ruled tables of a page leave.
 *
 * @param before the columns of such a table at the end of the page before
 */
export function unruledTables(page: DrawnPage, ruled: Taken, before: Spans | null): Taken {
  const obstacles = ruled.tables.map(({ box }) => box);
  const { tables, rest } = spacedTables(ruled.rest, page.shades, obstacles, page.number, before);
  return { tables: [...ruled.tables, ...tables], rest, doubts: ruled.doubts };
}
