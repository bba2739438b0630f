import type { DrawnSource } from '../../model/index.ts';
import { layOutPage, type PageLayout } from './lay-out-page.ts';
import { joinOverPages } from './over-pages.ts';
import { onSameColumns } from './unruled/columns-over-pages.ts';
import { columnsGoingOn } from './unruled/continued.ts';
import { type Written, writeText } from './write-text.ts';

/** Drawn pages to blocks in reading order, and the text they are written down as. */
export function layOutDrawn({ pages }: DrawnSource, onPage?: (page: number) => void): Written {
  const layouts: PageLayout[] = [];
  for (const page of pages) {
    onPage?.(page.number);
    layouts.push(layOutPage(page, columnsGoingOn(layouts.at(-1)?.blocks ?? [])));
  }
  const { blocks, doubts } = joinOverPages(onSameColumns(layouts.map((layout) => layout.blocks)).flat());
  return writeText(blocks, [...layouts.flatMap((layout) => layout.doubts), ...doubts]);
}
