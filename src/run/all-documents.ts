import PQueue from 'p-queue';
import { closeReaders } from '../ingest/index.ts';
import { readReport } from '../pipeline.ts';
import type { Verdicts } from '../verdict/verdicts.ts';
import { createVocabulary, type VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import type { CompareElsewhere } from './area-checks.ts';
import { type CacheCounts, type CacheSetting, StageCache } from './cache/stage-cache.ts';
import type { ExtractionOptions } from './extraction.ts';
import { type DocumentOutcome, extractDocument } from './one-document.ts';
import type { Timings } from './timings.ts';
import { chooseWorkers } from './workers/choose.ts';
import { WorkerPool } from './workers/pool.ts';

interface Extraction
  extends Pick<ExtractionOptions, 'read' | 'workers' | 'limits' | 'password' | 'searchable'> {
  readonly cwd: string;
  readonly out: string;
  readonly jobs: number;
  readonly timings: Timings;
  readonly vocabulary: VocabularyAdditions;
  readonly verdicts: Verdicts;
  /** null: nothing is kept */
  readonly cache: CacheSetting | null;
  readonly onCache: (counts: CacheCounts) => void;
}

/** Reads the documents of a run, in this thread or in workers. */
export interface Extractor {
  /** documents under way at once */
  readonly atOnce: number;
  extract(path: string, documentId: string): Promise<DocumentOutcome>;
  readonly compare?: CompareElsewhere;
  close(): Promise<void>;
}

/** Chooses who reads the files; to be closed when they have been read and compared. */
export async function openExtractor(paths: readonly string[], extraction: Extraction): Promise<Extractor> {
  const { cwd, jobs, read } = extraction;
  const workers = read ? 0 : (extraction.workers ?? (await chooseWorkers(paths, cwd, jobs)));
  return workers === 0 ? inThisThread(extraction) : inWorkers(workers, extraction);
}

export interface Reading extends Pick<ExtractionOptions, 'signal' | 'onProgress'> {
  /** path → id of its document */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Reads all files and writes their documents. Says what became of each path, in the order of the paths; null where the
 * run was interrupted before it.
 */
export async function extractAll(
  paths: readonly string[],
  extractor: Extractor,
  { ids, signal, onProgress }: Reading,
): Promise<readonly (DocumentOutcome | null)[]> {
  const queue = new PQueue({ concurrency: extractor.atOnce });
  let done = 0;
  return Promise.all(
    paths.map((path) =>
      queue.add(async () => {
        if (signal?.aborted) return null;
        const outcome = await extractor.extract(path, ids.get(path)!);
        done += 1;
        const failed = outcome.failure !== null;
        onProgress?.({ kind: 'document', path, done, inputs: paths.length, failed });
        return outcome;
      }),
    ),
  );
}

function inThisThread({ cwd, out, jobs, timings, verdicts, password, ...rest }: Extraction): Extractor {
  const { read = readReport, cache, onCache, searchable = false } = rest;
  const keep = cache === null ? undefined : new StageCache(cache);
  const reading = { vocabulary: createVocabulary(rest.vocabulary), password, keep };
  const common = { cwd, out, timings, verdicts, reading, read, searchable, cache: keep ?? null };
  return {
    atOnce: jobs,
    extract: async (path, documentId) => {
      const outcome = await extractDocument({ path, documentId, ...common });
      if (keep !== undefined) onCache(keep.takeCounts());
      return outcome;
    },
    close: closeReaders,
  };
}

function inWorkers(workers: number, extraction: Extraction): Extractor {
  const { limits, timings, verdicts, onCache, cwd, out, vocabulary, password, cache } = extraction;
  const { searchable = false } = extraction;
  const decided = { verdicts: verdicts.all(), muted: verdicts.muted() };
  const setting = { cwd, out, vocabulary, password, searchable, cache, ...decided };
  const pool = new WorkerPool({ workers, limits, ...setting });
  return {
    atOnce: workers,
    extract: (path, documentId) => pool.extract({ path, documentId }, { timings, verdicts, onCache }),
    compare: (area, here) => pool.compare(area, { verdicts, here }),
    close: () => pool.close(),
  };
}
