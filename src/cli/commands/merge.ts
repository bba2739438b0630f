import type { Command } from 'commander';
import { mergeRuns } from '../../run/merge-runs.ts';
import { parseChoice } from '../choice.ts';
import { type TellingOptions, tellEnding } from '../ending.ts';
import { SEVERITIES } from '../fail-on.ts';
import { languageOption } from '../language.ts';
import { type SummaryStyle, summaryText } from '../summary.ts';
import type { CliIo } from '../terminal.ts';
import type { Texts } from '../texts/texts.ts';
import { parseOut } from './extract.ts';

/** Adds `jisseki merge`; `onEnd` takes its exit code. */
export function addMergeCommand(
  program: Command,
  io: CliIo,
  texts: Texts,
  onEnd: (exitCode: number) => void,
): void {
  const { help } = texts;
  program
    .command('merge')
    .description(help.merge)
    .argument('<parts...>', help.parts)
    .requiredOption('-o, --out <dir>', help.out, (value) => parseOut(value, texts))
    .option('--json', help.json)
    .option('-q, --quiet', help.quiet)
    .option('--fail-on <error|warning>', help.failOn, parseChoice('--fail-on', SEVERITIES, texts))
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action(async (folders: string[], options: TellingOptions & { readonly out: string }) => {
      const result = await mergeRuns({ folders, out: options.out, cwd: io.cwd });
      const { failures } = result.run;
      const summary = (style: SummaryStyle) => summaryText(result, style);
      onEnd(tellEnding({ result, failures, interrupted: false, summary }, options, io, texts));
    });
}
