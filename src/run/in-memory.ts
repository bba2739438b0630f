import PQueue from 'p-queue';
import { validReport } from '../emit/valid-report.ts';
import type { Failure, Report } from '../model/index.ts';
import { type DocumentInput, readReport } from '../pipeline.ts';
import { createVocabulary, VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { compareReports } from './area-checks.ts';
import { nameDocuments } from './document-ids.ts';
import { DEFAULT_JOBS } from './extraction.ts';
import { toFailure } from './failures.ts';
import { readInputBytes } from './input-bytes.ts';
import { findInputFiles } from './input-files.ts';
import type { ReadReport } from './one-document.ts';
import { skippedPictures } from './skipped-pictures.ts';
import { chooseWorkers, isDrawnKind } from './workers/choose.ts';
import type { ReadingLimits } from './workers/limits.ts';
import { WorkerPool } from './workers/pool.ts';

/** A file, folder or glob by its path, or a report already in memory with the name it goes by. */
export type ExtractInput = string | { readonly path: string; readonly bytes: Uint8Array };

export interface ExtractOptions {
  /** reports under way at once (default: up to 4); the result does not depend on it */
  readonly jobs?: number;
  /** threads that read, 0: this one (default: as many as `jobs` where there is a PDF, a picture or a large batch, else 0) */
  readonly workers?: number;
  /** what reading one document may cost in a worker */
  readonly limits?: ReadingLimits;
  /** opens encrypted PDFs */
  readonly password?: string;
  /** words to add to those that ship with jisseki, as in `jisseki.config.json` */
  readonly vocabulary?: VocabularyAdditions;
  /** folder that relative paths start from (default: that of the process) */
  readonly cwd?: string;
  /** called for each input that cannot be read; without it the first such input rejects the whole call */
  readonly onFailure?: (failure: Failure) => void;
  /** stands in for the pipeline, in tests */
  readonly read?: ReadReport;
}

/**
 * Reads reports and gives them back in memory: what `jisseki extract` writes, validated alike, in the same order (files
 * by path, in order of code points; reports given as bytes first, in their order).
 *
 *     const [report] = await extract('reports/r5.txt');
 *     report.observations.filter(({ measure }) => measure === 'actual');
 *
 * Without `onFailure`, rejects with the error of the first input that cannot be read, a DocumentError
 * unless it is a fault of the program. Two inputs with the same `path` are a mistake of the caller and reject too.
 */
export async function extract(
  inputs: ExtractInput | readonly ExtractInput[],
  options: ExtractOptions = {},
): Promise<Report[]> {
  const { jobs = DEFAULT_JOBS, cwd = process.cwd(), onFailure } = options;
  const all: readonly ExtractInput[] = isOne(inputs) ? [inputs] : inputs;
  const given = all.filter((input) => typeof input !== 'string');
  const named = all.filter((input) => typeof input === 'string');

  const files = await findInputFiles(named, { cwd, out: null });
  const paths = [...given.map(({ path }) => path), ...files.paths];
  const ids = nameDocuments(paths);
  const workers = options.read ? 0 : (options.workers ?? (await workersFor(given, files.paths, cwd, jobs)));
  const reader = openReader(workers, { ...options, cwd });
  const queue = new PQueue({ concurrency: workers === 0 ? jobs : workers });
  const readings = await Promise.all(
    paths.map((path, index) =>
      queue.add(async (): Promise<Reading> => {
        try {
          const bytes = given[index]?.bytes ?? (await readInputBytes(path, cwd));
          return await reader.read({ path, documentId: ids.get(path)!, bytes });
        } catch (error) {
          return { path, error };
        }
      }),
    ),
  ).finally(() => reader.close());
  const failed = [
    ...files.errors.map((error) => ({ path: error.path, error })),
    ...readings.filter(isFailed),
  ];
  const reports = readings.filter((reading): reading is Report => !isFailed(reading));
  const failures = failed.map(({ path, error }) => ({ error, failure: toFailure(path, error) }));
  const pictures = skippedPictures(
    failures.map(({ failure }) => failure),
    files.met,
    reports.length,
  );
  const skipped = new Set(pictures.map(({ path }) => path));
  for (const { error, failure } of failures) {
    if (skipped.has(failure.path)) continue;
    if (onFailure === undefined) throw error;
    onFailure(failure);
  }
  return compareReports(reports);
}

interface Reader {
  read(input: DocumentInput): Promise<Report>;
  close(): Promise<void>;
}

function openReader(workers: number, options: ExtractOptions & { readonly cwd: string }): Reader {
  const { cwd, limits, password, read = readReport } = options;
  const vocabulary = VocabularyAdditions.parse(options.vocabulary ?? {});
  const nothing = { searchable: false, verdicts: [], muted: [], cache: null };
  if (workers > 0) return new WorkerPool({ workers, limits, cwd, vocabulary, password, ...nothing });
  const reading = { vocabulary: createVocabulary(vocabulary), password };
  return { read: async (input) => validReport(await read(input, reading)), close: async () => undefined };
}

async function workersFor(
  given: readonly { readonly bytes: Uint8Array }[],
  paths: readonly string[],
  cwd: string,
  jobs: number,
): Promise<number> {
  if (given.some(({ bytes }) => isDrawnKind(bytes))) return Math.min(jobs, given.length + paths.length);
  return chooseWorkers(paths, cwd, jobs);
}

type Failed = { readonly path: string; readonly error: unknown };
type Reading = Report | Failed;

function isFailed(reading: Reading): reading is Failed {
  return 'error' in reading;
}

function isOne(inputs: ExtractInput | readonly ExtractInput[]): inputs is ExtractInput {
  return !Array.isArray(inputs);
}
