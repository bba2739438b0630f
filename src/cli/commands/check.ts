import type { Command } from 'commander';
import { runCheck } from '../../run/check-run.ts';
import { sarifOfRun } from '../../run/sarif-of-run.ts';
import { parseChoice } from '../choice.ts';
import { CommandLineError } from '../command-line-error.ts';
import { type TellingOptions, tellEnding } from '../ending.ts';
import { SEVERITIES } from '../fail-on.ts';
import { languageOption } from '../language.ts';
import { withProgress } from '../progress-view.ts';
import { checkText, type SummaryStyle } from '../summary.ts';
import type { CliIo } from '../terminal.ts';
import type { Texts } from '../texts/texts.ts';

const FORMATS = ['text', 'sarif'] as const;

interface CheckOptions extends TellingOptions {
  readonly format?: (typeof FORMATS)[number];
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
  const started = performance.now();
  const result = await withProgress(io, texts, options.quiet ?? false, (onProgress) =>
    runCheck({ folder, cwd: io.cwd, onProgress, ...(io.signal && { signal: io.signal }) }),
  );
  const seconds = (performance.now() - started) / 1000;
  const { failures, interrupted } = result;
  const ending = {
    result,
    failures,
    interrupted,
    summary: (style: SummaryStyle) => checkText(result, seconds, style),
  };
  const exitCode = tellEnding(ending, options, io, texts);
  if (options.format === 'sarif' && !result.interrupted)
    for await (const piece of sarifOfRun(result, { cwd: io.cwd, language: texts.language }))
      io.stdout.write(piece);
  return exitCode;
}
