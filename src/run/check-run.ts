import { resolve } from 'node:path';
import {
  type AreaRule,
  checkReport,
  areaRules as shippedAreaRules,
  viewReport,
  withTokenizer,
} from '../check/index.ts';
import { writeDocumentFolder } from '../emit/document-folder.ts';
import { joinDocumentFiles } from '../emit/joined-files.ts';
import { OutputFolderError, readRunFile, writeRunFile } from '../emit/run-folder.ts';
import { readStoredReport, StoredReportError } from '../emit/stored-report.ts';
import { readMutedRules, readVerdicts } from '../emit/verdict-file.ts';
import type { Failure, Report, Run } from '../model/index.ts';
import { asRead } from '../verdict/corrections.ts';
import { Verdicts, withVerdicts } from '../verdict/verdicts.ts';
import { sumOverDocuments } from './account.ts';
import { compareDocuments } from './area-checks.ts';
import type { ProgressEvent, RunResult } from './extraction.ts';
import { isFileSystemError, notWrittenFailure, toFailure } from './failures.ts';
import { type WrittenDocument, writtenDocument } from './one-document.ts';
import { tallyRules } from './rule-tally.ts';
import { Timings } from './timings.ts';

/** Code of the failure of a document whose folder is not as it was written. */
const DAMAGED = 'damaged';

export interface CheckOptions {
  /** the folder an extraction wrote to */
  readonly folder: string;
  /** folder that a relative one starts from (default: that of the process) */
  readonly cwd?: string;
  /** when it aborts, the document in hand is finished and no further one is begun */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** stand in for the rules that compare reports, in tests */
  readonly areaRules?: readonly AreaRule[];
}

/** A check that has ended, as a run; its failures are those of the check alone. */
export interface CheckResult extends RunResult {
  readonly failures: readonly Failure[];
  readonly interrupted: boolean;
}

/**
 * Runs the rules again over the documents of an earlier run, without their sources: each document is read from its
 * folder, as it was read from its source (corrections taken back), checked, given its verdicts and written whole.
 * A document whose folder is damaged is a failure, keeps its folder and leaves the files of the whole run.
 * Throws OutputFolderError where the folder holds no complete run, and the file system's error where it takes no files.
 */
export async function runCheck(options: CheckOptions): Promise<CheckResult> {
  const out = resolve(options.cwd ?? '.', options.folder);
  const former = await readRunFile(out);
  if (former.status === 'running') throw notEnded(options.folder);
  const verdicts = new Verdicts(await readVerdicts(out), await readMutedRules(out));
  const timings = new Timings();
  const { written, failures, interrupted } = await timings.measure('check', () =>
    checkAll(former, out, verdicts, options),
  );
  if (interrupted)
    return { folder: options.folder, run: former, documents: [], staleVerdicts: [], failures, interrupted };

  options.onProgress?.({ kind: 'join' });
  const { areaRules = shippedAreaRules } = options;
  const { documents, rules } = await timings.measure('compare', () =>
    compareDocuments(written, { out, areaRules, verdicts }),
  );
  const documentIds = documents.map(({ id }) => id);
  await timings.measure('join', () => joinDocumentFiles(out, documentIds));
  const staleVerdicts = verdicts.stale();
  const allFailures = [...former.failures.filter(({ code }) => code !== DAMAGED), ...failures];
  const run: Run = {
    ...former,
    failures: allFailures,
    counts: {
      ...former.counts,
      ...sumOverDocuments(documents),
      failures: allFailures.length,
      staleVerdicts: staleVerdicts.length,
    },
    rules: tallyRules(rules),
    checkedAt: new Date().toISOString(),
    timings: { ...former.timings, ...timings.toRecord() },
  };
  await writeRunFile(out, run);
  return { folder: options.folder, run, documents, staleVerdicts, failures, interrupted };
}

async function checkAll(
  { inputs }: Run,
  out: string,
  verdicts: Verdicts,
  { signal, onProgress }: CheckOptions,
): Promise<{ written: WrittenDocument[]; failures: Failure[]; interrupted: boolean }> {
  const all = inputs.flatMap(({ path, documentId }) => (documentId === null ? [] : [{ path, documentId }]));
  const written: WrittenDocument[] = [];
  const failures: Failure[] = [];
  onProgress?.({ kind: 'begin', inputs: all.length, skipped: 0 });
  for (const [index, { path, documentId }] of all.entries()) {
    if (signal?.aborted) return { written, failures, interrupted: true };
    const outcome = await checkDocument(out, path, documentId, verdicts);
    if ('code' in outcome) failures.push(outcome);
    else written.push(outcome);
    const failed = 'code' in outcome;
    onProgress?.({ kind: 'document', path, done: index + 1, inputs: all.length, failed });
  }
  return { written, failures, interrupted: false };
}

/** Checks one document again and writes its folder; what is wrong with the folder is its failure. */
export async function checkDocument(
  out: string,
  path: string,
  documentId: string,
  verdicts: Verdicts,
): Promise<WrittenDocument | Failure> {
  try {
    const report = withVerdicts(await checkAgain(await readStoredReport(out, documentId)), verdicts);
    await writeDocumentFolder(out, report);
    return writtenDocument(report);
  } catch (error) {
    if (error instanceof StoredReportError) return { path, code: DAMAGED, message: error.text, stack: null };
    return isFileSystemError(error) ? notWrittenFailure(path, error) : toFailure(path, error);
  }
}

/** The report as it was read, with what the rules say of it now. */
async function checkAgain(stored: Report): Promise<Report> {
  const { document, text, records, observations, slips = [], doubts = [], pages, headers } = stored;
  const fresh = observations.map((observation) => ({ ...asRead(observation), findings: [] }));
  const view = viewReport({ document, text, records, observations: fresh, slips, doubts });
  const { findings, ...checks } = checkReport(await withTokenizer(view));
  return { document, text, records, observations: fresh, findings, slips, doubts, pages, headers, checks };
}

function notEnded(folder: string): OutputFolderError {
  return new OutputFolderError(folder, {
    ja: '抽出が終わっていません。jisseki extract をもう一度実行してください',
    en: 'its run has not ended; run jisseki extract again',
  });
}
