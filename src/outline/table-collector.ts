import type { Heading, Table } from '../model/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import {
  headOf,
  joinTables,
  lacksHead,
  type PartedTable,
  repeatsTable,
  underHeadOf,
} from './continued-tables.ts';
import type { HeadingStack } from './heading-stack.ts';
import type { OutlineItem } from './outline-item.ts';
import { partsOfTable } from './table-parts.ts';
import type { TableRow } from './table-row.ts';

/** Notes under a table do not end it. */
const NOTE = /^[(\uFF08]?(?:※|＊|\*|注|資料|出典)/u;

/** Tables among the items; those that go on after a page break are joined to their beginning once all are known. */
export class TableCollector {
  readonly #items: OutlineItem[];
  readonly #vocabulary: Vocabulary;
  readonly #stack: HeadingStack;
  /** pieces of tables by the place of their item */
  readonly #pieces = new Map<number, Table[]>();
  #last: { readonly at: number; readonly table: PartedTable; readonly head: TableRow | undefined } | null =
    null;

  constructor(items: OutlineItem[], stack: HeadingStack, vocabulary: Vocabulary) {
    this.#items = items;
    this.#stack = stack;
    this.#vocabulary = vocabulary;
  }

  push(table: Table, path: readonly Heading[]): void {
    const last = this.#last;
    const since = last === null ? [] : this.#items.slice(last.at + 1);
    const pieces = last === null ? undefined : this.#pieces.get(last.at);
    const pageBefore = pieces?.at(-1)?.cells.at(-1)?.page;
    const isBroken =
      since.every((item) => item.kind === 'running' || (item.kind === 'text' && NOTE.test(item.line.text))) &&
      (since.length > 0 || pageBefore !== table.page);
    if (
      last !== null &&
      pieces !== undefined &&
      isBroken &&
      repeatsTable(last.table.table.columns, last.head, table, this.#vocabulary)
    ) {
      pieces.push(table);
      return;
    }
    const parts = partsOfTable(table, this.#vocabulary);
    const isHeadless = last !== null && lacksHead(last.table, { table, parts }, this.#vocabulary);
    if (isHeadless && isBroken && pieces !== undefined) {
      pieces.push(table);
      return;
    }
    const whole = isHeadless ? underHeadOf(last.table, table) : table;
    const parted = {
      table: whole,
      parts: isHeadless ? partsOfTable(whole, this.#vocabulary, whole.rows - table.rows) : parts,
    };
    this.#last = { at: this.#items.length, table: parted, head: headOf(parted, this.#vocabulary) };
    this.#pieces.set(this.#items.length, [whole]);
    this.#items.push({ kind: 'table', path: isHeadless ? this.#pathUnder(last.at, path) : path, ...parted });
  }

  /** A headless table stands where its head stands, under the headings that came between. */
  #pathUnder(at: number, path: readonly Heading[]): Heading[] {
    const head = this.#items[at];
    const signatures = new Set(path.map((heading) => this.#stack.signatureOf(heading)));
    const above =
      head?.kind === 'table'
        ? head.path.filter((heading) => !signatures.has(this.#stack.signatureOf(heading)))
        : [];
    return [...above, ...path];
  }

  /** Joins the pieces. */
  finish(): void {
    for (const [at, pieces] of this.#pieces) {
      const item = this.#items[at];
      if (pieces.length < 2 || item?.kind !== 'table') continue;
      const table = joinTables(pieces);
      this.#items[at] = { ...item, table, parts: partsOfTable(table, this.#vocabulary) };
    }
  }
}
