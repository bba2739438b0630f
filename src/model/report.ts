import { z } from 'zod';
import { Document } from './document.ts';
import { Finding } from './finding.ts';
import { Observation } from './observation.ts';
import { Record } from './record.ts';

/** One report, read and checked: all that is written for a document, and the text its offsets point into. */
export const Report = z.strictObject({
  document: Document,
  text: z.string(),
  records: z.array(Record),
  observations: z.array(Observation),
  findings: z.array(Finding),
});
export type Report = z.infer<typeof Report>;
