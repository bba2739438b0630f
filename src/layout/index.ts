import type { Block, Doubt, Line, Source, TextPage, TextSource, Word } from '../model/index.ts';
import { alignedTable } from './aligned-columns.ts';
import { layOutDrawn } from './drawn/index.ts';
import { gridFromHints } from './grid.ts';

export { ruledCells } from './drawn/cell-boxes.ts';
export { rowsOfTable } from './rows.ts';

import { codePointSlicer, type Slice } from './slice.ts';

/** A report laid out: what stands on its pages, and the text all offsets point into. */
export interface Layout {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** where a page's values come from, by page */
  readonly pageSources: readonly ('text' | 'pdf' | 'ocr')[];
  readonly doubts: readonly Doubt[];
}

/**
 * Pages to blocks in reading order: lines of running text, and tables as grids.
 *
 * @param onPage called as a drawn page is begun
 */
export function layOut(source: Source, onPage?: (page: number) => void): Layout {
  switch (source.kind) {
    case 'text':
      return {
        text: source.text,
        blocks: blocksOfText(source),
        pageSources: source.pages.map(() => 'text'),
        doubts: [],
      };
    case 'drawn': {
      const { text, blocks, doubts } = layOutDrawn(source, onPage);
      const pageSources = source.pages.map((page) => page.source);
      return { text, blocks, pageSources, doubts: [...source.doubts, ...doubts] };
    }
  }
}

function blocksOfText(source: TextSource): Block[] {
  const slice = codePointSlicer(source.text);
  const blocks = source.pages.flatMap((page) => blocksOfPage(page, slice));
  return numberTables(findAligned(blocks, slice));
}

function blocksOfPage(page: TextPage, slice: Slice): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < page.words.length; ) {
    const word = page.words[at] as Word;
    if (word.cell === null) {
      blocks.push(lineOf(word, page));
      at += 1;
      continue;
    }
    const table = word.cell.table;
    let next = at;
    while (next < page.words.length && page.words[next]?.cell?.table === table) next += 1;
    blocks.push(gridFromHints(page.words.slice(at, next), page, table, slice));
    at = next;
  }
  return blocks;
}

function lineOf(word: Word, page: TextPage): Line {
  const { line, start, end, box, text, heading } = word;
  return { kind: 'line', page: page.number, line, start, end, box, text, heading };
}

/** Replaces runs of lines that stand in columns by tables. */
function findAligned(blocks: readonly Block[], slice: Slice): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const lines = linesFrom(blocks, at);
    const aligned = lines.length === 0 ? null : alignedTable(lines, 0, slice);
    found.push(aligned?.table ?? (blocks[at] as Block));
    at += aligned?.lines ?? 1;
  }
  return found;
}

/** A table has at most this many lines looked at together; longer ones go on as a table of their own. */
const LINES_LOOKED_AT = 400;

function linesFrom(blocks: readonly Block[], at: number): Line[] {
  const first = blocks[at];
  if (first?.kind !== 'line' || !/[ \t]{2,}|\u3000/u.test(first.text)) return [];
  const lines: Line[] = [];
  for (const block of blocks.slice(at, at + LINES_LOOKED_AT)) {
    if (block.kind !== 'line') break;
    lines.push(block);
  }
  return lines;
}

const numberTables = (blocks: readonly Block[]): Block[] => {
  let index = 0;
  return blocks.map((block) => (block.kind === 'table' ? { ...block, index: index++ } : block));
};
