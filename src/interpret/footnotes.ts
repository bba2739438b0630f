import { rowsOfTable } from '../layout/index.ts';
import type { Cell, Heading, LabelledText, Line, Table } from '../model/index.ts';
import { type Note, noteMarksIn, readNotes } from '../normalize/index.ts';
import type { OutlineItem } from '../outline/index.ts';

/** Footnotes of tables by their number, and what they are written on. */
export interface Footnotes {
  /** the notes on a table that these texts refer to, in the order of the marks */
  readonly of: (table: number, texts: readonly string[]) => LabelledText[];
  /** whether a line or cell is a note that found what it annotates */
  readonly has: (place: Line | Cell) => boolean;
}

/** A table whose cells carry marks. */
interface Marked {
  readonly table: Table;
  readonly marks: ReadonlySet<string>;
  readonly section: Heading | undefined;
  readonly pages: ReadonlySet<number>;
  readonly notes: Map<string, Note>;
}

/** How far left of its note a line that goes on with it may begin. */
const SLACK_POINTS = 2;

/**
 * Ties the lines and rows that begin with a mark to the tables before them whose cells carry it.
 *
 *     成約件数 │ 47 │ 88※1
 *     ※1 市の補助を受けずに成約したものを含む。
 *
 * A mark with a number may stand in any table of the note's section, on a drawn page in any table of the page; a mark alone
 * in the table right above. The first note of a mark counts. What is said of no table stays text.
 */
export function tieFootnotes(items: readonly OutlineItem[]): Footnotes {
  const walk = new FootnoteWalk();
  for (const item of items) walk.take(item);
  const { tied } = walk;
  const byTable = new Map(walk.tables.map(({ table, notes }) => [table.index, notes]));
  return {
    has: (place) => tied.has(place),
    of: (table, texts) => {
      const notes = byTable.get(table);
      if (notes === undefined || notes.size === 0) return [];
      const marks = new Set(texts.flatMap(noteMarksIn));
      return [...marks].flatMap((mark) => notes.get(mark) ?? []).map(({ label, text }) => ({ label, text }));
    },
  };
}

class FootnoteWalk {
  readonly tables: Marked[] = [];
  readonly tied = new Set<Line | Cell>();
  /** the table right above, no heading between */
  #above: Marked | null = null;
  /** the line a note ended on, while the next may go on with it */
  #open: (Tied & { readonly line: Line }) | null = null;

  take(item: OutlineItem): void {
    if (item.kind === 'running') return;
    if (item.kind === 'text') {
      this.#takeLine(item.line, item.path.at(-1));
      return;
    }
    this.#open = null;
    this.#above = null;
    if (item.kind === 'heading') return;
    this.#above = markedTable(item.table, item.path.at(-1));
    for (const { cell, notes } of noteRows(item.table))
      if (tie(notes, [this.#above], []) !== null) this.tied.add(cell);
    this.tables.push(this.#above);
  }

  #takeLine(line: Line, section: Heading | undefined): void {
    const ways = readNotes(line.text);
    const open = this.#open;
    this.#open = null;
    if (ways.length > 0) {
      const near = this.#above === null ? [] : [this.#above];
      const far = this.tables.filter((table) => table !== this.#above && sharesPlace(table, line, section));
      const found = tie(ways, near, far);
      if (found === null) return;
      this.#open = { line, ...found };
    } else if (open !== null && goesOn(open.line, line)) {
      const note = { ...open.note, text: open.note.text + line.text };
      for (const { notes } of open.of) notes.set(note.mark, note);
      this.#open = { ...open, line, note };
    } else return;
    this.tied.add(line);
  }
}

/** A note with the tables it was given to. */
interface Tied {
  readonly note: Note;
  readonly of: readonly Marked[];
}

/** Gives the notes, read the first way that fits, to the tables that carry their marks; the last of them, null where none does. */
function tie(
  ways: readonly (readonly Note[])[],
  near: readonly Marked[],
  far: readonly Marked[],
): Tied | null {
  for (const notes of ways) {
    const tied = notes.map((note): Tied => {
      const tables = note.mark.length > 1 ? [...near, ...far] : near;
      return {
        note,
        of: tables.filter((table) => table.marks.has(note.mark) && !table.notes.has(note.mark)),
      };
    });
    if (tied.every(({ of }) => of.length === 0)) continue;
    for (const { note, of } of tied) for (const table of of) table.notes.set(note.mark, note);
    return tied.at(-1) ?? null;
  }
  return null;
}

function markedTable(table: Table, section: Heading | undefined): Marked {
  return {
    table,
    section,
    marks: new Set(table.cells.flatMap(({ text }) => noteMarksIn(text))),
    pages: new Set(table.cells.map(({ page }) => page)),
    notes: new Map(),
  };
}

/** Rows of a table that are one note over its whole width. */
function noteRows(table: Table): { cell: Cell; notes: Note[][] }[] {
  return rowsOfTable(table).flatMap((row) => {
    const [cell, ...others] = row.filter(({ text }) => text !== '');
    const notes = cell === undefined || others.length > 0 ? [] : readNotes(cell.text);
    return cell === undefined || notes.length === 0 ? [] : [{ cell, notes }];
  });
}

const sharesPlace = ({ pages, section }: Marked, line: Line, heading: Heading | undefined): boolean =>
  line.box === null ? section === heading : pages.has(line.page);

/** A drawn line under a note that filled its line, not set further left. */
function goesOn(before: Line, line: Line): boolean {
  if (before.box === null || line.box === null || before.page !== line.page || before.text.endsWith('。'))
    return false;
  const [x0, y0, x1, y1] = before.box;
  const height = y1 - y0;
  return (
    line.box[0] >= x0 - SLACK_POINTS &&
    line.box[2] <= x1 + height &&
    line.box[1] - y1 < height &&
    line.box[1] >= y0
  );
}
