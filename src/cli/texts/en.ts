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
    workers: 'threads that read; 0: none (default: as --jobs for PDFs and large batches, else 0)',
    password: 'opens PDFs that are protected by a password',
    vocabulary: 'JSON file with words of your reports, in place of those in jisseki.config.json',
    config: 'settings file (default: jisseki.config.json of this folder, where there is one)',
    json: 'print the summary of the run as JSON on stdout',
    quiet: 'say nothing but what failed',
    failOn: 'exit with 1 where there are findings of this severity or a graver one',
    check: 'run the rules again over earlier output, without its sources, and apply verdicts',
    folder: 'folder that extract wrote to',
    format: 'sarif: print the findings as a SARIF 2.1.0 log on stdout (default: text)',
    verdict: 'record what a person decided on a finding (in verdicts.jsonl; the next check applies it)',
    findingId: 'id of the finding, as in findings.jsonl',
    as: 'the report is wrong, the program misread it, nothing is wrong, or nobody can say',
    value: 'what the cell says, as a person reads it; with misreading it takes the place of the reading',
    note: 'why',
    by: 'who decided',
    review: 'open a local page on which findings are decided on beside their source',
    report: 'write the overview and all findings as one HTML file to send on',
    reportFile: 'HTML file to write; one that is there is replaced (default: report.html in the folder)',
    port: 'port of 127.0.0.1 to listen on (default: any that is free)',
    sample: 'cells without a finding to key from their picture, for the error rate of the reading',
    seed: (usual) => `which sample is drawn (default: ${usual})`,
    noOpen: 'print the URL and open no browser',
    page: 'draw a page of a PDF with what the program saw on it: rules, cells, headings, values, doubts',
    pdf: 'PDF file',
    pageNumber: 'number of the page, from 1',
    picture: 'PNG file to write; one that is there is replaced',
    scale: (scale) => `pixels a point (default: ${scale})`,
    lang: 'language of messages (default: LC_ALL, LC_MESSAGES or LANG, else en)',
    examples: `Examples:
  jisseki extract reports/ --out output
  jisseki extract r5.txt 'archive/**/*.html' --out output --jobs 2
  jisseki extract reports/ --out output --vocabulary words.json
  jisseki extract reports/ --out output --json --quiet | jq .counts
  jisseki extract reports/ --out output --fail-on error
  jisseki check output --fail-on warning --format sarif > findings.sarif
  jisseki page r5.pdf 3 --out page3.png
  jisseki review output --by 田中
  jisseki verdict output r5-f3a1c0 --as misreading --value 2,344.141m³ --by 田中

Exit: 0 all read · 1 findings at --fail-on · 2 wrong command line · 3 an input could not be read · 130 interrupted`,
  },
  wrongCommandLine: (problem) => `jisseki: ${problem} (see jisseki --help)`,
  wrongFile: (problem) => `jisseki: ${problem}`,
  problems: {},
  badJobs: (got) => `--jobs: expected a whole number from 1, got "${got}"`,
  badWorkers: (got) => `--workers: expected a whole number from 0, got "${got}"`,
  badOut: '--out: expected the path of a folder, got nothing',
  badPicture: '--out: expected the path of a PNG file, got nothing',
  badPage: (got) => `page: expected a whole number from 1, got "${got}"`,
  badScale: (got, most) => `--scale: expected a number above 0, at most ${most}, got "${got}"`,
  reported: (file, findings) => `Written to ${file}: ${plural(findings, 'finding')}`,
  badWhole: (option, got, least) => `${option}: expected a whole number from ${least}, got "${got}"`,
  badPort: (got, most) => `--port: expected a whole number from 0 to ${most}, got "${got}"`,
  reviewing:
    'The review page is open for this machine alone; Ctrl+C ends it. Verdicts are kept as they are given.',
  pageNotBuilt: 'The page itself has not been built: run npm run build.',
  drawn: (file, cells, values, doubts) =>
    `Drawn to ${file}: ${plural(cells, 'cell')}, ${plural(values, 'value')}, ${plural(doubts, 'doubt')}`,
  jsonOrSarif: '--json and --format sarif both print to stdout; give one of them',
  recorded: (findingId, verdict, folder) =>
    `${findingId}: ${verdict} recorded; jisseki check ${folder} applies it`,
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
    verdicts: (count) => `${plural(count, 'finding')} decided on by a person`,
    staleVerdicts: (count) =>
      `${plural(count, 'verdict is', 'verdicts are')} stale: what was compared has changed, see verdicts.jsonl`,
    checkInterrupted:
      'Interrupted: the files of the whole run stand as they were; the same command starts over.',
  },
  notCompleted: (problem) => `jisseki: the run could not be completed: ${problem}`,
};
