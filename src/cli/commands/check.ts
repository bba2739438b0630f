import type { Command } from 'commander';
import { type CheckResult, runCheck } from '../../run/check-run.ts';
import { sarifOfRun } from '../../run/sarif-of-run.ts';
import { parseChoice } from '../choice.ts';
import { CommandLineError } from '../command-line-error.ts';
import { countAtOrAbove, failOnLine, SEVERITIES, type Severity } from '../fail-on.ts';
import { languageOption } from '../language.ts';
import { createProgressView, SILENT } from '../progress-view.ts';
import { checkText, failureLines, type SummaryStyle, summaryJson } from '../summary.ts';
import { type CliIo, columnsOf, paintFor } from '../terminal.ts';
import type { Texts } from '../texts/texts.ts';

const FORMATS = ['text', 'sarif'] as const;

interface CheckOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly failOn?: Severity;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `jisseki check`; `onEnd` takes its exit code. */
export function addCheckCommand(
  program: Command,
  io: CliIo,
  texts: Texts,
  onEnd: (exitCode: number) => void,
): void {
  const { help } = texts;
  program
    .command('check')
    .description(help.check)
    .argument('<out>', help.folder)
    .option('--fail-on <error|warning>', help.failOn, parseChoice('--fail-on', SEVERITIES, texts))
    .option('--format <text|sarif>', help.format, parseChoice('--format', FORMATS, texts))
    .option('--json', help.json)
    .option('-q, --quiet', help.quiet)
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action(async (folder: string, options: CheckOptions) =>
      onEnd(await checkCommand(folder, options, io, texts)),
    );
}

/** Runs the rules again and tells of it; answers with the exit code of the contract. */
async function checkCommand(folder: string, options: CheckOptions, io: CliIo, texts: Texts): Promise<number> {
  if (options.json && options.format === 'sarif') throw new CommandLineError(texts.jsonOrSarif);
  const view = options.quiet ? SILENT : createProgressView(io.stderr, texts);
  const onAbort = () => view.stopping();
  io.signal?.addEventListener('abort', onAbort);
  const started = performance.now();
  let result: CheckResult;
  try {
    result = await runCheck({
      folder,
      cwd: io.cwd,
      onProgress: view.onProgress,
      ...(io.signal && { signal: io.signal }),
    });
  } finally {
    io.signal?.removeEventListener('abort', onAbort);
    view.end();
  }

  const style: SummaryStyle = { texts, paint: paintFor(io.stderr, io.env), columns: columnsOf(io.stderr) };
  const exitCode = exitCodeOf(result, options.failOn);
  if (!options.quiet) io.stderr.write(checkText(result, (performance.now() - started) / 1000, style));
  if (!options.quiet && options.failOn !== undefined)
    io.stderr.write(failOnLine(result.documents, options.failOn, style));
  io.stderr.write(failureLines(result.failures, style));
  if (options.json) io.stdout.write(summaryJson(result, exitCode));
  if (options.format === 'sarif' && !result.interrupted)
    for await (const piece of sarifOfRun(result, { cwd: io.cwd, language: texts.language }))
      io.stdout.write(piece);
  return exitCode;
}

function exitCodeOf({ interrupted, failures, documents }: CheckResult, failOn: Severity | undefined): number {
  if (interrupted) return 130;
  if (failures.length > 0) return 3;
  return failOn !== undefined && countAtOrAbove(documents, failOn) > 0 ? 1 : 0;
}
