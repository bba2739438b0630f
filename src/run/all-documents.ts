import PQueue from 'p-queue';
import { closeReaders } from '../ingest/index.ts';
import { readReport } from '../pipeline.ts';
import { createVocabulary, type VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import type { CompareElsewhere } from './area-checks.ts';
import { nameDocuments } from './document-ids.ts';
import type { ExtractionOptions } from './extraction.ts';
import { type DocumentOutcome, extractDocument } from './one-document.ts';
import type { Timings } from './timings.ts';
import type { Verdicts } from './verdicts.ts';
import { chooseWorkers } from './workers/choose.ts';
import { WorkerPool } from './workers/pool.ts';

interface Extraction extends Pick<ExtractionOptions, 'read' | 'workers' | 'limits' | 'password'> {
  readonly cwd: string;
  readonly out: string;
  readonly jobs: number;
  readonly timings: Timings;
  readonly vocabulary: VocabularyAdditions;
  readonly verdicts: Verdicts;
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

/**
 * Reads all files and writes their documents. Says what became of each path, in the order of the paths; null where the
 * run was interrupted before it.
 */
export async function extractAll(
  paths: readonly string[],
  extractor: Extractor,
  { signal, onProgress }: Pick<ExtractionOptions, 'signal' | 'onProgress'>,
): Promise<readonly (DocumentOutcome | null)[]> {
  const ids = nameDocuments(paths);
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
  const reading = { vocabulary: createVocabulary(rest.vocabulary), password };
  const { read = readReport } = rest;
  return {
    atOnce: jobs,
    extract: (path, documentId) =>
      extractDocument({ path, documentId, cwd, out, timings, verdicts, reading, read }),
    close: closeReaders,
  };
}

function inWorkers(workers: number, extraction: Extraction): Extractor {
  const { cwd, out, vocabulary, password, limits, timings, verdicts } = extraction;
  const pool = new WorkerPool({ workers, limits, cwd, out, vocabulary, password, verdicts: verdicts.all() });
  return {
    atOnce: workers,
    extract: (path, documentId) => pool.extract({ path, documentId }, { timings, verdicts }),
    compare: (area, here) => pool.compare(area, { verdicts, here }),
    close: () => pool.close(),
  };
}
