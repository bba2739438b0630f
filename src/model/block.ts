import { z } from 'zod';
import { SourceSpan } from './place.ts';

/** A cell of a table's grid. `text` is clean of markup; the slice of text.txt at the span is the raw cell. */
export const Cell = z.strictObject({
  ...SourceSpan.shape,
  row: z.int().min(0),
  column: z.int().min(0),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  text: z.string(),
  lines: z.array(z.string()).describe('its lines where the source breaks them; empty where it is one line'),
  raw: z.string(),
  isHeader: z.boolean().describe('the source or its shading says so'),
  isStruck: z.boolean().optional().describe('blank and struck through: no value can stand here'),
  confidence: z.number().min(0).max(1),
});
export type Cell = z.infer<typeof Cell>;

/** A line of running text. */
export const Line = z.strictObject({
  kind: z.literal('line'),
  ...SourceSpan.shape,
  text: z.string(),
  heading: z.int().min(1).max(6).nullable(),
});
export type Line = z.infer<typeof Line>;

/** A table as a grid: `cells` in reading order, each at its row and column with its spans. */
export const Table = z.strictObject({
  kind: z.literal('table'),
  index: z.int().min(0),
  ...SourceSpan.shape,
  rows: z.int().min(0),
  columns: z.int().min(0),
  cells: z.array(Cell),
});
export type Table = z.infer<typeof Table>;

export type Block = Line | Table;

/** A heading with its depth in the outline (0 outermost). */
export const Heading = z.strictObject({ ...SourceSpan.shape, text: z.string(), depth: z.int().min(0) });
export type Heading = z.infer<typeof Heading>;
