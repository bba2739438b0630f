import { z } from 'zod';
import { SourceSpan } from './place.ts';

/** A drawn page as boxes on it are measured. */
export const PageGeometry = z.strictObject({
  number: z.int().min(1),
  width: z.number().describe('in PDF points'),
  height: z.number(),
  rotation: z.int().describe('degrees clockwise a PDF page is drawn with so that boxes fit; 0 for pictures'),
});
export type PageGeometry = z.infer<typeof PageGeometry>;

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
