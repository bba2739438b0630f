import type { Command } from 'commander';
import { Verdict } from '../../model/index.ts';
import { recordVerdict } from '../../run/record-verdict.ts';
import { parseChoice } from '../choice.ts';
import { languageOption } from '../language.ts';
import type { CliIo } from '../terminal.ts';
import { printable } from '../text-width.ts';
import type { Texts } from '../texts/texts.ts';

interface VerdictOptions {
  readonly as: Verdict;
  readonly value?: string;
  readonly note?: string;
  readonly by?: string;
  readonly quiet?: boolean;
}

/** Adds `jisseki verdict`. */
export function addVerdictCommand(program: Command, io: CliIo, texts: Texts): void {
  const { help } = texts;
  program
    .command('verdict')
    .description(help.verdict)
    .argument('<out>', help.folder)
    .argument('<findingId>', help.findingId)
    .requiredOption(
      `--as <${Verdict.options.join('|')}>`,
      help.as,
      parseChoice('--as', Verdict.options, texts),
    )
    .option('--value <text>', help.value)
    .option('--note <text>', help.note)
    .option('--by <name>', help.by)
    .option('-q, --quiet', help.quiet)
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action(async (folder: string, findingId: string, { as, quiet, ...rest }: VerdictOptions) => {
      const { value, note, by } = rest;
      await recordVerdict({ folder, findingId, verdict: as, value, note, by, cwd: io.cwd });
      if (!quiet) io.stderr.write(`${texts.recorded(printable(findingId), as, printable(folder))}\n`);
    });
}
