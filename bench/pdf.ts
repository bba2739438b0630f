import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * PDFs: the whole command, from process start to written, checked records, beside bare pdf.js and beside tools that stop at
 * text, on one core. Prints a table; `npm run bench:pdf`.
 */
const ROUNDS = 3;
const SHARED = '../shared/pdf';
const folder = mkdtempSync(join(tmpdir(), 'jisseki-bench-pdf-'));
const pdfsIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(path, name))
    : [];
const sets: readonly (readonly [string, readonly string[]])[] = existsSync(SHARED)
  ? [
      ...pdfsIn(`${SHARED}/bench`).map((path) => [basename(path), [path]] as const),
      ['rendered reports, together', pdfsIn(`${SHARED}/rendered`)],
      ['real sheets, together', pdfsIn(`${SHARED}/real`)],
    ]
  : [['fixtures, together', pdfsIn('fixtures/pdf')]];
if (!existsSync(SHARED)) console.log('../shared/pdf is not here: measured on the fixtures only\n');
execFileSync('npm', ['run', '-s', 'build']);

interface Cost {
  readonly seconds: number;
  readonly megabytes: number | null;
}

/** Seconds of processor time (user and system) of a process, the least of a few rounds; null where the tool is not installed. */
function costOf(command: string, argv: readonly string[]): Cost | null {
  const costs: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = spawnSync(
      '/usr/bin/env',
      ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bench', command, ...argv],
      {
        encoding: 'utf8',
        env: { ...process.env, JISSEKI_BUILT: '1' },
        maxBuffer: 1 << 28,
      },
    );
    if (child.status !== 0) return null;
    const [user = '', system = ''] = child.stderr.trim().split('\n').at(-1)?.split(' ') ?? [];
    const peak = /"peakMegabytes":([\d.]+)/u.exec(child.stdout)?.[1];
    costs.push({
      seconds: Number(user) + Number(system),
      megabytes: peak === undefined ? null : Number(peak),
    });
  }
  return costs.toSorted((a, b) => a.seconds - b.seconds)[0] ?? null;
}

const sumOf = (costs: readonly (Cost | null)[]): Cost | null =>
  costs.reduce(
    (sum, cost) =>
      sum === null || cost === null ? null : { seconds: sum.seconds + cost.seconds, megabytes: null },
    {
      seconds: 0,
      megabytes: null,
    } as Cost | null,
  );

const shown = (cost: Cost | null): string => (cost === null ? '–' : cost.seconds.toFixed(2));
const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

/** Tools that stop at text or at raw cells, where they are installed; tabula-java by TABULA_JAR, pdfplumber by the PYTHON that has it. */
const { PYTHON = 'python3', TABULA_JAR = '' } = process.env;
const CELLS_BY_PDFPLUMBER =
  'import sys, pdfplumber\nfor p in pdfplumber.open(sys.argv[1]).pages: p.extract_tables(); p.close()';
const text = join(folder, 'text.txt');
const others: readonly (readonly [string, (path: string) => Cost | null])[] = [
  ['pdftotext', (path) => costOf('pdftotext', ['-layout', path, text])],
  ['pdfminer', (path) => costOf('pdf2txt', ['-o', text, path])],
  ['pdfplumber', (path) => costOf(PYTHON, ['-c', CELLS_BY_PDFPLUMBER, path])],
  ['tabula', (path) => costOf('java', ['-jar', TABULA_JAR, '-p', 'all', '-l', '-o', text, path])],
];
const headers = [
  'PDF',
  'bare pdf.js s',
  'jisseki s',
  'ratio',
  'peak MB',
  ...others.map(([name]) => `${name} s`),
];
row(...headers);
row(...headers.map(() => '---'));
for (const [name, paths] of sets) {
  const out = join(folder, 'out');
  const bare = costOf(process.execPath, ['bench/bare-pdfjs.ts', ...paths]);
  const whole = costOf(process.execPath, [
    'bench/one-run.ts',
    'extract',
    ...paths,
    '--out',
    out,
    '--quiet',
    '--workers',
    '0',
  ]);
  rmSync(out, { recursive: true });
  row(
    name,
    shown(bare),
    shown(whole),
    bare === null || whole === null ? '–' : (whole.seconds / bare.seconds).toFixed(2),
    whole?.megabytes?.toFixed(0) ?? '–',
    ...others.map(([, cost]) => shown(sumOf(paths.map(cost)))),
  );
}
rmSync(folder, { recursive: true });
