import type { Failure } from '../model/index.ts';
import type { CheckResult } from '../run/check-run.ts';
import type { RunResult } from '../run/extraction.ts';
import { reportTable } from './report-table.ts';
import type { Paint } from './terminal.ts';
import { printable } from './text-width.ts';
import type { Texts } from './texts/texts.ts';

export interface SummaryStyle {
  readonly texts: Texts;
  readonly paint: Paint;
  /** width of the terminal */
  readonly columns: number;
}

/**
 * What a person reads at the end of a run: the reports with what needs a look, the totals, where the files are. Ends
 * with a line feed. Failures are told by `failureLines`, which are shown even where this is not.
 */
export function summaryText(result: RunResult, style: SummaryStyle): string {
  const { folder, run, documents } = result;
  const { texts, paint } = style;
  const { counts } = run;
  const lines = [paint('bold', texts.summary.head(run.version, counts.documents)), ''];
  if (documents.length > 0) lines.push(...reportTable(documents, counts, style), '');
  if (documents.some(({ unknownHeaders }) => unknownHeaders.length > 0)) lines.push(texts.summary.teach, '');
  lines.push(...verdictLines(result, style));
  lines.push(paint('green', texts.summary.written(printable(folder), secondsOf(run))));
  lines.push(`  ${writtenFiles(run.counts)}`);
  const others = counts.skipped - run.skippedPictures.length;
  if (others > 0) lines.push(paint('dim', texts.summary.skipped(others)));
  for (const { path } of run.skippedPictures)
    lines.push(paint('dim', texts.summary.skippedPicture(printable(path))));
  if (run.status === 'interrupted') {
    const left = counts.inputs - counts.documents - counts.failures;
    lines.push(paint('yellow', texts.summary.interrupted(left)));
  }
  return `${lines.join('\n')}\n`;
}

/** What a person reads at the end of a check: the reports with what needs a look, verdicts, where the files are. */
export function checkText(result: CheckResult, seconds: number, style: SummaryStyle): string {
  const { folder, run, documents, interrupted } = result;
  const { texts, paint } = style;
  if (interrupted) return `${paint('yellow', texts.summary.checkInterrupted)}\n`;
  const lines = [paint('bold', texts.summary.head(run.version, documents.length)), ''];
  if (documents.length > 0) lines.push(...reportTable(documents, run.counts, style), '');
  lines.push(...verdictLines(result, style));
  lines.push(paint('green', texts.summary.written(printable(folder), seconds.toFixed(1))));
  lines.push(`  ${writtenFiles(run.counts)}`);
  return `${lines.join('\n')}\n`;
}

/** How many findings are decided, and each verdict whose finding is no more. */
function verdictLines({ run, staleVerdicts }: RunResult, { texts, paint }: SummaryStyle): string[] {
  const lines: string[] = [];
  if (run.counts.verdicts > 0) lines.push(texts.summary.verdicts(run.counts.verdicts));
  if (staleVerdicts.length > 0)
    lines.push(paint('yellow', texts.summary.staleVerdicts(staleVerdicts.length)));
  for (const { findingId, observationId, verdict, compared, by, at } of staleVerdicts) {
    const said = [compared?.rule ?? '', verdict, by ?? '', at.slice(0, 10)].filter((word) => word !== '');
    lines.push(`  ${printable(findingId ?? observationId ?? '')}  ${printable(said.join(' · '))}`);
  }
  return lines.length === 0 ? [] : [...lines, ''];
}

/** One line for each input that could not be read: where, what, what to do; empty where there is none. */
export function failureLines(failures: readonly Failure[], { texts, paint }: SummaryStyle): string {
  if (failures.length === 0) return '';
  const lines = failures.map(
    ({ path, message }) => `${paint('red', '✗')} ${printable(path)}: ${printable(message[texts.language])}`,
  );
  return `${[paint('red', texts.summary.failed(lines.length)), ...lines].join('\n')}\n`;
}

/** The run for programs: what --json prints. */
export function summaryJson({ folder, run, documents, staleVerdicts }: RunResult, exitCode: number): string {
  const { inputs: _inputs, options: _options, ...rest } = run;
  const summary = { ...rest, folder, exitCode, documents, staleVerdicts };
  return `${JSON.stringify(summary, null, 2)}\n`;
}

function writtenFiles({ documents, records, observations, findings }: RunResult['run']['counts']): string {
  return [
    ...Object.entries({ documents, records, observations, findings }).map(
      ([name, count]) => `${name}.jsonl ${count.toLocaleString('en-US')}`,
    ),
    'run.json',
  ].join(' · ');
}

function secondsOf({ startedAt, endedAt }: RunResult['run']): string {
  return endedAt === null ? '–' : ((Date.parse(endedAt) - Date.parse(startedAt)) / 1000).toFixed(1);
}
