import type { Command } from 'commander';
import { DocumentError } from '../../model/index.ts';
import { toFailure } from '../../run/failures.ts';
import { DEFAULT_SCALE } from '../../run/picture-scale.ts';
import { readSettings } from '../../run/settings.ts';
import { CommandLineError } from '../command-line-error.ts';
import { languageOption } from '../language.ts';
import { failureLines } from '../summary.ts';
import { type CliIo, columnsOf, paintFor } from '../terminal.ts';
import { printable } from '../text-width.ts';
import type { Texts } from '../texts/texts.ts';

const NOT_READ = 3;
/** A hundred pixels a point is a page of a wall. */
const MOST_SCALE = 100;

interface PageOptions {
  readonly out: string;
  readonly scale?: number;
  readonly password?: string;
  readonly vocabulary?: string;
  readonly config?: string;
  readonly quiet?: boolean;
}

/** Adds `jisseki page`; `onEnd` takes its exit code. */
export function addPageCommand(
  program: Command,
  io: CliIo,
  texts: Texts,
  onEnd: (exitCode: number) => void,
): void {
  const { help } = texts;
  program
    .command('page')
    .description(help.page)
    .argument('<pdf>', help.pdf)
    .argument('<n>', help.pageNumber, (value) => parsePage(value, texts))
    .requiredOption('-o, --out <png>', help.picture, (value) => parseOut(value, texts))
    .option('--scale <n>', help.scale(DEFAULT_SCALE), (value) => parseScale(value, texts))
    .option('--password <text>', help.password)
    .option('--vocabulary <file>', help.vocabulary)
    .option('--config <file>', help.config)
    .option('-q, --quiet', help.quiet)
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action(async (pdf: string, page: number, options: PageOptions) =>
      onEnd(await pageCommand(pdf, page, options, io, texts)),
    );
}

/** Draws the page and says where; answers with the exit code of the contract. */
async function pageCommand(
  path: string,
  page: number,
  { out, scale, password, vocabulary, config, quiet }: PageOptions,
  io: CliIo,
  texts: Texts,
): Promise<number> {
  const settings = await readSettings({ cwd: io.cwd, config, vocabulary });
  try {
    const { language } = texts;
    // pdf.js and the canvas are loaded by this command alone
    const { drawPage } = await import('../../run/page-picture.ts');
    const { cells, values, doubts } = await drawPage({
      path,
      page,
      out,
      scale,
      password,
      language,
      vocabulary: settings.vocabulary,
      cwd: io.cwd,
    });
    if (!quiet)
      io.stderr.write(`${texts.drawn(printable(out), cells.length, values.length, doubts.length)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const style = { texts, paint: paintFor(io.stderr, io.env), columns: columnsOf(io.stderr) };
    io.stderr.write(failureLines([toFailure(path, error)], style));
    return NOT_READ;
  }
}

function parsePage(value: string, texts: Texts): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new CommandLineError(texts.badPage(value));
  return Number(value);
}

function parseScale(value: string, texts: Texts): number {
  const scale = /^\d{1,3}(?:\.\d{1,3})?$/.test(value) ? Number(value) : 0;
  if (scale <= 0 || scale > MOST_SCALE) throw new CommandLineError(texts.badScale(value, MOST_SCALE));
  return scale;
}

function parseOut(value: string, texts: Texts): string {
  if (value === '') throw new CommandLineError(texts.badPicture);
  return value;
}
