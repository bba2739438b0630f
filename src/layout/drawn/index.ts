import type { DrawnSource } from '../../model/index.ts';
import { layOutPage } from './lay-out-page.ts';
import { joinOverPages } from './over-pages.ts';
import { onSameColumns } from './unruled/same-columns.ts';
import { type Written, writeText } from './write-text.ts';

/** Drawn pages to blocks in reading order, and the text they are written down as. */
export function layOutDrawn({ pages }: DrawnSource): Written {
  const layouts = pages.map(layOutPage);
  const { blocks, doubts } = joinOverPages(onSameColumns(layouts.map((layout) => layout.blocks)).flat());
  return writeText(blocks, [...layouts.flatMap((layout) => layout.doubts), ...doubts]);
}
