import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { SkippedPage } from '../../ingest/index.ts';
import { DocumentError, type Report } from '../../model/index.ts';
import type { DocumentInput } from '../../pipeline.ts';
import type { Verdicts } from '../../verdict/verdicts.ts';
import type { Area, ComparedArea } from '../area-checks.ts';
import type { CacheCounts } from '../cache/stage-cache.ts';
import { toFailure } from '../failures.ts';
import { readInputBytes } from '../input-bytes.ts';
import type { DocumentOutcome } from '../one-document.ts';
import type { Timings } from '../timings.ts';
import { endedError } from './ended.ts';
import { type Limits, limitsFor, type ReadingLimits } from './limits.ts';
import { PageMarks } from './page-marks.ts';
import { type Excess, watchWorker } from './watch.ts';
import type { Answer, AreaAnswer, Attempt, Extracted, WorkerSetting } from './worker.ts';

/** A document with more pages than this that exceed a limit is given up. */
const MOST_SKIPPED = 5;

/** Room for what lives shortly: with V8's own 48 MB or less, more of a page outlives it and is copied about. */
const YOUNG_MEGABYTES = 64;

/** Observations of documents compared in a worker: they take some 2 KB each. */
const MOST_COMPARED = 150_000;

/** The worker's file beside this one: .ts from the sources, .js where the program is built. */
const WORKER_FILE = fileURLToPath(new URL(import.meta.url.replace(/pool(?=\.[jt]s$)/, 'worker')));

/** What a run counts over all its documents. */
export interface RunTallies {
  readonly timings: Timings;
  readonly verdicts: Verdicts;
  readonly onCache: (counts: CacheCounts) => void;
}

type DocumentName = Pick<DocumentInput, 'path' | 'documentId'>;

export interface PoolOptions extends Omit<WorkerSetting, 'out'> {
  readonly workers: number;
  readonly limits?: ReadingLimits | undefined;
  readonly out?: string;
}

/**
 * Reads documents in threads of their own, each with limits of memory and time. A worker that exceeds one is ended, and its
 * document read again without the page it was at; a document that fails again is one DocumentError. The others go on.
 */
export class WorkerPool {
  readonly #threads: Piscina;
  readonly #limits: Limits;
  readonly #cwd: string;

  constructor({ workers, limits, out = undefined, ...setting }: PoolOptions) {
    this.#limits = limitsFor(workers, limits);
    this.#cwd = setting.cwd;
    this.#threads = new Piscina({
      filename: WORKER_FILE,
      minThreads: 0,
      maxThreads: workers,
      idleTimeout: Number.POSITIVE_INFINITY,
      atomics: 'disabled',
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.megabytes,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
      workerData: { ...setting, out: out ?? null } satisfies WorkerSetting,
    });
    this.#threads.on('error', () => undefined);
  }

  /** Reads one input and writes its document, as `extractDocument` does; never throws. */
  async extract(
    { path, documentId }: DocumentName,
    { timings, verdicts, onCache }: RunTallies,
  ): Promise<DocumentOutcome> {
    try {
      const done = await this.#run<Extracted>('extractInWorker', { path, documentId });
      timings.add(done.timings);
      verdicts.meet(done.met);
      onCache(done.cache);
      return done.outcome;
    } catch (error) {
      return { input: await this.#inputOf(path), written: null, failure: toFailure(path, error) };
    }
  }

  /** Reads one report and gives it back, validated; throws as `readReport` does. */
  async read({ path, documentId, bytes }: DocumentInput): Promise<Report> {
    // a view of a larger buffer would take all of it along
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    const answer = await this.#run<Answer>('readInWorker', { path, documentId, bytes: own });
    if ('report' in answer) return answer.report;
    throw new DocumentError(answer.error.code, answer.error.path, answer.error.text);
  }

  /** Compares the documents of a municipality in a worker; `here` where they are too many, or one fails at it. */
  async compare(
    { ids, observations }: Area,
    { verdicts, here }: { readonly verdicts: Verdicts; readonly here: () => Promise<ComparedArea> },
  ): Promise<ComparedArea> {
    if (observations > MOST_COMPARED) return here();
    try {
      const { compared, met } = (await this.#threads.run(ids, { name: 'compareInWorker' })) as AreaAnswer;
      verdicts.meet(met);
      return compared;
    } catch {
      return here();
    }
  }

  async close(): Promise<void> {
    await this.#threads.destroy();
  }

  async #run<T>(name: string, task: DocumentName & { bytes?: Uint8Array }): Promise<T> {
    const skipPages: SkippedPage[] = [];
    for (;;) {
      const marks = new PageMarks();
      const attempt: Attempt = { skipPages, marks: marks.shared };
      const ended = await this.#attempt<T>(name, { ...task, ...attempt }, marks);
      if (typeof ended === 'object') return ended.result;
      const { page } = marks;
      const isLast = skipPages.length === MOST_SKIPPED || (ended === 'memory' && hasMemory(skipPages));
      if (page === 0 || ended === 'document' || isLast)
        throw endedError(task.path, ended, page, this.#limits);
      skipPages.push(skipped(page, ended, this.#limits));
    }
  }

  /** What one worker makes of a document, or the limit it was ended for. */
  async #attempt<T>(name: string, task: unknown, marks: PageMarks): Promise<{ result: T } | Excess> {
    const ending = new AbortController();
    let excess: Excess | null = null;
    const unwatch = watchWorker(
      marks,
      this.#limits,
      () => this.#threads.threads,
      (exceeded) => {
        excess = exceeded;
        ending.abort();
      },
    );
    try {
      return { result: (await this.#threads.run(task, { name, signal: ending.signal })) as T };
    } catch (error) {
      if (excess !== null) return excess;
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        return 'memory';
      throw error;
    } finally {
      unwatch();
    }
  }

  /** What run.json says of an input whose worker was ended. */
  async #inputOf(path: string): Promise<DocumentOutcome['input']> {
    const bytes = await readInputBytes(path, this.#cwd).catch(() => null);
    const sha256 = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
    return { path, sha256, bytes: bytes?.length ?? null, documentId: null };
  }
}

const hasMemory = (skipPages: readonly SkippedPage[]): boolean =>
  skipPages.some(({ kind }) => kind === 'failed');

const skipped = (page: number, ended: Excess, { pageSeconds, megabytes }: Limits): SkippedPage =>
  ended === 'memory'
    ? { kind: 'failed', page, detail: `memory > ${megabytes} MB` }
    : { kind: 'tooSlow', page, detail: `${pageSeconds}` };
