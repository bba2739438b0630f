import { z } from 'zod';
import { Document } from './document.ts';
import { Doubt } from './doubt.ts';
import { Finding } from './finding.ts';
import { HeaderCell } from './geometry.ts';
import { Observation } from './observation.ts';
import { PageRead } from './page-read.ts';
import { Record } from './record.ts';
import { RowSlip } from './slip.ts';

/** What the rules had to do with a report, besides what they found. */
export const ReportChecks = z.strictObject({
  checked: z
    .record(z.string(), z.int().min(0))
    .describe('rule → how many things it could test; 0: the report has nothing of the kind'),
  absorbed: z
    .record(z.string(), z.string())
    .describe('fingerprint of a finding that became part of another → fingerprint of the other'),
});
export type ReportChecks = z.infer<typeof ReportChecks>;

/** One report, read and checked: all that is written for a document, and the text its offsets point into. */
export const Report = z.strictObject({
  document: Document,
  text: z.string(),
  records: z.array(Record),
  observations: z.array(Observation),
  findings: z.array(Finding),
  slips: z.array(RowSlip).default([]).describe('rows read under other headers than they stood under'),
  doubts: z.array(Doubt).default([]).describe('places where reading was not sure of what it saw'),
  pages: z.array(PageRead).default([]).describe('how each page of a PDF or a picture was read, and its size'),
  headers: z
    .array(HeaderCell)
    .default([])
    .describe('cells that gave values their meaning, and where they stand'),
  checks: ReportChecks.default({ checked: {}, absorbed: {} }),
});
export type Report = z.input<typeof Report>;
