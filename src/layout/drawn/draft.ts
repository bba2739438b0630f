import type { Box, Doubt, GlyphRun } from '../../model/index.ts';

/** A cell before the report's text is written down. */
export interface DraftCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  readonly page: number;
  readonly text: string;
  readonly lines: readonly string[];
  readonly isHeader: boolean;
  /** blank and struck through: no value can stand here */
  readonly isStruck?: boolean;
  readonly confidence: number;
  /** what its last line leaves free, in sizes of its type */
  readonly room: number;
}

/** A table as found on one page, or joined over several. */
export interface DraftTable {
  readonly kind: 'table';
  readonly page: number;
  readonly box: Box;
  /** where its columns begin and end on the page, by which its continuation is known */
  readonly xs: readonly number[];
  /** what the texts of each column take, where no lines part them: their sides may stand elsewhere on the next page */
  readonly taken?: readonly { readonly from: number; readonly to: number }[];
  readonly rows: number;
  readonly columns: number;
  /** rows in which a head is printed again after a page break */
  readonly heads?: readonly number[];
  readonly cells: readonly DraftCell[];
  /** the last row goes on elsewhere: its lines run on without a line below */
  readonly isOpenBelow: boolean;
  readonly isOpenAbove: boolean;
}

/** A line of running text. */
export interface DraftLine {
  readonly kind: 'line';
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  /** size of its type in points */
  readonly size: number;
  /** how a word above or below it is spoken */
  readonly isRuby?: boolean;
}

export type DraftBlock = DraftTable | DraftLine;

/** A doubt whose place in the text is not known yet: `cell` is where it is about, if it is about one. */
export type DraftDoubt = Omit<Doubt, 'table' | 'start' | 'end'>;

/** What one step of laying out takes from a page, and what it leaves for the next. */
export interface Taken {
  readonly tables: readonly DraftTable[];
  readonly rest: readonly GlyphRun[];
  readonly doubts: readonly DraftDoubt[];
}
