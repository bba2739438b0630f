import type { Heading, Line, Table } from '../model/index.ts';
import type { HeadingStyle } from './heading-style.ts';
import type { TablePart } from './table-parts.ts';

/** A block with its place in the outline. `path` are the headings above it, outermost first. */
export type OutlineItem =
  | {
      readonly kind: 'heading';
      readonly heading: Heading;
      readonly style: HeadingStyle;
      readonly lines: readonly Line[];
    }
  | { readonly kind: 'text'; readonly path: readonly Heading[]; readonly line: Line }
  | {
      readonly kind: 'table';
      readonly path: readonly Heading[];
      readonly table: Table;
      readonly parts: readonly TablePart[];
    }
  | { readonly kind: 'running'; readonly line: Line };
