import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  Document,
  Doubt,
  Finding,
  HeaderCell,
  Observation,
  PageRead,
  Record,
  type Report,
  RowSlip,
} from '../model/index.ts';
import { DOCUMENTS_FOLDER } from './document-folder.ts';
import {
  DOUBTS_FILE,
  HEADERS_FILE,
  type JoinedFile,
  PAGES_FILE,
  SLIPS_FILE,
  TEXT_FILE,
} from './report-files.ts';

/** The folder of a document does not hold what jisseki writes: which file, which line, what is wrong. */
export class StoredReportError extends Error {
  readonly text: { readonly ja: string; readonly en: string };

  constructor(place: string, text: { ja: string; en: string }, cause?: unknown) {
    super(`${place}: ${text.en}`, cause === undefined ? undefined : { cause });
    this.name = 'StoredReportError';
    this.text = { ja: `${place}: ${text.ja}`, en: this.message };
  }
}

/**
 * Reads a report back from `<runFolder>/documents/<documentId>/`, as it was written: findings, verdicts and corrections
 * with it. Throws StoredReportError where a file is missing or a line is not as its schema says; `asWritten` trusts the lines,
 * which were validated when they were written, and takes a tenth of the memory.
 */
export async function readStoredReport(
  runFolder: string,
  documentId: string,
  trust: 'validated' | 'asWritten' = 'validated',
): Promise<Report> {
  const folder = join(runFolder, DOCUMENTS_FOLDER, documentId);
  type Lines = JoinedFile | typeof SLIPS_FILE | typeof DOUBTS_FILE | typeof PAGES_FILE | typeof HEADERS_FILE;
  const lines = <T>(name: Lines, schema: z.ZodType<T>): Promise<T[]> =>
    readLines(join(folder, name), `${documentId}/${name}`, trust === 'asWritten' ? null : schema);
  // version 0.1.0 wrote no such files
  const linesIfThere = async <T>(name: Lines, schema: z.ZodType<T>): Promise<T[]> =>
    (await isThere(join(folder, name))) ? lines(name, schema) : [];
  const [document, ...others] = await lines('documents.jsonl', Document);
  if (document === undefined || others.length > 0 || document.id !== documentId) {
    throw notAsWritten(`${documentId}/documents.jsonl`, `expected one line with the id ${documentId}`);
  }
  return {
    document,
    text: await readText(join(folder, TEXT_FILE), `${documentId}/${TEXT_FILE}`),
    records: await lines('records.jsonl', Record),
    observations: await lines('observations.jsonl', Observation),
    findings: await lines('findings.jsonl', Finding),
    slips: await lines(SLIPS_FILE, RowSlip),
    doubts: await lines(DOUBTS_FILE, Doubt),
    pages: await linesIfThere(PAGES_FILE, PageRead),
    headers: await linesIfThere(HEADERS_FILE, HeaderCell),
  };
}

/** The lines of one .jsonl file, each as its schema takes it, or as it is where there is none. `name` says in errors which file it is. */
export async function readLines<T>(path: string, name: string, schema: z.ZodType<T> | null): Promise<T[]> {
  const text = await readText(path, name);
  return text
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [readLine(line, `${name}:${index + 1}`, schema)]));
}

function readLine<T>(line: string, place: string, schema: z.ZodType<T> | null): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw notAsWritten(place, 'is not JSON', error);
  }
  if (schema === null) return value as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw notAsWritten(place, [...issue.path, issue.message].join(': '), result.error);
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function readText(path: string, name: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw notAsWritten(name, `cannot be read (${error.code ?? error.message})`, error);
  });
}

function notAsWritten(place: string, problem: string, cause?: unknown): StoredReportError {
  return new StoredReportError(
    place,
    {
      ja: `jisseki が書いたままではありません（${problem}）。jisseki extract をもう一度実行してください`,
      en: `is not as jisseki writes it (${problem}); run jisseki extract again`,
    },
    cause,
  );
}
