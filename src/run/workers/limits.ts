import { totalmem } from 'node:os';
import { z } from 'zod';

/** What reading one document may cost in a worker: `{ "limits": { "pageSeconds": 60 } }`. */
export const ReadingLimits = z.strictObject({
  megabytes: z.int().min(64).optional().describe('memory of one worker'),
  pageSeconds: z.number().positive().optional().describe('for one page of a PDF or a picture, in each stage'),
  documentSeconds: z.number().positive().optional().describe('for one document, whatever its kind'),
});
export type ReadingLimits = z.infer<typeof ReadingLimits>;

/** The limits with what nobody set. */
export interface Limits {
  readonly megabytes: number;
  readonly pageSeconds: number;
  readonly documentSeconds: number;
}

/** The densest page seen takes 0.3 s on a slow machine. */
const PAGE_SECONDS = 30;
/** A budget book of 20,000 pages takes some four minutes. */
const DOCUMENT_SECONDS = 1800;
/** A text of the largest size that is read takes 1.5 GB. */
const MOST_MEGABYTES = 2048;
const LEAST_MEGABYTES = 512;
/** All workers together leave this share of the machine's memory to others. */
const LEFT_TO_OTHERS = 0.25;

/** What holds for each of some workers; unless it is said, they share the memory of the machine. */
export function limitsFor(workers: number, limits: ReadingLimits = {}): Limits {
  const share = Math.floor((totalmem() / 2 ** 20) * ((1 - LEFT_TO_OTHERS) / workers));
  return {
    megabytes: limits.megabytes ?? Math.max(LEAST_MEGABYTES, Math.min(MOST_MEGABYTES, share)),
    pageSeconds: limits.pageSeconds ?? PAGE_SECONDS,
    documentSeconds: limits.documentSeconds ?? DOCUMENT_SECONDS,
  };
}
