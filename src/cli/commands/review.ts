import { spawn } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { RunningReview } from '../../review/server/index.ts';
import { CommandLineError } from '../command-line-error.ts';
import { languageOption } from '../language.ts';
import type { CliIo } from '../terminal.ts';
import type { Texts } from '../texts/texts.ts';

/** The same sample for all who do not say which. */
const USUAL_SEED = 1;
const MOST_WHOLE = 1_000_000;
const MOST_PORT = 65_535;

interface ReviewOptions {
  readonly port?: number;
  readonly by?: string;
  readonly vocabulary?: string;
  readonly config?: string;
  readonly password?: string;
  readonly sample?: number;
  readonly seed?: number;
  readonly open: boolean;
  readonly quiet?: boolean;
}

/** Adds `jisseki review`. */
export function addReviewCommand(program: Command, io: CliIo, texts: Texts): void {
  const { help } = texts;
  program
    .command('review')
    .description(help.review)
    .argument('<out>', help.folder)
    .option('--port <n>', help.port, (value) => parsePort(value, texts))
    .option('--by <name>', help.by)
    .option('--sample <n>', help.sample, (value) => parseWhole('--sample', value, 1, texts))
    .option('--seed <n>', help.seed(USUAL_SEED), (value) => parseWhole('--seed', value, 0, texts))
    .option('--vocabulary <file>', help.vocabulary)
    .option('--config <file>', help.config)
    .option('--password <word>', help.password)
    .option('--no-open', help.noOpen)
    .option('-q, --quiet', help.quiet)
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action((folder: string, options: ReviewOptions) => reviewCommand(folder, options, io, texts));
}

/** Serves the page until the person interrupts. */
async function reviewCommand(
  folder: string,
  { port, by, sample, seed = USUAL_SEED, open, quiet, ...reading }: ReviewOptions,
  io: CliIo,
  texts: Texts,
): Promise<void> {
  for (const flag of SMALL_HEAP) setFlagsFromString(flag);
  // the server is loaded by this command alone
  const { startReview } = await import('../../review/server/index.ts');
  const { teacherOf } = await import('../../run/teach-word.ts');
  const { password, ...places } = reading;
  const review = await startReview({
    ...{ folder, port, by, cwd: io.cwd },
    teacher: teacherOf(folder, { cwd: io.cwd, ...places }, password),
    sample: sample === undefined ? undefined : { size: sample, seed },
  });
  io.stdout.write(`${review.url}\n`);
  if (!quiet) io.stderr.write(`${texts.reviewing}\n`);
  if (!review.hasPage) io.stderr.write(`${texts.pageNotBuilt}\n`);
  else if (open) openInBrowser(review);
  await interrupted(io.signal);
  await review.close();
}

/** A server that stands open all day: by itself V8 lets the garbage of read reports grow to three times the memory. */
const SMALL_HEAP = ['--semi-space-growth-factor=1', '--heap-growing-percent=25'];

/** The person's browser, where there is one; the URL is printed for where there is none. */
function openInBrowser({ url }: RunningReview): void {
  const [command, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command!, [...before, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const OPENERS: { readonly [platform: string]: readonly string[] } = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

function interrupted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', () => done(), { once: true });
  });
}

function parseWhole(option: string, value: string, least: number, texts: Texts): number {
  const number = /^\d{1,7}$/.test(value) ? Number(value) : -1;
  if (number < least || number > MOST_WHOLE) throw new CommandLineError(texts.badWhole(option, value, least));
  return number;
}

function parsePort(value: string, texts: Texts): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : MOST_PORT + 1;
  if (port > MOST_PORT) throw new CommandLineError(texts.badPort(value, MOST_PORT));
  return port;
}
