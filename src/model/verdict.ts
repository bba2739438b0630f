import { z } from 'zod';
import { Finding, Verdict } from './finding.ts';

/**
 * A line of verdicts.jsonl: what a person decided on a finding, or how they read a cell that no finding stands on. Lines
 * are only ever added; of several on one fingerprint the last that was not taken back counts.
 */
export const RecordedVerdict = z.strictObject({
  fingerprint: z
    .string()
    .describe('of the finding: what was compared; of a cell without one: `observation:` and its id'),
  findingId: z.string().nullable().describe('null where the verdict is on a cell that no finding stands on'),
  observationId: z.string().nullable().default(null).describe('the cell, where there is no finding'),
  verdict: Verdict.nullable().describe(
    'null: the person takes back their latest decision on this fingerprint; what was decided before counts again',
  ),
  value: z
    .string()
    .nullable()
    .describe(
      'what the cell says, as a person reads it; with misreading it is emitted in place of the reading',
    ),
  note: z.string().nullable(),
  by: z.string().nullable().describe('who decided'),
  at: z.iso.datetime(),
  compared: Finding.pick({ rule: true, line: true, evidence: true })
    .nullable()
    .describe('the finding as it was decided on, so that a stale verdict can still be read'),
});
/** As it is made: the cell may be left out where there is a finding. */
export type RecordedVerdict = z.input<typeof RecordedVerdict>;

/** A verdict that decides something. */
export type Decision = RecordedVerdict & { readonly verdict: Verdict };

/** What the verdicts on a cell without a finding are kept under. */
export const fingerprintOfCell = (observationId: string): string => `observation:${observationId}`;

/** A line of muted-rules.jsonl: a rule that says nothing of use about a document, or does so again. The last one counts. */
export const RecordedMute = z.strictObject({
  documentId: z.string(),
  rule: z.string(),
  muted: z.boolean(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type RecordedMute = z.infer<typeof RecordedMute>;

/** A line of sample.jsonl: what a person keyed from the picture of a cell without being shown its reading. The last one counts. */
export const RecordedSampleAnswer = z.strictObject({
  seed: z.int().describe('of the draw the cell belongs to'),
  observationId: z.string(),
  keyed: z.string().nullable().describe('as printed; null: cannot be read'),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type RecordedSampleAnswer = z.infer<typeof RecordedSampleAnswer>;
