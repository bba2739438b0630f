import type { DrawnSource } from '../../model/index.ts';
import { layOutPage } from './lay-out-page.ts';
import { joinOverPages } from './over-pages.ts';
import { type Written, writeText } from './write-text.ts';

/** Drawn pages to blocks in reading order, and the text they are written down as. */
export function layOutDrawn({ pages }: DrawnSource, onPage?: (page: number) => void): Written {
  const layouts = pages.map((page) => {
    onPage?.(page.number);
    return layOutPage(page);
  });
  const { blocks, doubts } = joinOverPages(layouts.flatMap((layout) => layout.blocks));
  return writeText(blocks, [...layouts.flatMap((layout) => layout.doubts), ...doubts]);
}
