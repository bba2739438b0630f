import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type AreaRule, areaRules as shippedAreaRules } from '../check/index.ts';
import { keepDocumentFolders } from '../emit/document-folder.ts';
import { joinDocumentFiles } from '../emit/joined-files.ts';
import { openRunFolder, writeRunFile } from '../emit/run-folder.ts';
import { readMutedRules, readVerdicts } from '../emit/verdict-file.ts';
import type { DocumentSummary, RecordedVerdict, Run } from '../model/index.ts';
import { Verdicts } from '../verdict/verdicts.ts';
import { VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { accountForInputs } from './account.ts';
import { type Extractor, extractAll, openExtractor, type Reading } from './all-documents.ts';
import { type AreaContext, type ComparedDocuments, compareDocuments } from './area-checks.ts';
import { RunCache } from './cache/run-cache.ts';
import { nameDocuments } from './document-ids.ts';
import { findInputFiles } from './input-files.ts';
import type { DocumentOutcome, ReadReport } from './one-document.ts';
import { tallyRules } from './rule-tally.ts';
import { inputsOfShard, type ShardToRead } from './shards.ts';
import { Timings } from './timings.ts';
import { readVersion } from './version.ts';
import type { ReadingLimits } from './workers/limits.ts';

export { OutputFolderError } from '../emit/run-folder.ts';

/** Reports under way at once when nobody says otherwise: more only hold more memory, reading is bound by the processor. */
export const DEFAULT_JOBS = Math.min(4, availableParallelism());

export interface ExtractionOptions {
  /** files, folders and globs */
  readonly inputs: readonly string[];
  /** the run's folder; created where it is missing */
  readonly out: string;
  /** reports under way at once, at least 1 (default DEFAULT_JOBS); the output does not depend on it */
  readonly jobs?: number;
  /**
   * threads that read, 0: this one (default: as many as `jobs` for PDFs, pictures and large batches, else 0); the output does not
   * depend on it
   */
  readonly workers?: number | undefined;
  /** what reading one document may cost in a worker */
  readonly limits?: ReadingLimits | undefined;
  /** writes a searchable copy of each scanned report beside its data */
  readonly searchable?: boolean | undefined;
  /** opens encrypted PDFs; never written anywhere */
  readonly password?: string | undefined;
  /** reads one of several parts of the inputs, to be put together by `mergeRuns`; reports are compared then */
  readonly shard?: ShardToRead | undefined;
  /** ends the run with the first input that cannot be read; documents in hand are finished */
  readonly failFast?: boolean | undefined;
  /** folder of what stages made of earlier inputs; without it nothing is kept and nothing taken from there */
  readonly cache?: string | undefined;
  /** words that the data team adds to those that ship with jisseki */
  readonly vocabulary?: VocabularyAdditions | undefined;
  /** folder that relative inputs and `out` start from (default: that of the process) */
  readonly cwd?: string;
  /** when it aborts, documents in hand are finished and no further one is begun */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** stands in for the pipeline, in tests */
  readonly read?: ReadReport;
  /** stand in for the rules that compare reports, in tests */
  readonly areaRules?: readonly AreaRule[];
}

/** What happens during a run, in this order; `document` comes once for each file, when it is done. */
export type ProgressEvent =
  | { readonly kind: 'begin'; readonly inputs: number; readonly skipped: number }
  | {
      readonly kind: 'document';
      readonly path: string;
      readonly done: number;
      readonly inputs: number;
      readonly failed: boolean;
    }
  | { readonly kind: 'join' };

/** A run that has ended: what run.json says, and what a person wants to know of each document, in input order. */
export interface RunResult {
  /** the run's folder, as given */
  readonly folder: string;
  readonly run: Run;
  readonly documents: readonly DocumentSummary[];
  /** verdicts whose finding is no more, oldest first */
  readonly staleVerdicts: readonly RecordedVerdict[];
}

/**
 * Reads all inputs and writes the run's folder, which then holds exactly the documents of this run; what people decided
 * there on findings stays and is applied. An input that cannot be read is a failure of the result and stops nothing.
 * Throws OutputFolderError, before anything is touched, where `out` cannot take a run, ZodError where `vocabulary` is none, and the file system's error where the files of the whole run cannot be written.
 */
export async function runExtraction(options: ExtractionOptions): Promise<RunResult> {
  const startedAt = new Date().toISOString();
  const cwd = resolve(options.cwd ?? '.');
  const out = resolve(cwd, options.out);
  const jobs = options.jobs ?? DEFAULT_JOBS;
  const timings = new Timings();
  const vocabulary = VocabularyAdditions.parse(options.vocabulary ?? {});
  const all = await timings.measure('find', () => findInputFiles(options.inputs, { cwd, out }));
  const { shard = null } = options;
  const files = inputsOfShard(all, shard);
  const ids = nameDocuments(all.paths);

  const verdicts = new Verdicts(await readVerdicts(out), await readMutedRules(out));
  const cache = new RunCache(options.read ? undefined : options.cache, {
    cwd,
    vocabulary,
    password: options.password,
    verdicts: [...verdicts.all(), ...verdicts.muted()],
  });
  const runAt = (
    status: Run['status'],
    outcomes: readonly (DocumentOutcome | null)[],
    ended?: Ended,
  ): Run => ({
    version: readVersion(),
    startedAt,
    endedAt: ended === undefined ? null : new Date().toISOString(),
    status,
    options: {
      inputs: options.inputs,
      out: options.out,
      jobs,
      workers: options.workers ?? null,
      limits: options.limits ?? null,
      searchable: options.searchable ?? false,
      vocabulary: options.vocabulary ?? null,
    },
    ...accountForInputs(files, outcomes, ended?.documents ?? [], ended?.staleVerdicts.length ?? 0, shard),
    rules: tallyRules(ended?.rules ?? []),
    checkedAt: null,
    cache: cache.counts,
    shard: shard === null ? null : { ...shard, unmatched: files.errors.length },
    timings: timings.toRecord(),
  });

  await openRunFolder(out, runAt('running', []));
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const onProgress = (event: ProgressEvent): void => {
    if (options.failFast && event.kind === 'document' && event.failed) stop.abort();
    options.onProgress?.(event);
  };
  if (options.failFast && files.errors.length > 0) stop.abort();
  onProgress({ kind: 'begin', inputs: files.paths.length, skipped: files.skipped });
  const context = { cwd, out, timings, verdicts };
  const reading = { ...options, ...context, ...cache.forReading(), jobs, vocabulary };
  const extractor = await openExtractor(files.paths, reading);
  const { outcomes, written, areas } = await extractAndCompare(
    files.paths,
    extractor,
    { ...options, ids, signal, onProgress },
    context,
  ).finally(() => extractor.close());
  const documentIds = written.map(({ summary }) => summary.id);
  await timings.measure('join', async () => {
    // what an interrupted run did not reach may stand there from the run before
    await keepDocumentFolders(out, signal.aborted ? ids.values() : documentIds);
    await joinDocumentFiles(out, documentIds);
  });
  await timings.measure('join', () => cache.end());
  const ended: Ended = { ...areas, staleVerdicts: verdicts.stale() };
  const run = runAt(signal.aborted ? 'interrupted' : 'complete', outcomes, ended);
  await writeRunFile(out, run);
  return { folder: options.out, run, documents: ended.documents, staleVerdicts: ended.staleVerdicts };
}

async function extractAndCompare(
  paths: readonly string[],
  extractor: Extractor,
  options: Reading & Pick<ExtractionOptions, 'areaRules' | 'shard'>,
  context: Omit<AreaContext, 'areaRules'> & { readonly timings: Timings },
) {
  const outcomes = await extractAll(paths, extractor, options);
  options.onProgress?.({ kind: 'join' });
  const written = outcomes.flatMap((outcome) => outcome?.written ?? []);
  // rules put in their place cannot be sent to workers
  const compare = options.areaRules === undefined ? extractor.compare : undefined;
  // parts are compared when they are put together
  const { areaRules = options.shard === undefined ? shippedAreaRules : [] } = options;
  const areas = await context.timings.measure('compare', () =>
    compareDocuments(written, { ...context, areaRules }, compare),
  );
  return { outcomes, written, areas };
}

/** What is known when all documents are written and compared. */
interface Ended extends ComparedDocuments {
  readonly staleVerdicts: readonly RecordedVerdict[];
}
