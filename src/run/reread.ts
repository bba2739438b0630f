import { createHash } from 'node:crypto';
import { areaRules } from '../check/index.ts';
import { writeDocumentFolder } from '../emit/document-folder.ts';
import { joinDocumentFiles } from '../emit/joined-files.ts';
import { readRunFile, writeRunFile } from '../emit/run-folder.ts';
import { readStoredReport } from '../emit/stored-report.ts';
import { readMutedRules, readVerdicts } from '../emit/verdict-file.ts';
import { DocumentError, type DocumentSummary, type Report, type Run } from '../model/index.ts';
import { Verdicts, withVerdicts } from '../verdict/verdicts.ts';
import type { VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { sumOverDocuments } from './account.ts';
import { compareDocuments } from './area-checks.ts';
import { checkDocument } from './check-run.ts';
import { summarizeReport } from './document-summary.ts';
import { readInputBytes } from './input-bytes.ts';
import { type WrittenDocument, writtenDocument } from './one-document.ts';
import { WorkerPool } from './workers/pool.ts';

export interface Rereading {
  /** the run's folder */
  readonly out: string;
  /** folder that the run's relative paths start from */
  readonly cwd: string;
  readonly documentId: string;
  readonly vocabulary: VocabularyAdditions;
  readonly password?: string | undefined;
}

/** Reads the source of a run's document again, in a worker, and writes nothing. Throws DocumentError. */
export async function readAgain({ out, cwd, documentId, vocabulary, password }: Rereading): Promise<Report> {
  const { document } = await readStoredReport(out, documentId);
  const { path, sha256 } = document.source;
  const bytes = await readInputBytes(path, cwd);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw anotherFile(path);
  const nothing = { verdicts: [], muted: [], cache: null, searchable: false };
  const pool = new WorkerPool({ workers: 1, cwd, vocabulary, password, ...nothing });
  try {
    return await pool.read({ path, documentId, bytes });
  } finally {
    await pool.close();
  }
}

/**
 * Puts a report read again in the place of the document in its run: its folder, what comparing it with the others of its
 * municipality gives, the run's files and counts. `rules` of run.json stay as the last whole run or check counted them.
 */
export async function replaceDocument(out: string, report: Report): Promise<void> {
  const run = await readRunFile(out);
  const verdicts = new Verdicts(await readVerdicts(out), await readMutedRules(out));
  const ids = run.inputs.flatMap(({ documentId }) => documentId ?? []);
  const { id } = report.document;
  const others = run.inputs.filter(({ documentId }) => documentId !== null && documentId !== id);
  const areas = new Set([areaOf(report), areaOf(await readStoredReport(out, id))]);
  const former: DocumentSummary[] = [summarizeReport(await readStoredReport(out, id))];
  const decided = withVerdicts(report, verdicts);
  await writeDocumentFolder(out, decided);
  const written: WrittenDocument[] = [writtenDocument(decided)];
  for (const { path, documentId } of others) {
    const other = await readStoredReport(out, documentId!);
    if (areaOf(other) === null || !areas.has(areaOf(other))) continue;
    const checked = await checkDocument(out, path, documentId!, verdicts);
    if ('code' in checked) continue;
    former.push(summarizeReport(other));
    written.push(checked);
  }
  const inOrder = written.toSorted((a, b) => ids.indexOf(a.summary.id) - ids.indexOf(b.summary.id));
  const { documents } = await compareDocuments(inOrder, { out, areaRules, verdicts });
  await joinDocumentFiles(out, ids);
  const now = new Date().toISOString();
  await writeRunFile(out, { ...run, counts: countsWith(run.counts, former, documents), checkedAt: now });
}

const areaOf = ({ document }: Report): string | null => document.refArea?.code ?? null;

/** The counts of a run with some of its documents in another state. */
function countsWith(
  counts: Run['counts'],
  former: readonly DocumentSummary[],
  documents: readonly DocumentSummary[],
): Run['counts'] {
  const [before, after] = [sumOverDocuments(former), sumOverDocuments(documents)];
  const changed = Object.keys(after).map((name) => {
    const key = name as keyof typeof after;
    return [key, counts[key] - before[key] + after[key]];
  });
  return { ...counts, ...Object.fromEntries(changed) };
}

const anotherFile = (path: string): DocumentError =>
  new DocumentError('damaged', path, {
    ja: '読み取ったときから内容が変わっています。jisseki extract をもう一度実行してください',
    en: 'is not as it was read; run jisseki extract again',
  });
