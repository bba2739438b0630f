import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readRunFile } from '../emit/run-folder.ts';
import { appendVerdict } from '../emit/verdict-file.ts';
import { Finding, type RecordedVerdict, type Verdict } from '../model/index.ts';

/** A verdict that cannot be recorded as it was given; one line that says why. */
export class VerdictError extends Error {
  override readonly name = 'VerdictError';
  readonly text: { readonly ja: string; readonly en: string };

  constructor(text: { ja: string; en: string }) {
    super(text.en);
    this.text = text;
  }
}

export interface VerdictOptions {
  /** the folder an extraction wrote to */
  readonly folder: string;
  readonly findingId: string;
  readonly verdict: Verdict;
  /** what the cell says, as a person reads it */
  readonly value?: string | undefined;
  readonly note?: string | undefined;
  readonly by?: string | undefined;
  readonly cwd?: string;
}

/** Verdicts that may say what the cell should read. */
const WITH_VALUE: ReadonlySet<Verdict> = new Set(['misreading', 'sourceError']);

/**
 * Adds what a person decided on a finding to the folder's verdicts.jsonl. Findings show it after the next check or
 * extraction. Throws VerdictError where the folder has no such finding or the verdict takes no value, OutputFolderError
 * where the folder holds no run.
 */
export async function recordVerdict(options: VerdictOptions): Promise<RecordedVerdict> {
  const { findingId, verdict, value, note, by } = options;
  const folder = resolve(options.cwd ?? '.', options.folder);
  await readRunFile(folder);
  if (value !== undefined && !WITH_VALUE.has(verdict)) throw takesNoValue(verdict);
  const finding = await findFinding(folder, findingId);
  if (finding === null) throw noSuchFinding(options.folder, findingId);
  const { fingerprint, rule, line, evidence } = finding;
  const recorded: RecordedVerdict = {
    fingerprint,
    findingId,
    observationId: null,
    verdict,
    value: value ?? null,
    note: note ?? null,
    by: by ?? null,
    at: new Date().toISOString(),
    compared: { rule, line, evidence },
  };
  await appendVerdict(folder, recorded);
  return recorded;
}

/** Looks through the findings line by line, so that it does not matter how many there are. */
async function findFinding(folder: string, id: string): Promise<Finding | null> {
  const file = createReadStream(join(folder, 'findings.jsonl'), 'utf8');
  const begin = `{"id":${JSON.stringify(id)},`;
  try {
    for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY }))
      if (line.startsWith(begin)) return Finding.parse(JSON.parse(line));
    return null;
  } finally {
    file.destroy();
  }
}

function noSuchFinding(folder: string, id: string): VerdictError {
  return new VerdictError({
    ja: `${folder} に指摘 ${id} はありません。findings.jsonl の id を指定してください`,
    en: `${folder}: no finding has the id ${id}; give an id of its findings.jsonl`,
  });
}

function takesNoValue(verdict: Verdict): VerdictError {
  return new VerdictError({
    ja: `--value は misreading か sourceError のときだけ指定できます（指定: --as ${verdict}）`,
    en: `--value: expected --as misreading or --as sourceError beside it, got --as ${verdict}`,
  });
}
