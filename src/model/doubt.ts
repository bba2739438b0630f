import { z } from 'zod';
import { Box } from './place.ts';

/**
 * A place where reading was not sure of what it saw: said aloud, so that a wrong cell is never silent.
 *
 * - `failed`, `tooSlow`: the page was not read
 * - `unmappedFont`: a font does not say which characters it draws
 * - `crossedRule`: characters stand across a ruling line, so that two cells may be one
 * - `brokenCell`: ruling lines that enclose no rectangle
 * - `tagsDisagree`: the tags of the PDF tell other rows than its ruling lines
 * - `emptyKey`: a table goes on over a page break without the name of its first row
 * - `raggedRow`: a row with more or fewer columns than its table
 * - `textDisagrees`: a figure of a scan is another in the text hidden over it (`detail`: as read ⇔ as hidden)
 * - `strayText`: the text hidden over a scan is no reading of it (`detail`: figures that differ / compared)
 */
export const Doubt = z.strictObject({
  kind: z.enum([
    'failed',
    'tooSlow',
    'unmappedFont',
    'crossedRule',
    'brokenCell',
    'tagsDisagree',
    'emptyKey',
    'raggedRow',
    'textDisagrees',
    'strayText',
  ]),
  page: z.int().min(1),
  table: z.int().min(0).nullable(),
  start: z.int().min(0).nullable().describe('code points into text.txt'),
  end: z.int().min(0).nullable(),
  box: Box.nullable(),
  detail: z.string(),
});
export type Doubt = z.infer<typeof Doubt>;
