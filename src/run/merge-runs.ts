import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type AreaRule, areaRules as shippedAreaRules } from '../check/index.ts';
import { keepDocumentFolders, writeDocumentFolder } from '../emit/document-folder.ts';
import { joinDocumentFiles } from '../emit/joined-files.ts';
import { OutputFolderError, openRunFolder, readRunFile, writeRunFile } from '../emit/run-folder.ts';
import { readStoredReport } from '../emit/stored-report.ts';
import {
  appendDecision,
  type DecisionFile,
  MUTED_RULES,
  readDecisions,
  VERDICTS,
} from '../emit/verdict-file.ts';
import type { RecordedMute, RecordedVerdict, RuleCounts, Run } from '../model/index.ts';
import { Verdicts, withVerdicts } from '../verdict/verdicts.ts';
import { sumOverDocuments } from './account.ts';
import { compareDocuments } from './area-checks.ts';
import type { RunResult } from './extraction.ts';
import { type WrittenDocument, writtenDocument } from './one-document.ts';
import { tallyRules } from './rule-tally.ts';
import { inputsOfAll } from './shards.ts';

export interface MergeOptions {
  /** the folders that the parts were written to, in any order */
  readonly folders: readonly string[];
  /** the whole run's folder */
  readonly out: string;
  readonly cwd?: string;
  /** stand in for the rules that compare reports, in tests */
  readonly areaRules?: readonly AreaRule[];
}

interface Part {
  /** as given */
  readonly folder: string;
  readonly path: string;
  readonly run: Run;
}

/**
 * Makes one run of its parts (`--shard`): the documents of all of them, compared with each other, with the bytes that one
 * run over all inputs would have written. Throws OutputFolderError, before anything is touched, where a folder holds no
 * part, a part has not ended, is missing, given twice, or of another run; StoredReportError where a document is damaged.
 */
export async function mergeRuns(options: MergeOptions): Promise<RunResult> {
  const startedAt = new Date().toISOString();
  const cwd = resolve(options.cwd ?? '.');
  const out = resolve(cwd, options.out);
  const parts = await readParts(options.folders, cwd);
  const decided = await gather(VERDICTS, parts, out);
  const muted = await gather(MUTED_RULES, parts, out);
  const verdicts = new Verdicts(decided.all, muted.all);
  const inputs = inputsOfAll(parts.map(({ run: { inputs, shard } }) => ({ inputs, shard: shard! })));
  const failures = parts.flatMap(({ run }) => run.failures);
  const first = parts[0]!.run;
  const runAt = (rest: Partial<Run>): Run => ({
    ...first,
    startedAt,
    endedAt: null,
    status: 'running',
    options: { ...first.options, out: options.out },
    inputs,
    failures,
    skippedPictures: parts.flatMap((part) => part.run.skippedPictures),
    shard: null,
    cache: null,
    timings: {},
    ...rest,
  });
  await openRunFolder(out, runAt({}));
  for (const verdict of decided.ofParts) await appendDecision(out, VERDICTS, verdict);
  for (const mute of muted.ofParts) await appendDecision(out, MUTED_RULES, mute);

  const written: WrittenDocument[] = [];
  const folderOf = new Map(
    parts.flatMap(({ path, run }) => run.inputs.map((input) => [input, path] as const)),
  );
  for (const input of inputs) {
    if (input.documentId === null) continue;
    const report = withVerdicts(await readStoredReport(folderOf.get(input)!, input.documentId), verdicts);
    await writeDocumentFolder(out, report);
    written.push(writtenDocument(report));
  }
  const { areaRules = shippedAreaRules } = options;
  const { documents, rules } = await compareDocuments(written, { out, areaRules, verdicts });
  const documentIds = written.map(({ summary }) => summary.id);
  await keepDocumentFolders(out, documentIds);
  await joinDocumentFiles(out, documentIds);
  const staleVerdicts = verdicts.stale();
  const counted = {
    inputs: inputs.length,
    skipped: parts.reduce((sum, part) => sum + part.run.counts.skipped, 0),
    failures: failures.length,
    staleVerdicts: staleVerdicts.length,
  };
  const compared = rules.slice(written.length);
  const run = runAt({
    endedAt: new Date().toISOString(),
    status: 'complete',
    counts: { ...counted, ...sumOverDocuments(documents) },
    rules: addTallies([...parts.map((part) => part.run.rules), tallyRules(compared)]),
  });
  await writeRunFile(out, run);
  return { folder: options.out, run, documents, staleVerdicts };
}

/** The parts in the order of their numbers. */
async function readParts(folders: readonly string[], cwd: string): Promise<Part[]> {
  const parts: Part[] = [];
  for (const folder of folders) {
    const path = resolve(cwd, folder);
    const run = await readRunFile(path);
    if (run.shard === null || run.status !== 'complete') throw isNoPart(folder);
    parts.push({ folder, path, run });
  }
  parts.sort((a, b) => a.run.shard!.part - b.run.shard!.part);
  for (const [index, { folder, run }] of parts.entries()) {
    const { part, of } = run.shard!;
    if (of !== parts[0]!.run.shard!.of || !isSameRun(run, parts[0]!.run))
      throw ofAnotherRun(folder, parts[0]!.folder);
    if (part === index) throw givenTwice(folder, part);
    if (part !== index + 1) throw isMissing(folder, index + 1, of);
  }
  const last = parts.at(-1);
  if (last !== undefined && parts.length < last.run.shard!.of)
    throw isMissing(last.folder, parts.length + 1, last.run.shard!.of);
  return parts;
}

/** Whether two parts read the same inputs with the same words by the same version. */
function isSameRun(a: Run, b: Run): boolean {
  return (
    a.version === b.version &&
    isDeepStrictEqual(a.options.inputs, b.options.inputs) &&
    isDeepStrictEqual(a.options.vocabulary, b.options.vocabulary)
  );
}

/** What people decided in the whole run's folder and in its parts, in the order of deciding, and what only parts know. */
async function gather<T extends RecordedVerdict | RecordedMute>(
  file: DecisionFile<T>,
  parts: readonly Part[],
  out: string,
): Promise<{ all: T[]; ofParts: T[] }> {
  const own = await readDecisions(out, file);
  const known = new Set(own.map((decision) => JSON.stringify(decision)));
  const ofParts: T[] = [];
  for (const { path } of parts)
    for (const decision of await readDecisions(path, file))
      if (!known.has(JSON.stringify(decision))) ofParts.push(decision);
  const all = [...own, ...ofParts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { all, ofParts };
}

function addTallies(all: readonly Run['rules'][]): Run['rules'] {
  const sum: { [slug: string]: RuleCounts } = {};
  for (const tally of all)
    for (const [slug, { documents, checked, findings }] of Object.entries(tally)) {
      const former = sum[slug] ?? { documents: 0, checked: 0, findings: 0 };
      sum[slug] = {
        documents: former.documents + documents,
        checked: former.checked + checked,
        findings: former.findings + findings,
      };
    }
  return sum;
}

const isNoPart = (folder: string): OutputFolderError =>
  new OutputFolderError(folder, {
    ja: '分割実行（--shard）の終わった出力ではありません。各分割の出力フォルダを指定してください',
    en: 'holds no part of a run that has ended; give the folders that runs with --shard wrote to',
  });

const ofAnotherRun = (folder: string, first: string): OutputFolderError =>
  new OutputFolderError(folder, {
    ja: `${first} とは別の実行の出力です（入力・語彙・版か分割数が違います）。同じコマンドの --shard だけを変えた出力を指定してください`,
    en: `is of another run than ${first} (other inputs, words, version or number of parts); give parts of the same command`,
  });

const givenTwice = (folder: string, part: number): OutputFolderError =>
  new OutputFolderError(folder, {
    ja: `分割 ${part} が2つあります。1つだけ指定してください`,
    en: `part ${part} is given twice; give it once`,
  });

const isMissing = (folder: string, part: number, of: number): OutputFolderError =>
  new OutputFolderError(folder, {
    ja: `${of} 分割のうち ${part} がありません。--shard ${part}/${of} の出力も指定してください`,
    en: `part ${part} of ${of} is missing; give what --shard ${part}/${of} wrote too`,
  });
