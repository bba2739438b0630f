import { z } from 'zod';

/** [x0, y0, x1, y1] in PDF points from the page's top left corner. */
export const Box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('[x0, y0, x1, y1] in PDF points from the page’s top left');
export type Box = z.infer<typeof Box>;

/** A place in the source: a half-open range of Unicode code points in the document's `text.txt`. */
export const SourceSpan = z.strictObject({
  page: z.int().min(1).describe('1-based page; a text without form feeds is one page'),
  line: z.int().min(1).nullable().describe('1-based line of the source text; null for PDF and scans'),
  start: z.int().min(0).describe('offset in Unicode code points into text.txt'),
  end: z.int().min(0).describe('offset just behind the last code point'),
  box: Box.nullable(),
});
export type SourceSpan = z.infer<typeof SourceSpan>;

/** Where a value stands and which headers gave it its meaning. */
export const Provenance = z.strictObject({
  source: z.enum(['text', 'pdf', 'ocr']),
  ...SourceSpan.shape,
  table: z.int().min(0).nullable().describe('0-based table of the document'),
  row: z.int().min(0).nullable().describe('0-based row of the table'),
  column: z.int().min(0).nullable().describe('0-based column of the table'),
  headers: z.array(z.string()).describe('the header path that gave the cell its meaning, outermost first'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe(
      '1 where characters and borders of the cell stand so in the source, less where either was inferred',
    ),
});
export type Provenance = z.infer<typeof Provenance>;
