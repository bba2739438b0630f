import { z } from 'zod';
import { Coverage, UnknownHeader } from './document.ts';
import { Finding } from './finding.ts';

/** An input that could not be read: what, where, and what to do. */
export const Failure = z.strictObject({
  path: z.string(),
  code: z
    .string()
    .describe(
      'notFound, notReadable, unsupported, empty, noText, tooLarge, undecodable, encrypted, damaged, tooSlow, outOfMemory, notWritten, internal',
    ),
  message: z.strictObject({ ja: z.string(), en: z.string() }),
  stack: z.string().nullable().describe('of a fault in the program (internal), else null'),
});
export type Failure = z.infer<typeof Failure>;

export const RunInput = z.strictObject({
  path: z.string(),
  sha256: z.string().nullable().describe('null where the bytes could not be read or were not reached'),
  bytes: z.int().min(0).nullable(),
  documentId: z.string().nullable().describe('null where no document was written'),
});
export type RunInput = z.infer<typeof RunInput>;

export const RunCounts = z.strictObject({
  inputs: z.int().min(0),
  skipped: z
    .int()
    .min(0)
    .describe('files met in folders and globs that are no reports, pictures without text among them'),
  documents: z.int().min(0),
  failures: z.int().min(0),
  tables: z.int().min(0),
  records: z.int().min(0),
  observations: z.int().min(0),
  findings: z.int().min(0),
  errors: z.int().min(0).describe('findings of severity error'),
  warnings: z.int().min(0).describe('findings of severity warning'),
  characters: z.int().min(0),
  unparsed: z.int().min(0).describe('characters nothing accounts for'),
  verdicts: z.int().min(0).default(0).describe('findings that a person has decided on'),
  staleVerdicts: z
    .int()
    .min(0)
    .default(0)
    .describe('verdicts whose finding is no more: what was compared has changed'),
});
export type RunCounts = z.infer<typeof RunCounts>;

/** What a rule did in a run. */
export const RuleCounts = z.strictObject({
  documents: z
    .int()
    .min(0)
    .describe('documents (of a rule over several: areas) in which it could test anything'),
  checked: z.int().min(0).describe('things it could test'),
  findings: z.int().min(0),
});
export type RuleCounts = z.infer<typeof RuleCounts>;

const ByStage = z.strictObject({
  pages: z.int().min(0),
  reading: z.int().min(0),
  findings: z.int().min(0),
  written: z.int().min(0),
});

/** run.json: the only file with clocks in it. */
export const Run = z.strictObject({
  version: z.string().describe('version of jisseki'),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable().describe('null while the run is under way'),
  status: z
    .enum(['running', 'complete', 'interrupted'])
    .describe('running: under way, or killed before it could say more'),
  options: z.record(z.string(), z.unknown()),
  inputs: z.array(RunInput),
  counts: RunCounts,
  rules: z.record(z.string(), RuleCounts).default({}).describe('what each rule did'),
  checkedAt: z.iso
    .datetime()
    .nullable()
    .default(null)
    .describe('when `jisseki check` last ran the rules again; null: checked as it was read'),
  cache: z
    .strictObject({
      met: ByStage.describe('stages taken from the cache'),
      kept: ByStage.describe('stages made, and kept there'),
      problem: z.string().nullable().describe('why something could not be kept'),
    })
    .nullable()
    .default(null)
    .describe('what was taken from earlier runs; null: nothing was to be'),
  shard: z
    .strictObject({
      part: z.int().min(1),
      of: z.int().min(1),
      unmatched: z.int().min(0).describe('inputs at the end that stand for no file'),
    })
    .nullable()
    .default(null)
    .describe('which part of the inputs was read; null: all of them'),
  timings: z.record(z.string(), z.number()).describe('milliseconds by stage, summed over documents'),
  failures: z.array(Failure),
  skippedPictures: z
    .array(Failure.pick({ path: true, message: true }))
    .default([])
    .describe('pictures without text that were met in folders beside reports: logos, photographs'),
});
export type Run = z.infer<typeof Run>;

const BySeverity = z.strictObject({ error: z.int().min(0), warning: z.int().min(0), info: z.int().min(0) });

/** What a person wants to know of one report at the end of a run. */
export const DocumentSummary = z.strictObject({
  id: z.string(),
  path: z.string(),
  title: z.string(),
  city: z.string().nullable(),
  period: z.string().nullable().describe('as printed: 令和5年度'),
  tables: z.int().min(0),
  records: z.int().min(0),
  observations: z.int().min(0),
  findings: BySeverity,
  fine: BySeverity.describe('those of them that a person called fine, or whose rule they muted'),
  verdicts: z.int().min(0).describe('how many of them a person has decided on'),
  coverage: Coverage,
  unknownHeaders: z.array(UnknownHeader),
  topFindings: z
    .array(
      Finding.pick({ rule: true, severity: true, message: true, likelier: true, page: true, line: true }),
    )
    .describe('the gravest few, without those a person called fine'),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;
