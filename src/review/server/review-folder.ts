import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf } from '../../emit/line-reader.ts';
import { OutputFolderError, RUN_FILE, readRunFile } from '../../emit/run-folder.ts';
import type { Document, RecordedVerdict, Run } from '../../model/index.ts';
import type { ReviewEvent } from '../api.ts';
import { Decisions } from './decisions.ts';
import { type IndexedFinding, indexFindings } from './finding-index.ts';
import { type Counted, countObservations } from './overview.ts';
import { StoredReports } from './stored-reports.ts';

/** What a run says of itself and what its findings are: read at the start, and again when the run was written anew. */
interface ReadRun {
  readonly run: Run;
  /** in the order of the run */
  readonly documents: ReadonlyMap<string, Document>;
  /** best ranked first */
  readonly findings: readonly IndexedFinding[];
  readonly byId: ReadonlyMap<string, IndexedFinding>;
  readonly byFingerprint: ReadonlyMap<string, IndexedFinding>;
  /** run.json as it was when this was read */
  readonly stamp: string;
}

/** A run's folder under review: what was extracted and what people decided, kept up with who else writes to it. */
export class ReviewFolder {
  readonly folder: string;
  readonly decisions: Decisions;
  readonly reports: StoredReports;
  #read: ReadRun;
  /** run.json as it was when it was last looked at */
  #seen: string;
  #counted: Promise<Counted> | null = null;
  #following: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<(event: ReviewEvent) => void>();

  private constructor(folder: string, read: ReadRun) {
    this.folder = folder;
    this.#read = read;
    this.#seen = read.stamp;
    this.decisions = new Decisions(folder);
    this.reports = new StoredReports(folder);
  }

  /** Throws OutputFolderError where the folder holds no run that has ended, or a verdict cannot be read. */
  static async open(folder: string): Promise<ReviewFolder> {
    const { status } = await readRunFile(folder);
    if (status === 'running') throw notEnded(folder);
    const opened = new ReviewFolder(folder, await readRun(folder));
    await opened.decisions.follow();
    return opened;
  }

  get run(): Run {
    return this.#read.run;
  }

  get documents(): ReadonlyMap<string, Document> {
    return this.#read.documents;
  }

  get findings(): readonly IndexedFinding[] {
    return this.#read.findings;
  }

  finding(id: string): IndexedFinding | undefined {
    return this.#read.byId.get(id);
  }

  findingOn(fingerprint: string): IndexedFinding | undefined {
    return this.#read.byFingerprint.get(fingerprint);
  }

  /** Counts over all observations; made when first asked for. */
  counted(): Promise<Counted> {
    this.#counted ??= countObservations(this.folder);
    return this.#counted;
  }

  isOpen(finding: IndexedFinding): boolean {
    return this.decisions.verdictOf(finding) === null && !this.decisions.isMuted(finding);
  }

  /** Takes in what others wrote since, and tells who listens. Calls queue up, so that each line is told once. */
  follow(): Promise<void> {
    const next = this.#following.then(() => this.#follow());
    this.#following = next.catch(() => undefined);
    return next;
  }

  /** Calls `listener` with all that happens until the returned function is called. */
  listen(listener: (event: ReviewEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: ReviewEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  async #follow(): Promise<void> {
    const stamp = await stampOf(this.folder);
    if (stamp !== this.#seen) {
      // a run under way is waited for: its files are not whole yet
      const { status } = await readRunFile(this.folder);
      if (status !== 'running') await this.#reload();
      this.#seen = stamp;
    }
    const { verdicts, mutes } = await this.decisions.follow();
    for (const line of verdicts) this.#tellVerdict(line);
    if (mutes) this.tell({ kind: 'reloaded' });
  }

  async #reload(): Promise<void> {
    this.#read = await readRun(this.folder);
    this.#counted = null;
    this.reports.clear();
    this.tell({ kind: 'reloaded' });
  }

  #tellVerdict({ findingId, fingerprint, by }: RecordedVerdict): void {
    const finding = this.findingOn(fingerprint);
    if (finding === undefined) this.tell({ kind: 'reloaded' });
    else {
      const verdict = this.decisions.verdictOf(finding);
      this.tell({ kind: 'verdict', findingId: findingId ?? finding.id, verdict, by });
    }
  }
}

async function readRun(folder: string): Promise<ReadRun> {
  const stamp = await stampOf(folder);
  const run = await readRunFile(folder);
  const documents = new Map<string, Document>();
  for await (const line of linesOf(join(folder, 'documents.jsonl'))) {
    if (line.length === 0) continue;
    const document = JSON.parse(line.toString()) as Document;
    documents.set(document.id, document);
  }
  const findings = await indexFindings(folder, documents);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  return { run, documents, findings, byId, byFingerprint, stamp };
}

/** Tells one writing of run.json, the last file that a run writes, from another. */
async function stampOf(folder: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(join(folder, RUN_FILE)).catch(() => ({
    mtimeMs: 0,
    size: 0,
    ino: 0,
  }));
  return `${ino}:${size}:${mtimeMs}`;
}

function notEnded(folder: string): OutputFolderError {
  return new OutputFolderError(folder, {
    ja: '抽出が終わっていません。終わるのを待つか、jisseki extract をもう一度実行してください',
    en: 'its run has not ended; wait for it, or run jisseki extract again',
  });
}
