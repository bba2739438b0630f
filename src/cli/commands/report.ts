import { join } from 'node:path';
import type { Command } from 'commander';
import { languageOption } from '../language.ts';
import type { CliIo } from '../terminal.ts';
import { printable } from '../text-width.ts';
import type { Texts } from '../texts/texts.ts';

/** Name of the file in the run's folder, where no other is named. */
const USUAL_FILE = 'report.html';

interface ReportOptions {
  readonly out?: string;
  readonly quiet?: boolean;
}

/** Adds `jisseki report`. */
export function addReportCommand(program: Command, io: CliIo, texts: Texts): void {
  const { help } = texts;
  program
    .command('report')
    .description(help.report)
    .argument('<out>', help.folder)
    .option('-o, --out <html>', help.reportFile)
    .option('-q, --quiet', help.quiet)
    .addOption(languageOption(texts))
    .helpOption('-h, --help', help.help)
    .action(async (folder: string, { out = join(folder, USUAL_FILE), quiet }: ReportOptions) => {
      // pdf.js and the canvas are loaded by this command alone
      const { writeReportFile } = await import('../../review/report/index.ts');
      const findings = await writeReportFile({ folder, out, language: texts.language, cwd: io.cwd });
      if (!quiet) io.stderr.write(`${texts.reported(printable(out), findings)}\n`);
    });
}
