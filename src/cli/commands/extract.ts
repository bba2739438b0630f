import type { Command } from 'commander';
import { cacheFolder } from '../../run/cache/cache-folder.ts';
import { planExtraction } from '../../run/dry-run.ts';
import { DEFAULT_JOBS, type ExtractionOptions, runExtraction } from '../../run/extraction.ts';
import { readSettings, type Settings } from '../../run/settings.ts';
import type { ShardToRead } from '../../run/shards.ts';
import { watchInputs } from '../../run/watch-inputs.ts';
import { parseChoice } from '../choice.ts';
import { CommandLineError } from '../command-line-error.ts';
import { type TellingOptions, tellEnding } from '../ending.ts';
import { SEVERITIES } from '../fail-on.ts';
import { languageOption } from '../language.ts';
import { tellPlan } from '../plan.ts';
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
  /** false: `--no-cache` */
  readonly cache?: string | false;
  readonly dryRun?: boolean;
  readonly shard?: ShardToRead;
  readonly failFast?: boolean;
  readonly watch?: boolean;
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
    .option('--cache <dir>', help.cache)
    .option('--no-cache', help.noCache)
    .option('--shard <k/n>', help.shard, (value) => parseShard(value, texts))
    .option('--fail-fast', help.failFast)
    .option('--watch', help.watch)
    .option('-n, --dry-run', help.dryRun)
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
  const { cache = cacheFolder(io.env) ?? false } = options;
  const given = {
    inputs,
    out: options.out,
    password: options.password ?? settings.password,
    vocabulary: settings.vocabulary,
    cwd: io.cwd,
    ...(cache !== false && { cache }),
  };
  if (options.dryRun) return tellPlan(await planExtraction(given), options, io, texts);
  const run = { ...given, settings, options };
  if (!options.watch) return await extractOnce(run, io, texts);
  let exitCode = 0;
  const signal = io.signal ?? new AbortController().signal;
  await watchInputs({ inputs, cwd: io.cwd, signal }, async () => {
    exitCode = await extractOnce(run, io, texts);
    if (!signal.aborted && !options.quiet) io.stderr.write(`${texts.watching}\n`);
  });
  return exitCode;
}

interface ExtractRun
  extends Pick<ExtractionOptions, 'inputs' | 'out' | 'password' | 'vocabulary' | 'cwd' | 'cache'> {
  readonly settings: Settings;
  readonly options: ExtractOptions;
}

async function extractOnce(
  { settings, options, ...given }: ExtractRun,
  io: CliIo,
  texts: Texts,
): Promise<number> {
  const result = await withProgress(io, texts, options.quiet ?? false, (onProgress) =>
    runExtraction({
      ...given,
      failFast: options.failFast,
      jobs: options.jobs ?? settings.jobs ?? DEFAULT_JOBS,
      workers: options.workers ?? settings.workers,
      limits: settings.limits,
      shard: options.shard,
      searchable: options.searchable,
      onProgress,
      ...(io.signal && { signal: io.signal }),
      ...(io.read && { read: io.read }),
    }),
  );
  const { failures, status } = result.run;
  const ending = {
    result,
    failures,
    // a run that --fail-fast ended says so by what could not be read
    interrupted: status === 'interrupted' && (io.signal?.aborted || failures.length === 0),
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

function parseShard(value: string, texts: Texts): ShardToRead {
  const [, part, of] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(value) ?? [];
  if (part === undefined || of === undefined || Number(part) > Number(of))
    throw new CommandLineError(texts.badShard(value));
  return { part: Number(part), of: Number(of) };
}

/** Takes a folder to write to. */
export function parseOut(value: string, texts: Texts): string {
  if (value === '') throw new CommandLineError(texts.badOut);
  return value;
}
