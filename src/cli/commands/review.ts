import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import type { RunningReview } from '../../review/server/index.ts';
import { CommandLineError } from '../command-line-error.ts';
import { languageOption } from '../language.ts';
import type { CliIo } from '../terminal.ts';
import type { Texts } from '../texts/texts.ts';

const MOST_PORT = 65_535;

interface ReviewOptions {
  readonly port?: number;
  readonly by?: string;
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
    .option('--no-open', help.noOpen)
    .option('-q, --quiet', help.quiet)
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action((folder: string, options: ReviewOptions) => reviewCommand(folder, options, io, texts));
}

/** Serves the page until the person interrupts. */
async function reviewCommand(
  folder: string,
  { port, by, open, quiet }: ReviewOptions,
  io: CliIo,
  texts: Texts,
): Promise<void> {
  // the server is loaded by this command alone
  const { startReview } = await import('../../review/server/index.ts');
  const review = await startReview({ folder, port, by, cwd: io.cwd });
  io.stdout.write(`${review.url}\n`);
  if (!quiet) io.stderr.write(`${texts.reviewing}\n`);
  if (!review.hasPage) io.stderr.write(`${texts.pageNotBuilt}\n`);
  else if (open) openInBrowser(review);
  await interrupted(io.signal);
  await review.close();
}

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

function parsePort(value: string, texts: Texts): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : MOST_PORT + 1;
  if (port > MOST_PORT) throw new CommandLineError(texts.badPort(value, MOST_PORT));
  return port;
}
