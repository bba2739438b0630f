import type { Command } from 'commander';
import { CACHE_VARIABLE, cacheFolder } from '../../run/cache/cache-folder.ts';
import type { Entry } from '../../run/cache/entries.ts';
import { type Pruning, pruneCache } from '../../run/cache/prune.ts';
import { CommandLineError } from '../command-line-error.ts';
import { languageOption } from '../language.ts';
import type { CliIo } from '../terminal.ts';
import { printable } from '../text-width.ts';
import type { Texts } from '../texts/texts.ts';

interface CacheOptions {
  readonly cache?: string;
  readonly max?: number;
  readonly unused?: number;
  readonly clear?: boolean;
  readonly json?: boolean;
}

/** Adds `jisseki cache`. */
export function addCacheCommand(program: Command, io: CliIo, texts: Texts): void {
  const { help } = texts;
  program
    .command('cache')
    .description(help.cacheCommand)
    .option('--cache <dir>', help.cache)
    .option('--max <MB>', help.maxMegabytes, (value) => parseAmount('--max', value, texts))
    .option('--unused <days>', help.unusedDays, (value) => parseAmount('--unused', value, texts))
    .option('--clear', help.clearCache)
    .option('--json', help.json)
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action(async ({ cache, max, unused, clear, json }: CacheOptions) => {
      const folder = cache ?? cacheFolder(io.env);
      if (folder === null) throw new CommandLineError(texts.noCacheFolder(CACHE_VARIABLE));
      const pruning: Pruning = {
        ...(max !== undefined && { megabytes: max }),
        ...(unused !== undefined && { unusedDays: unused }),
        ...(clear && { megabytes: 0 }),
      };
      const { removed, kept } = await pruneCache(folder, pruning);
      const told = { folder, kept: sumUp(kept), removed: sumUp(removed) };
      if (json) io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
      else io.stderr.write(`${texts.cacheHolds(printable(folder), told.kept, told.removed)}\n`);
    });
}

const sumUp = (entries: readonly Entry[]) => ({
  entries: entries.length,
  bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
});

function parseAmount(option: string, value: string, texts: Texts): number {
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new CommandLineError(texts.badAmount(option, value));
  return Number(value);
}
