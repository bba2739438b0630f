import { z } from 'zod';
import { SourceSpan } from './place.ts';

/** A cell of a table whose words are in the header path of a value: where those words stand. */
export const HeaderCell = z.strictObject({
  table: z.int().min(0),
  row: z.int().min(0),
  column: z.int().min(0),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  text: z.string(),
  ...SourceSpan.shape,
});
export type HeaderCell = z.infer<typeof HeaderCell>;
