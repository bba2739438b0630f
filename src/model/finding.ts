import { z } from 'zod';
import { Box } from './place.ts';

/** What a person decided on a finding. */
export const Verdict = z.enum(['sourceError', 'misreading', 'fine', 'unsure']);
export type Verdict = z.infer<typeof Verdict>;

export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** The gravest first. */
export const GRAVITY: { readonly [severity in Severity]: number } = { error: 0, warning: 1, info: 2 };

export const Suggestion = z.strictObject({
  observationId: z.string(),
  field: z.string(),
  from: z.union([z.string(), z.number(), z.null()]),
  to: z.union([z.string(), z.number(), z.null()]),
  explains: z.string().describe('what the repair would make agree: in Japanese / in English'),
});

/** The one question a finding asks, as far as characters, places and sums can answer it. */
export const Likelier = z.strictObject({
  wrong: z
    .enum(['report', 'reading'])
    .describe('report: what was printed; reading: what became of it on the way here'),
  message: z.strictObject({ ja: z.string(), en: z.string() }).describe('what says so'),
});
export type Likelier = z.infer<typeof Likelier>;

/** The report or our reading of it is odd: data with places, numbers and a rule. */
export const Finding = z.strictObject({
  id: z.string(),
  rule: z.string().describe('the rule’s slug'),
  severity: Severity,
  confidence: z.number().min(0).max(1),
  message: z.strictObject({ ja: z.string(), en: z.string() }),
  documentIds: z.array(z.string()).min(1),
  observationIds: z.array(z.string()),
  recordIds: z.array(z.string()),
  line: z.int().min(1).nullable(),
  page: z.int().min(1).nullable(),
  box: Box.nullable().default(null).describe('of its first place, on `page`; null where that is no cell'),
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  suggestion: Suggestion.nullable(),
  likelier: Likelier.nullable().default(null).describe('null: nothing tells, a person has to look'),
  fingerprint: z.string().describe('stable over re-runs: what was compared, not where it stood'),
  verdict: Verdict.nullable(),
  muted: z
    .boolean()
    .default(false)
    .describe('a person said that the rule says nothing of use about this document'),
});
/** As stages make it: what is likelier may be left out, and is written as null; so may be whether it is muted. */
export type Finding = z.input<typeof Finding>;
