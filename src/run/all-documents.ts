import PQueue from 'p-queue';
import { closeReaders } from '../ingest/index.ts';
import { readReport } from '../pipeline.ts';
import { createVocabulary, type VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { nameDocuments } from './document-ids.ts';
import type { ExtractionOptions } from './extraction.ts';
import { type DocumentOutcome, extractDocument } from './one-document.ts';
import type { Timings } from './timings.ts';
import type { Verdicts } from './verdicts.ts';
import { chooseWorkers } from './workers/choose.ts';
import { WorkerPool } from './workers/pool.ts';

interface Extraction
  extends Pick<
    ExtractionOptions,
    'signal' | 'onProgress' | 'read' | 'workers' | 'limits' | 'password' | 'searchable'
  > {
  readonly cwd: string;
  readonly out: string;
  readonly jobs: number;
  readonly timings: Timings;
  readonly vocabulary: VocabularyAdditions;
  readonly verdicts: Verdicts;
}

/**
 * Reads all files, in this thread or in workers, and writes their documents. Says what became of each path, in the order
 * of the paths; null where the run was interrupted before it.
 */
export async function extractAll(
  paths: readonly string[],
  extraction: Extraction,
): Promise<readonly (DocumentOutcome | null)[]> {
  const { cwd, jobs, signal, onProgress, read } = extraction;
  const ids = nameDocuments(paths);
  const workers = read ? 0 : (extraction.workers ?? (await chooseWorkers(paths, cwd, jobs)));
  const extractor = workers === 0 ? inThisThread(extraction) : inWorkers(workers, extraction);
  const queue = new PQueue({ concurrency: workers === 0 ? jobs : workers });
  let done = 0;
  try {
    return await Promise.all(
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
  } finally {
    await extractor.close();
  }
}

interface Extractor {
  extract(path: string, documentId: string): Promise<DocumentOutcome>;
  close(): Promise<void>;
}

function inThisThread({ cwd, out, timings, verdicts, password, ...rest }: Extraction): Extractor {
  const reading = { vocabulary: createVocabulary(rest.vocabulary), password };
  const { read = readReport, searchable = false } = rest;
  return {
    extract: (path, documentId) =>
      extractDocument({ path, documentId, cwd, out, timings, verdicts, reading, read, searchable }),
    close: closeReaders,
  };
}

function inWorkers(workers: number, extraction: Extraction): Extractor {
  const { cwd, out, vocabulary, password, limits, timings, verdicts, searchable = false } = extraction;
  const pool = new WorkerPool({
    workers,
    limits,
    cwd,
    out,
    vocabulary,
    password,
    searchable,
    verdicts: verdicts.all(),
  });
  return {
    extract: (path, documentId) => pool.extract({ path, documentId }, { timings, verdicts }),
    close: () => pool.close(),
  };
}
