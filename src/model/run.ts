import { z } from 'zod';

/** An input that could not be read: what, where, and what to do. */
export const Failure = z.strictObject({
  path: z.string(),
  code: z.string().describe('notFound, notReadable, unsupported, empty, tooLarge, undecodable, internal'),
  message: z.strictObject({ ja: z.string(), en: z.string() }),
});
export type Failure = z.infer<typeof Failure>;

export const RunInput = z.strictObject({
  path: z.string(),
  sha256: z.string().nullable(),
  bytes: z.int().min(0).nullable(),
  documentId: z.string().nullable(),
});

/** run.json: the only file with clocks in it. */
export const Run = z.strictObject({
  version: z.string().describe('version of jisseki'),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  status: z.enum(['complete', 'interrupted']),
  options: z.record(z.string(), z.unknown()),
  inputs: z.array(RunInput),
  counts: z.strictObject({
    inputs: z.int(),
    documents: z.int(),
    failures: z.int(),
    records: z.int(),
    observations: z.int(),
    findings: z.int(),
    characters: z.int(),
    unparsed: z.int(),
  }),
  timings: z.record(z.string(), z.number()).describe('milliseconds by stage, summed over documents'),
  failures: z.array(Failure),
});
export type Run = z.infer<typeof Run>;
