import type { Texts } from './texts.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const en: Texts = {
  language: 'en',
  program: 'Turns Japanese municipal progress reports into validated records that point home.',
  help: {
    titles: {},
    help: 'show this help',
    helpCommand: 'show the help of a command',
    version: 'show the version',
    extract: 'read reports and write their records, observations and findings to a folder',
    inputs: 'files, folders (with all folders in them) and globs',
    out: 'folder to write to: a new or empty one, or that of an earlier run, which is replaced',
    jobs: (jobs) => `reports under way at once (default: ${jobs})`,
    vocabulary: 'JSON file with words of your reports, in place of those in jisseki.config.json',
    config: 'settings file (default: jisseki.config.json of this folder, where there is one)',
    json: 'print the summary of the run as JSON on stdout',
    quiet: 'say nothing but what failed',
    failOn: 'exit with 1 where there are findings of this severity or a graver one',
    lang: 'language of messages (default: LC_ALL, LC_MESSAGES or LANG, else en)',
    examples: `Examples:
  jisseki extract reports/ --out output
  jisseki extract r5.txt 'archive/**/*.html' --out output --jobs 2
  jisseki extract reports/ --out output --vocabulary words.json
  jisseki extract reports/ --out output --json --quiet | jq .counts
  jisseki extract reports/ --out output --fail-on error

Exit: 0 all read · 1 findings at --fail-on · 2 wrong command line · 3 an input could not be read · 130 interrupted`,
  },
  wrongCommandLine: (problem) => `jisseki: ${problem} (see jisseki --help)`,
  wrongFile: (problem) => `jisseki: ${problem}`,
  problems: {},
  badJobs: (got) => `--jobs: expected a whole number from 1, got "${got}"`,
  badOut: '--out: expected the path of a folder, got nothing',
  badChoice: (option, got, choices) => `${option}: expected ${choices.join(' or ')}, got "${got}"`,
  progress: {
    done: (done, inputs, failed) =>
      `${done.toLocaleString('en-US')} of ${plural(inputs, 'report')} done${failed > 0 ? `, ${failed} failed` : ''}`,
    joining: 'joining the files …',
    stopping: 'finishing the reports in hand … (again to stop at once)',
  },
  summary: {
    head: (version, documents) => `jisseki ${version} · ${plural(documents, 'report')}`,
    columns: {
      city: 'City',
      period: 'Year',
      tables: 'Tables',
      records: 'Records',
      observations: 'Values',
      accounted: 'Accounted',
      findings: 'Findings',
      report: 'Report',
    },
    total: 'Total',
    unknown: 'unknown',
    unknownHeader: ({ text, cells }) =>
      `unknown header 「${text}」: ${plural(cells, 'cell waits', 'cells wait')} for this word`,
    place: (page, line) => (line !== null ? `line ${line}` : page !== null ? `page ${page}` : ''),
    unparsed: (characters) =>
      `${plural(characters, 'character')} not accounted for, see unparsed in documents.jsonl`,
    moreFindings: (count) => `${plural(count, 'more finding')} in findings.jsonl`,
    moreReports: (count) => `… and ${plural(count, 'more report')} in documents.jsonl`,
    teach: 'Teach unknown words with --vocabulary or jisseki.config.json, then run again.',
    written: (folder, seconds) => `Written to ${folder} in ${seconds} s`,
    skipped: (count) => `${plural(count, 'file')} in the folders skipped: of other kinds`,
    failed: (count) => `${plural(count, 'input')} could not be read:`,
    interrupted: (left) => `Interrupted: ${plural(left, 'report')} not begun; the same command starts over.`,
    failOn: (severity, count) => `${plural(count, 'finding')} at or above ${severity} (--fail-on)`,
  },
  notCompleted: (problem) => `jisseki: the run could not be completed: ${problem}`,
};
