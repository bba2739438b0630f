import { join, resolve } from 'node:path';
import { describedRules } from '../check/index.ts';
import { DOCUMENTS_FOLDER } from '../emit/document-folder.ts';
import { type SarifContext, sarifHead, sarifResult, sarifTail } from '../emit/sarif.ts';
import { readLines } from '../emit/stored-report.ts';
import { Document, Finding, Observation } from '../model/index.ts';
import type { CheckResult } from './check-run.ts';

/** The findings of a checked run as one SARIF 2.1.0 log, in pieces: one document at a time is held in memory. */
export async function* sarifOfRun(
  { folder, run, documents: summaries, failures }: CheckResult,
  { cwd, language }: { readonly cwd: string; readonly language: 'ja' | 'en' },
): AsyncGenerator<string> {
  const out = resolve(cwd, folder);
  const read = <T>(id: string, name: string, schema: Parameters<typeof readLines<T>>[2]) =>
    readLines(join(out, DOCUMENTS_FOLDER, id, name), `${id}/${name}`, schema);
  const ids = summaries.map(({ id }) => id);
  const documents = new Map<string, Document>();
  for (const id of ids)
    for (const document of await read(id, 'documents.jsonl', Document)) documents.set(id, document);

  yield sarifHead(describedRules, run.version, language);
  let separator = '';
  for (const id of ids) {
    const findings = await read(id, 'findings.jsonl', Finding);
    const observations: SarifContext['observations'] = new Map(
      (
        await Promise.all(
          documentsOf(findings).map((named) => read(named, 'observations.jsonl', Observation)),
        )
      )
        .flat()
        .map((observation) => [observation.id, observation]),
    );
    const context = { rules: describedRules, documents, observations, language };
    for (const finding of findings) {
      yield `${separator}${JSON.stringify(sarifResult(finding, context))}`;
      separator = ',\n';
    }
  }
  yield `${sarifTail(documents.values(), failures.length === 0)}\n`;
}

const documentsOf = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.flatMap(({ documentIds }) => documentIds)),
];
