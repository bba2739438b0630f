import { threadId, workerData } from 'node:worker_threads';
import { areaRules } from '../../check/index.ts';
import { validReport } from '../../emit/valid-report.ts';
import {
  DocumentError,
  type DocumentErrorCode,
  type RecordedMute,
  type RecordedVerdict,
  type Report,
} from '../../model/index.ts';
import { type DocumentInput, type PipelineOptions, readReport } from '../../pipeline.ts';
import { Verdicts } from '../../verdict/verdicts.ts';
import { createVocabulary, type VocabularyAdditions } from '../../vocabulary/vocabulary.ts';
import { type ComparedArea, compareArea } from '../area-checks.ts';
import { type CacheCounts, type CacheSetting, NOTHING_MET, StageCache } from '../cache/stage-cache.ts';
import { type DocumentOutcome, extractDocument } from '../one-document.ts';
import { Timings } from '../timings.ts';
import { PageMarks } from './page-marks.ts';
import { tidyUpAfter } from './tidy.ts';

/** What all documents of a worker have in common: the `workerData` of its thread. */
export interface WorkerSetting {
  readonly vocabulary: VocabularyAdditions;
  readonly password: string | undefined;
  readonly cwd: string;
  /** the run's folder; null where reports are given back in memory */
  readonly out: string | null;
  readonly verdicts: readonly RecordedVerdict[];
  /** null: nothing is kept */
  readonly cache: CacheSetting | null;
  readonly muted: readonly RecordedMute[];
  readonly searchable: boolean;
}

/** What comes along with each document. */
export interface Attempt {
  readonly skipPages: NonNullable<PipelineOptions['skipPages']>;
  /** `shared` of the parent's PageMarks */
  readonly marks: SharedArrayBuffer;
}

/** A document that was read and written by a worker, and what the run keeps count of. */
export interface Extracted {
  readonly outcome: DocumentOutcome;
  readonly timings: Readonly<Record<string, number>>;
  /** fingerprints of verdicts that were met */
  readonly met: readonly string[];
  readonly cache: CacheCounts;
}

/** A report read by a worker, or the parts of the DocumentError that says why it was not. */
export type Answer =
  | { readonly report: Report }
  | {
      readonly error: {
        readonly code: DocumentErrorCode;
        readonly path: string;
        readonly text: DocumentError['text'];
      };
    };

const setting = workerData as WorkerSetting;
const vocabulary = createVocabulary(setting.vocabulary);
const verdicts = new Verdicts(setting.verdicts, setting.muted);
const cache = setting.cache === null ? null : new StageCache(setting.cache);

/** Reads one input and writes its document, in a worker; never throws. */
export async function extractInWorker(
  task: Attempt & { readonly path: string; readonly documentId: string },
): Promise<Extracted> {
  const { path, documentId } = task;
  const { cwd, out } = setting;
  const timings = new Timings();
  const outcome = await extractDocument({
    path,
    documentId,
    cwd,
    out: out!,
    verdicts,
    timings,
    cache: task.skipPages.length === 0 ? cache : null,
    searchable: setting.searchable,
    reading: readingOf(task),
    read: readReport,
  });
  tidyUpAfter(outcome.written?.summary.coverage.characters ?? 0);
  return {
    outcome,
    timings: timings.toRecord(),
    met: verdicts.takeMet(),
    cache: cache?.takeCounts() ?? NOTHING_MET,
  };
}

/** The documents of one municipality, compared by a worker. */
export interface AreaAnswer {
  readonly compared: ComparedArea;
  /** fingerprints of verdicts that were met */
  readonly met: readonly string[];
}

/** Compares the documents of one municipality with the rules that ship with jisseki, in a worker. */
export async function compareInWorker(ids: readonly string[]): Promise<AreaAnswer> {
  const compared = await compareArea(ids, { out: setting.out!, areaRules, verdicts });
  return { compared, met: verdicts.takeMet() };
}

/** Reads one report, in a worker, and gives it back as what is written; throws where the program is at fault. */
export async function readInWorker(task: Attempt & DocumentInput): Promise<Answer> {
  const { path, documentId, bytes } = task;
  try {
    return { report: validReport(await readReport({ path, documentId, bytes }, readingOf(task))) };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const { code, text } = error;
    return { error: { code, path: error.path, text } };
  }
}

function readingOf({ skipPages, marks: shared }: Attempt): PipelineOptions {
  const marks = new PageMarks(shared);
  marks.begin(threadId);
  const { password } = setting;
  // what was read without some pages depends on how fast the machine was
  const keep = skipPages.length === 0 ? (cache ?? undefined) : undefined;
  return { vocabulary, password, skipPages, onPage: (page) => marks.turnTo(page), keep };
}
