import type { Failure } from '../model/index.ts';
import type { RunResult } from '../run/extraction.ts';
import { countAtOrAbove, failOnLine, type Severity } from './fail-on.ts';
import { failureLines, type SummaryStyle, summaryJson } from './summary.ts';
import { type CliIo, columnsOf, paintFor } from './terminal.ts';
import type { Texts } from './texts/texts.ts';

/** What commands that make a run have in common to be told by. */
export interface TellingOptions {
  readonly failOn?: Severity;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** How a run ended. */
export interface Ending {
  readonly result: RunResult;
  readonly failures: readonly Failure[];
  readonly interrupted: boolean;
  /** what a person reads of it */
  readonly summary: (style: SummaryStyle) => string;
}

/** Tells how a run ended, people on stderr and programs on stdout; answers with the exit code of the contract. */
export function tellEnding(ending: Ending, options: TellingOptions, io: CliIo, texts: Texts): number {
  const { result, failures, summary } = ending;
  const style: SummaryStyle = { texts, paint: paintFor(io.stderr, io.env), columns: columnsOf(io.stderr) };
  const exitCode = exitCodeOf(ending, options.failOn);
  if (!options.quiet) io.stderr.write(summary(style));
  if (!options.quiet && options.failOn !== undefined)
    io.stderr.write(failOnLine(result.documents, options.failOn, style));
  io.stderr.write(failureLines(failures, style));
  if (options.json) io.stdout.write(summaryJson(result, exitCode));
  return exitCode;
}

/** Interrupted before unreadable before findings: each says less of the run than the one before. */
function exitCodeOf({ interrupted, failures, result }: Ending, failOn: Severity | undefined): number {
  if (interrupted) return 130;
  if (failures.length > 0) return 3;
  return failOn !== undefined && countAtOrAbove(result.documents, failOn) > 0 ? 1 : 0;
}
