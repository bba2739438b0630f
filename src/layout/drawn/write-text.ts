import type { Block, Cell, Doubt } from '../../model/index.ts';
import type { DraftBlock, DraftDoubt, DraftTable } from './draft.ts';

export interface Written {
  readonly text: string;
  readonly blocks: Block[];
  readonly doubts: Doubt[];
}

/**
 * Writes drawn pages down as a text: a line a line, a table row a line with tabs between its cells, pages parted by a form
 * feed. Every block gets its place in that text, in Unicode code points.
 */
export function writeText(drafts: readonly DraftBlock[], doubts: readonly DraftDoubt[]): Written {
  const writer = new Writer();
  const blocks: Block[] = [];
  const placed: Doubt[] = [];
  let tables = 0;
  let page = 1;
  for (const draft of drafts) {
    for (; page < draft.page; page += 1) writer.write('\f');
    if (draft.kind === 'line') {
      const { start, end } = writer.write(draft.text);
      const { box, text } = draft;
      blocks.push({ kind: 'line', page: draft.page, line: null, start, end, box, text, heading: null });
      writer.write('\n');
    } else {
      blocks.push(writeTable(draft, tables, writer));
      tables += 1;
    }
  }
  const cells = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map((cell) => ({ cell, block })) : [],
  );
  for (const doubt of doubts.toSorted(byPlace)) {
    const about = cells.find(({ cell }) => cell.page === doubt.page && isAt(cell, doubt));
    placed.push({
      ...doubt,
      table: about?.block.index ?? null,
      start: about?.cell.start ?? null,
      end: about?.cell.end ?? null,
    });
  }
  return { text: writer.text, blocks, doubts: placed };
}

/** From top to bottom, whatever was drawn first. */
const byPlace = (a: DraftDoubt, b: DraftDoubt): number =>
  a.page - b.page || (a.box?.[1] ?? 0) - (b.box?.[1] ?? 0) || (a.box?.[0] ?? 0) - (b.box?.[0] ?? 0);

/** Whether the upper left corner of what a doubt is about stands in a cell. */
function isAt({ box }: Cell, doubt: DraftDoubt): boolean {
  if (box === null || doubt.box === null) return false;
  const [x, y] = [doubt.box[0] + 1, (doubt.box[1] + doubt.box[3]) / 2];
  return box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3];
}

class Writer {
  #parts: string[] = [];
  #points = 0;

  write(text: string): { start: number; end: number } {
    const start = this.#points;
    this.#parts.push(text);
    this.#points += SURROGATE.test(text) ? Array.from(text).length : text.length;
    return { start, end: this.#points };
  }

  get at(): number {
    return this.#points;
  }

  get text(): string {
    return this.#parts.join('');
  }
}

const SURROGATE = /[\uD800-\uDFFF]/;

function writeTable(draft: DraftTable, index: number, writer: Writer): Block {
  const begin = writer.at;
  const cells: Cell[] = [];
  let row = 0;
  for (const [at, cell] of draft.cells.entries()) {
    if (at > 0) writer.write(cell.row > row ? '\n' : '\t');
    row = cell.row;
    const { start, end } = writer.write(cell.text);
    cells.push({
      page: cell.page,
      line: null,
      start,
      end,
      box: [...cell.box],
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      text: cell.text,
      lines: [...cell.lines],
      raw: cell.text,
      isHeader: cell.isHeader,
      ...(cell.isStruck === true ? { isStruck: true } : {}),
      confidence: cell.confidence,
    });
  }
  const end = writer.at;
  writer.write('\n');
  return {
    kind: 'table',
    index,
    page: draft.page,
    line: null,
    start: begin,
    end,
    box: [...draft.box],
    rows: draft.rows,
    columns: draft.columns,
    cells,
  };
}
