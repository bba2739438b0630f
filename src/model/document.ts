import { z } from 'zod';
import { RefArea } from './observation.ts';
import { Period } from './reading.ts';

/** How many of the source's characters (white space left out) went where; the parts sum to `characters`. */
export const Coverage = z.strictObject({
  characters: z.int().min(0),
  heading: z.int().min(0),
  record: z.int().min(0),
  narrative: z.int().min(0),
  running: z.int().min(0).describe('page heads, page numbers, rules made of dashes, table separators'),
  unparsed: z.int().min(0),
});
export type Coverage = z.infer<typeof Coverage>;

export const UnparsedText = z.strictObject({
  page: z.int().min(1),
  line: z.int().min(1).nullable(),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
});
export type UnparsedText = z.infer<typeof UnparsedText>;

export const UnknownHeader = z.strictObject({
  text: z.string(),
  page: z.int().min(1),
  line: z.int().min(1).nullable(),
  cells: z.int().min(0).describe('how many cells wait for the word'),
});
export type UnknownHeader = z.infer<typeof UnknownHeader>;

export const Document = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.strictObject({
    path: z.string(),
    mediaType: z.string(),
    sha256: z.string(),
    bytes: z.int().min(0),
    pages: z.int().min(0),
  }),
  refArea: RefArea.nullable(),
  reportPeriod: Period.omit({ basis: true }).nullable(),
  coverage: Coverage,
  unparsed: z.array(UnparsedText),
  unknownHeaders: z.array(UnknownHeader),
});
export type Document = z.infer<typeof Document>;
