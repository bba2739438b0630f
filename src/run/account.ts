import type { DocumentSummary, Failure, Run, RunCounts, RunInput } from '../model/index.ts';
import { toFailure } from './failures.ts';
import type { InputFiles } from './input-files.ts';
import type { DocumentOutcome } from './one-document.ts';
import type { ShardToRead } from './shards.ts';
import { skippedPictures } from './skipped-pictures.ts';

/**
 * What run.json says of the inputs: each one, each failure, and the counts. `outcomes` stand in the order of
 * `files.paths`; null or missing where a run has not reached the input. `documents` are the summaries of those written.
 */
export function accountForInputs(
  files: InputFiles,
  outcomes: readonly (DocumentOutcome | null)[],
  documents: readonly DocumentSummary[],
  staleVerdicts: number,
  shard: ShardToRead | null = null,
): Pick<Run, 'inputs' | 'counts' | 'failures' | 'skippedPictures'> {
  const unread: Failure[] = [
    ...outcomes.flatMap((outcome) => outcome?.failure ?? []),
    ...files.errors.map((error) => toFailure(error.path, error)),
  ];
  // beside the pictures of one part, the others hold reports
  const pictures = skippedPictures(unread, files.met, shard === null ? documents.length : 1);
  const isSkipped = ({ path }: { readonly path: string }): boolean =>
    pictures.some((picture) => picture.path === path);
  const inputs = [
    ...files.paths.map((path, index) => outcomes[index]?.input ?? notReached(path)),
    ...files.errors.map(({ path }) => notReached(path)),
  ].filter((input) => !isSkipped(input));
  const failures = unread.filter((failure) => !isSkipped(failure));
  const found = {
    inputs: inputs.length,
    skipped: files.skipped + pictures.length,
    failures: failures.length,
  };
  const counts = { ...found, ...sumOverDocuments(documents), staleVerdicts };
  return { inputs, failures, counts, skippedPictures: pictures };
}

function notReached(path: string): RunInput {
  return { path, sha256: null, bytes: null, documentId: null };
}

/** The counts of a run that are sums over its documents. */
export function sumOverDocuments(
  documents: readonly DocumentSummary[],
): Omit<RunCounts, 'inputs' | 'skipped' | 'failures' | 'staleVerdicts'> {
  const sum = (count: (summary: DocumentSummary) => number) =>
    documents.reduce((total, summary) => total + count(summary), 0);
  return {
    documents: documents.length,
    tables: sum(({ tables }) => tables),
    records: sum(({ records }) => records),
    observations: sum(({ observations }) => observations),
    findings: sum(({ findings: { error, warning, info } }) => error + warning + info),
    errors: sum(({ findings }) => findings.error),
    warnings: sum(({ findings }) => findings.warning),
    characters: sum(({ coverage }) => coverage.characters),
    unparsed: sum(({ coverage }) => coverage.unparsed),
    verdicts: sum(({ verdicts }) => verdicts),
  };
}
