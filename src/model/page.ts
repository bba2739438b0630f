import { z } from 'zod';
import { Box } from './place.ts';

/** What the source itself says about the cell a word stands in: tabs, pipes, HTML tags, a PDF's own tags. */
export const CellHint = z.strictObject({
  table: z.int().min(0),
  row: z.int().min(0),
  column: z.int().min(0),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  isHeader: z.boolean(),
});
export type CellHint = z.infer<typeof CellHint>;

/**
 * A run of characters with its place. In a text a word is a whole line, or a whole cell where the source separates cells;
 * in a PDF it is what the producer drew in one go. A blank cell of a text is a word without text (start = end, at the cell's
 * place), so that a row's cells are all known. Words of one table follow each other; a table nested in it comes behind.
 */
export const Word = z.strictObject({
  text: z.string().describe('the characters without markup, line breaks inside a cell closed up'),
  lines: z
    .array(z.string())
    .describe('the lines of a cell that were closed up; empty where there was no break'),
  start: z.int().min(0).describe('code points into text.txt'),
  end: z.int().min(0),
  line: z.int().min(1).nullable(),
  box: Box.nullable(),
  confidence: z.number().min(0).max(1),
  cell: CellHint.nullable(),
  heading: z
    .int()
    .min(1)
    .max(6)
    .nullable()
    .describe('heading level the source marks (Markdown #, HTML h1–h6)'),
});
export type Word = z.infer<typeof Word>;

/** A straight ruling line, horizontal or vertical, in PDF points. */
export const Rule = z.strictObject({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
export type Rule = z.infer<typeof Rule>;

export const Page = z.strictObject({
  number: z.int().min(1),
  source: z.enum(['text', 'pdf', 'ocr']),
  width: z.number().nullable().describe('PDF points; null for a text'),
  height: z.number().nullable(),
  words: z.array(Word),
  rules: z.array(Rule),
  shades: z.array(Box),
});
export type Page = z.infer<typeof Page>;

/**
 * A source as read: its pages, and the text all offsets point into. In a text every character outside the words' spans is
 * white space or markup (tags, pipes, a separator row): nothing of the report is lost.
 */
export const Source = z.strictObject({
  text: z.string().describe('what is written to text.txt'),
  mediaType: z.string(),
  encoding: z.string().nullable().describe('character encoding of a text, as found'),
  pages: z.array(Page),
});
export type Source = z.infer<typeof Source>;
