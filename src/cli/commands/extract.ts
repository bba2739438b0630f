import type { Command } from 'commander';
import { DEFAULT_JOBS, runExtraction } from '../../run/extraction.ts';
import { readSettings } from '../../run/settings.ts';
import { parseChoice } from '../choice.ts';
import { CommandLineError } from '../command-line-error.ts';
import { type TellingOptions, tellEnding } from '../ending.ts';
import { SEVERITIES } from '../fail-on.ts';
import { languageOption } from '../language.ts';
import { withProgress } from '../progress-view.ts';
import { type SummaryStyle, summaryText } from '../summary.ts';
import type { CliIo } from '../terminal.ts';
import type { Texts } from '../texts/texts.ts';

interface ExtractOptions extends TellingOptions {
  readonly out: string;
  readonly jobs?: number;
  readonly workers?: number;
  readonly searchable?: boolean;
  readonly password?: string;
  readonly vocabulary?: string;
  readonly config?: string;
}

/** Adds `jisseki extract`; `onEnd` takes its exit code. */
export function addExtractCommand(
  program: Command,
  io: CliIo,
  texts: Texts,
  onEnd: (exitCode: number) => void,
): void {
  const { help } = texts;
  program
    .command('extract')
    .description(help.extract)
    .argument('<inputs...>', help.inputs)
    .requiredOption('-o, --out <dir>', help.out, (value) => parseOut(value, texts))
    .option('-j, --jobs <n>', help.jobs(DEFAULT_JOBS), (value) => parseJobs(value, texts))
    .option('--workers <n>', help.workers, (value) => parseWorkers(value, texts))
    .option('--searchable', help.searchable)
    .option('--password <word>', help.password)
    .option('--vocabulary <file>', help.vocabulary)
    .option('--config <file>', help.config)
    .option('--json', help.json)
    .option('-q, --quiet', help.quiet)
    .option('--fail-on <error|warning>', help.failOn, parseChoice('--fail-on', SEVERITIES, texts))
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .addHelpText('after', `\n${help.examples}`)
    .action(async (inputs: string[], options: ExtractOptions) =>
      onEnd(await extractCommand(inputs, options, io, texts)),
    );
}

/** Runs the extraction and tells of it; answers with the exit code of the contract. */
async function extractCommand(
  inputs: readonly string[],
  options: ExtractOptions,
  io: CliIo,
  texts: Texts,
): Promise<number> {
  const settings = await readSettings({
    cwd: io.cwd,
    config: options.config,
    vocabulary: options.vocabulary,
  });
  const result = await withProgress(io, texts, options.quiet ?? false, (onProgress) =>
    runExtraction({
      inputs,
      out: options.out,
      jobs: options.jobs ?? settings.jobs ?? DEFAULT_JOBS,
      workers: options.workers ?? settings.workers,
      limits: settings.limits,
      searchable: options.searchable,
      password: options.password ?? settings.password,
      vocabulary: settings.vocabulary,
      cwd: io.cwd,
      onProgress,
      ...(io.signal && { signal: io.signal }),
      ...(io.read && { read: io.read }),
    }),
  );
  const { failures, status } = result.run;
  const ending = {
    result,
    failures,
    interrupted: status === 'interrupted',
    summary: (style: SummaryStyle) => summaryText(result, style),
  };
  return tellEnding(ending, options, io, texts);
}

function parseJobs(value: string, texts: Texts): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new CommandLineError(texts.badJobs(value));
  return Number(value);
}

function parseWorkers(value: string, texts: Texts): number {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(value)) throw new CommandLineError(texts.badWorkers(value));
  return Number(value);
}

function parseOut(value: string, texts: Texts): string {
  if (value === '') throw new CommandLineError(texts.badOut);
  return value;
}
