import { z } from 'zod';
import { Finding, Verdict } from './finding.ts';

/**
 * A line of verdicts.jsonl: what a person decided on a finding. Lines are only ever added; of several on one fingerprint
 * the last one counts.
 */
export const RecordedVerdict = z.strictObject({
  fingerprint: z.string().describe('of the finding: what was compared'),
  findingId: z.string(),
  verdict: Verdict,
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
export type RecordedVerdict = z.infer<typeof RecordedVerdict>;
