import type { DrawnPage } from '../../../model/index.ts';
import type { Taken } from '../draft.ts';
import { spacedTables } from './spaced-tables.ts';

/** Tables that ruling lines do not draw, from what the ruled tables of a page leave. */
export function unruledTables(page: DrawnPage, ruled: Taken): Taken {
  const obstacles = ruled.tables.map(({ box }) => box);
  const { tables, rest } = spacedTables(ruled.rest, page.shades, obstacles, page.number);
  return { tables: [...ruled.tables, ...tables], rest, doubts: ruled.doubts };
}
