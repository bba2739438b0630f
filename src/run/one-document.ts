import { createHash } from 'node:crypto';
import { documentDigest, writeDocumentFolder } from '../emit/document-folder.ts';
import { InvalidLineError } from '../emit/json-line.ts';
import type { DocumentSummary, Failure, Report, RunInput, Source } from '../model/index.ts';
import type { DocumentInput, PipelineOptions } from '../pipeline.ts';
import { type Verdicts, withVerdicts } from '../verdict/verdicts.ts';
import type { Comparable } from './area-checks.ts';
import type { StageCache } from './cache/stage-cache.ts';
import { summarizeReport } from './document-summary.ts';
import { isFileSystemError, notWrittenFailure, toFailure } from './failures.ts';
import { readInputBytes } from './input-bytes.ts';
import { type RulesAtWork, rulesAtWork } from './rule-tally.ts';
import { searchableCopy } from './searchable-copy.ts';
import type { Timings } from './timings.ts';

/** Reads one report: `readReport` of the pipeline, or what a test puts in its place. */
export type ReadReport = (input: DocumentInput, options: PipelineOptions) => Promise<Report>;

/** What a run keeps of a document it has written; small, whatever the size of the report. */
export interface WrittenDocument {
  readonly summary: DocumentSummary;
  readonly comparable: Comparable;
  readonly rules: RulesAtWork;
}

/** What became of one input. Exactly one of `written` and `failure` is not null. */
export interface DocumentOutcome {
  readonly input: RunInput;
  readonly written: WrittenDocument | null;
  readonly failure: Failure | null;
}

export interface DocumentTask {
  /** as named on the command line */
  readonly path: string;
  readonly documentId: string;
  /** folder that a relative path starts from */
  readonly cwd: string;
  /** the run's folder */
  readonly out: string;
  /** what reading depends on besides the bytes */
  readonly reading: PipelineOptions;
  readonly read: ReadReport;
  readonly verdicts: Verdicts;
  /** null or missing: nothing is kept */
  readonly cache?: StageCache | null;
  readonly timings: Timings;
  /** whether a searchable copy of scanned pages is written beside the data */
  readonly searchable: boolean;
}

/** Reads one input and writes its document, whole or not at all. Never throws: what goes wrong is its failure. */
export async function extractDocument(task: DocumentTask): Promise<DocumentOutcome> {
  const { path, documentId, timings, verdicts, cache = null } = task;
  const input: RunInput = { path, sha256: null, bytes: null, documentId: null };
  const failed = (failure: Failure): DocumentOutcome => ({ input, written: null, failure });

  let report: Report;
  let dependsOn: readonly string[];
  let copy: Uint8Array | null = null;
  try {
    const bytes = await timings.measure('load', () => readInputBytes(path, task.cwd));
    input.sha256 = createHash('sha256').update(bytes).digest('hex');
    input.bytes = bytes.length;
    dependsOn = [input.sha256, path, documentId, ...(task.searchable ? ['searchable'] : [])];
    const former = await timings.measure('load', () =>
      unchangedDocument(cache, dependsOn, task.out, documentId),
    );
    if (former !== null) {
      verdicts.meet(former.met);
      return { input: { ...input, documentId }, written: former.written, failure: null };
    }
    const { reading, read } = task;
    let source: Source | null = null;
    const onRead = (asRead: Source): void => {
      source = asRead;
    };
    const options = task.searchable ? { ...reading, onRead } : reading;
    report = await timings.measure('read', () => read({ path, documentId, bytes }, options));
    assertOwnDocument(report, documentId);
    if (source !== null) {
      const scanned = { path, bytes, password: reading.password };
      copy = await timings.measure('copy', () => searchableCopy(scanned, source as Source));
    }
  } catch (error) {
    return failed(toFailure(path, error));
  }

  try {
    report = withVerdicts(report, verdicts);
    const digest = await timings.measure('write', () => writeDocumentFolder(task.out, report, copy));
    const kept: KeptDocument = { digest, written: writtenDocument(report), met: verdicts.metBy(report) };
    await cache?.keep('written', dependsOn, kept);
    return { input: { ...input, documentId }, written: kept.written, failure: null };
  } catch (error) {
    return failed(isFileSystemError(error) ? notWrittenFailure(path, error) : toFailure(path, error));
  }
}

/** What is kept of a document that was written. */
interface KeptDocument {
  /** of its folder */
  readonly digest: string;
  readonly written: WrittenDocument;
  /** fingerprints of the verdicts it met */
  readonly met: readonly string[];
}

/** What was kept of a document whose folder still holds it; null where it has to be written. */
async function unchangedDocument(
  cache: StageCache | null,
  dependsOn: readonly string[],
  out: string,
  documentId: string,
): Promise<KeptDocument | null> {
  const former = (await cache?.find('written', dependsOn)) as KeptDocument | undefined;
  if (former === undefined || former.digest !== (await documentDigest(out, documentId))) return null;
  cache?.countMet('written');
  return former;
}

/** What a run keeps of a report once its folder is written. */
export function writtenDocument(report: Report): WrittenDocument {
  const { id, refArea, reportPeriod } = report.document;
  return {
    summary: summarizeReport(report),
    comparable: { id, refArea, reportPeriod },
    rules: rulesAtWork(report.checks?.checked ?? {}, report.findings),
  };
}

/** The id is the name of the document's folder, so a reader that makes up another is a bug. */
function assertOwnDocument(report: Report, documentId: string): void {
  const { id } = report.document;
  if (id === documentId) return;
  throw new InvalidLineError(`document ${documentId}`, `document.id: expected "${documentId}", got "${id}"`);
}
