import type { Box, Doubt, Observation, Rule } from '../../model/index.ts';

/** A cell of a table on the page, and what the program took it for. */
export interface SeenCell {
  readonly box: Box;
  readonly role: 'header' | 'data';
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** What the program saw on one page, in PDF points from its top left corner. */
export interface PageSeen {
  readonly path: string;
  readonly number: number;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  /** ruling lines, their pieces joined */
  readonly rules: readonly Rule[];
  readonly tables: number;
  readonly cells: readonly SeenCell[];
  readonly headings: readonly { readonly box: Box; readonly depth: number }[];
  readonly values: readonly Observation[];
  readonly doubts: readonly Doubt[];
}
