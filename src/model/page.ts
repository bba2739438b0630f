import { z } from 'zod';
import { Doubt } from './doubt.ts';
import { PageReason } from './page-read.ts';
import { Box } from './place.ts';
import { SetRight } from './set-right.ts';

/** What a text itself says about the cell a word stands in: tabs, pipes, HTML tags. */
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
 * A line of a text, or a cell where the text separates cells, with its place. A blank cell is a word without text
 * (start = end, at the cell's place), so that a row's cells are all known. Words of one table follow each other; a table
 * nested in it comes behind.
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

/**
 * A run of glyphs in one direction, as drawn in one go: `edges[i]` and `edges[i + 1]` are where its i-th code point begins
 * and ends, along x, or along y where it is written downwards.
 */
export const GlyphRun = z.strictObject({
  text: z.string().describe('one code point a drawn character, forms made for compatibility taken back'),
  box: Box,
  edges: z.array(z.number()).describe('one more than code points, in PDF points, ascending'),
  isVertical: z.boolean(),
  size: z.number().describe('height of the type in points'),
  confidence: z.number().min(0).max(1),
  mark: z.int().nullable().describe('marked-content id, by which the tags of a PDF name what was drawn'),
});
export type GlyphRun = z.infer<typeof GlyphRun>;

/** A filled area: the ground of a header cell, of every other row. */
export const Shade = z.strictObject({
  box: Box,
  color: z.string().describe('#rrggbb'),
});
export type Shade = z.infer<typeof Shade>;

/** A cell as the PDF's own tags tell it: which marked content stands in it. */
export const TaggedCell = z.strictObject({
  marks: z.array(z.int()),
  isHeader: z.boolean(),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
});
export type TaggedCell = z.infer<typeof TaggedCell>;

/** A table as the PDF's own tags tell it, row by row; blank cells may be left out and the tags may lie. */
export const TaggedTable = z.strictObject({ rows: z.array(z.array(TaggedCell)) });
export type TaggedTable = z.infer<typeof TaggedTable>;

/** A page of a text: words in order, each with its place in the text. */
export const TextPage = z.strictObject({ number: z.int().min(1), words: z.array(Word) });
export type TextPage = z.infer<typeof TextPage>;

/** A page as drawn, upright: what a reader sees, in PDF points from its top left corner. */
export const DrawnPage = z.strictObject({
  number: z.int().min(1),
  source: z.enum(['pdf', 'ocr']),
  reason: PageReason.optional().describe('why it was read from its text or its picture'),
  width: z.number(),
  height: z.number(),
  rotation: z
    .int()
    .optional()
    .describe('degrees clockwise the PDF page is turned so that it is upright; 0 else'),
  runs: z.array(GlyphRun),
  setRight: SetRight.optional().describe('where the page was turned to be read'),
  rules: z.array(Rule),
  shades: z.array(Shade),
  strikes: z.array(Rule).describe('slanted lines: a cell struck through has no value'),
  tables: z.array(TaggedTable),
  leftOut: z.strictObject({
    invisible: z.int().min(0).describe('characters drawn invisibly'),
    clipped: z.int().min(0).describe('characters outside the page or the clipping area'),
  }),
});
export type DrawnPage = z.infer<typeof DrawnPage>;

/**
 * A report that came as text: its pages, and the text all offsets point into. Every character outside the words' spans is
 * white space or markup (tags, pipes, a separator row): nothing of the report is lost.
 */
export const TextSource = z.strictObject({
  kind: z.literal('text'),
  text: z.string().describe('what is written to text.txt'),
  mediaType: z.string(),
  encoding: z.string().nullable().describe('character encoding, as found'),
  pages: z.array(TextPage),
});
export type TextSource = z.infer<typeof TextSource>;

/** A report that came as drawn pages: its text is written down when the pages have been laid out. */
export const DrawnSource = z.strictObject({
  kind: z.literal('drawn'),
  mediaType: z.string(),
  pages: z.array(DrawnPage),
  doubts: z.array(Doubt),
});
export type DrawnSource = z.infer<typeof DrawnSource>;

/** A source as read. */
export type Source = TextSource | DrawnSource;
