import { Command, CommanderError } from 'commander';
import { ReviewError } from '../review/server/review-error.ts';
import { OutputFolderError } from '../run/extraction.ts';
import { isFileSystemError } from '../run/failures.ts';
import { PictureError } from '../run/picture-error.ts';
import { VerdictError } from '../run/record-verdict.ts';
import { SettingsError } from '../run/settings.ts';
import { readVersion } from '../run/version.ts';
import { CommandLineError } from './command-line-error.ts';
import { addCheckCommand } from './commands/check.ts';
import { addExtractCommand } from './commands/extract.ts';
import { addPageCommand } from './commands/page.ts';
import { addReportCommand } from './commands/report.ts';
import { addReviewCommand } from './commands/review.ts';
import { addVerdictCommand } from './commands/verdict.ts';
import { chooseLanguage, languageOption } from './language.ts';
import { type CliIo, processIo } from './terminal.ts';
import { printable } from './text-width.ts';
import { type Texts, textsIn } from './texts/texts.ts';

const WRONG_COMMAND_LINE = 2;
const NOT_READ = 3;

/**
 * The command line without a process: takes the arguments behind `jisseki`, writes to the streams of `io` and answers
 * with the exit code of the contract (0, 1, 2, 3 or 130). Never throws.
 */
export async function cli(argv: readonly string[], io: CliIo = processIo()): Promise<number> {
  const texts = textsIn(chooseLanguage(argv, io.env));
  let exitCode = 0;
  const program = createProgram(io, texts);
  const onEnd = (code: number) => {
    exitCode = code;
  };
  addExtractCommand(program, io, texts, onEnd);
  addCheckCommand(program, io, texts, onEnd);
  addVerdictCommand(program, io, texts);
  addReviewCommand(program, io, texts);
  addReportCommand(program, io, texts);
  addPageCommand(program, io, texts, onEnd);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return tell(error, io, texts);
  }
}

function createProgram(io: CliIo, texts: Texts): Command {
  return new Command('jisseki')
    .description(texts.program)
    .version(readVersion(), '-V, --version', texts.help.version)
    .helpOption('-h, --help', texts.help.help)
    .helpCommand('help [command]', texts.help.helpCommand)
    .addOption(languageOption(texts))
    .addHelpText('after', `\n${texts.help.examples}`)
    .configureHelp({ styleTitle: (title) => texts.help.titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
}

/** Says on stderr what ended the program early, in one line where the person can mend it, and gives the exit code. */
function tell(error: unknown, io: CliIo, texts: Texts): number {
  const say = (line: string) => io.stderr.write(`${printable(line)}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code !== 'commander.help') say(texts.wrongCommandLine(problemOf(error, texts)));
    return WRONG_COMMAND_LINE;
  }
  if (error instanceof CommandLineError) say(texts.wrongCommandLine(error.message));
  else if (
    error instanceof SettingsError ||
    error instanceof OutputFolderError ||
    error instanceof VerdictError ||
    error instanceof ReviewError ||
    error instanceof PictureError
  ) {
    say(texts.wrongFile(error.text[texts.language]));
  } else if (isFileSystemError(error)) {
    say(texts.notCompleted(error.message));
    return NOT_READ;
  } else {
    io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    say(texts.notCompleted(String(error)));
    return NOT_READ;
  }
  return WRONG_COMMAND_LINE;
}

/** What commander found wrong, on one line and in the person's language. */
function problemOf({ code, message }: CommanderError, texts: Texts): string {
  const english = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  const name = /'([^']*)'/.exec(english)?.[1] ?? '';
  return texts.problems[code]?.(name) ?? english;
}
