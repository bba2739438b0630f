import { z } from 'zod';

/**
 * Why a page was read from its text or from its picture.
 *
 * - `ownText`: its characters are text
 * - `picture`: it is a picture with no text of its own
 * - `unmappedFont`: its fonts do not say which characters they draw
 * - `mojibake`: its characters make no Japanese
 * - `hiddenText`: it is a picture over hidden text of an earlier reading; the picture was read, and compared with the text
 * - `illegible`: the picture could not be read, and its hidden text stands for it
 */
export const PageReason = z.enum([
  'ownText',
  'picture',
  'unmappedFont',
  'mojibake',
  'hiddenText',
  'illegible',
]);
export type PageReason = z.infer<typeof PageReason>;

/** How a page of a PDF or a picture was read. */
export const PageRead = z.strictObject({
  page: z.int().min(1),
  width: z.number().describe('in PDF points, as displayed: boxes are measured on this'),
  height: z.number(),
  rotation: z.int().describe('degrees clockwise by which the PDF says the page is displayed; 0 for pictures'),
  source: z.enum(['pdf', 'ocr']),
  reason: PageReason,
  characters: z.int().min(0).describe('read on it, without white space'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('mean over its characters; null where it has none'),
  quarterTurns: z.int().min(0).max(3).describe('by which it was turned clockwise to be read'),
  degrees: z.number().describe('by which its lines fell towards the right'),
});
export type PageRead = z.infer<typeof PageRead>;
