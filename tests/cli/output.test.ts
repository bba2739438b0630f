import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../../src/cli/cli.ts';
import { textWidth } from '../../src/cli/text-width.ts';
import type { ReadReport } from '../../src/run/one-document.ts';
import { sampleReport } from '../run/sample-report.ts';
import { tempFolder } from '../run/temp-folder.ts';
import { runCli } from './run-cli.ts';

const EXTRACT = ['extract', 'in', '--out', 'out'];
const REPORTS = { 'in/a.txt': 'a', 'in/b.txt': 'b' };
const ESCAPE = '\u001B[';

describe('the summary', () => {
  it('tells of each report, what needs a look, the totals and where the files are', async () => {
    const cwd = await tempFolder({ ...REPORTS, 'in/x.jsonl': '' });
    const { stderr } = await runCli(EXTRACT, cwd);
    expect(stderr.replace(/in \d+\.\d s/, 'in 0.1 s')).toBe(
      `jisseki 0.1.0 · 2 reports

  City    Year       Tables  Records  Values  Accounted  Findings  Report
  人吉市  令和5年度       1        1       1     99.9 %         1  第2期総合戦略 進捗状況報告書
    in/a.txt
    ! line 3: rate 54.3% but actual/target is 45.3%
    ? line 12: unknown header 「備考欄」: 33 cells wait for this word
    … 1 character not accounted for, see unparsed in documents.jsonl
  人吉市  令和5年度       1        1       1     99.9 %         1  第2期総合戦略 進捗状況報告書
    in/b.txt
    ! line 3: rate 54.3% but actual/target is 45.3%
    ? line 12: unknown header 「備考欄」: 33 cells wait for this word
    … 1 character not accounted for, see unparsed in documents.jsonl
  Total                   2        2       2     99.9 %         2

Teach unknown words with --vocabulary or jisseki.config.json, then run again.

Written to out in 0.1 s
  documents.jsonl 2 · records.jsonl 2 · observations.jsonl 2 · findings.jsonl 2 · run.json
1 file in the folders skipped: of other kinds
`,
    );
  });

  it('says under a finding which is likelier wrong, the report or the reading', async () => {
    const likelier = {
      wrong: 'reading' as const,
      message: { ja: '読み取りの誤りとみられます。', en: 'Likelier the reading is wrong.' },
    };
    const cwd = await tempFolder({ 'in/a.txt': 'a' });
    const read: ReadReport = async ({ documentId, path }) => {
      const report = sampleReport(documentId, path);
      return { ...report, findings: report.findings.map((finding) => ({ ...finding, likelier })) };
    };
    const { stderr } = await runCli(EXTRACT, cwd, { read });
    expect(stderr).toContain(
      '    ! line 3: rate 54.3% but actual/target is 45.3%\n      Likelier the reading is wrong.\n    ?',
    );
    const inJapanese = await runCli([...EXTRACT, '--lang', 'ja'], cwd, { read });
    expect(inJapanese.stderr).toContain('\n      読み取りの誤りとみられます。\n');
  });

  it('keeps its columns under each other in Japanese', async () => {
    const cwd = await tempFolder(REPORTS);
    const { stderr } = await runCli([...EXTRACT, '--lang', 'ja'], cwd, {
      read: async ({ documentId, path }) => {
        const report = sampleReport(documentId, path);
        const refArea = documentId === 'a' ? { code: '013455', name: '札幌市手稲区' } : null;
        return { ...report, document: { ...report.document, refArea } };
      },
    });
    const rows = stderr.split('\n').filter((line) => line.includes('第2期') || line.includes('読取率'));
    expect(rows).toHaveLength(3);
    const titles = rows.map((row) => textWidth(row.slice(0, row.search('第2期|報告書'))));
    expect(new Set(titles).size).toBe(1);
    expect(stderr).toContain('不明');
  });

  it('shows only what needs a look where there are many reports', async () => {
    const cwd = await tempFolder(
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`in/r${index}.txt`, ''])),
    );
    const { stderr } = await runCli(EXTRACT, cwd, {
      read: async ({ documentId, path }) => {
        const report = sampleReport(documentId, path);
        if (documentId === 'r7') return report;
        const coverage = { ...report.document.coverage, record: 801, unparsed: 0 };
        const document = { ...report.document, coverage, unparsed: [], unknownHeaders: [] };
        return { ...report, document, findings: [] };
      },
    });
    expect(stderr.match(/^ {4}in\/r.*$/gm)).toEqual(['    in/r7.txt']);
    expect(stderr).toContain('… and 59 more reports in documents.jsonl');
  });

  it('never lets a report steer the terminal', async () => {
    const cwd = await tempFolder({ 'in/a.txt': '' });
    const { stderr } = await runCli(EXTRACT, cwd, {
      read: async ({ documentId, path }) => {
        const report = sampleReport(documentId, path);
        return { ...report, document: { ...report.document, title: '\u001B[31mred\u202E' } };
      },
    });
    expect(stderr).not.toContain('\u001B');
    expect(stderr).toContain('\\u001b[31mred\\u202e');
  });
});

describe('options', () => {
  it('--json prints the run on stdout, for programs', async () => {
    const cwd = await tempFolder({ ...REPORTS, 'in/c.txt': 'bug' });
    const { exitCode, stdout, stderr } = await runCli([...EXTRACT, '--json', '--quiet'], cwd);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({
      status: 'complete',
      folder: 'out',
      exitCode: 3,
      counts: { inputs: 3, documents: 2, failures: 1, observations: 2 },
      documents: [{ id: 'a', city: '人吉市', period: '令和5年度', tables: 1 }, { id: 'b' }],
      failures: [{ path: 'in/c.txt', code: 'internal' }],
    });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^1 input could not be read:\n✗ in\/c\.txt: .*\n$/);
  });

  it('--quiet says nothing where all went well', async () => {
    const cwd = await tempFolder(REPORTS);
    expect(await runCli([...EXTRACT, '--quiet'], cwd)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('--vocabulary and --jobs reach the reader and run.json', async () => {
    const cwd = await tempFolder({ ...REPORTS, 'words.json': '{"statuses": ["検討中"]}' });
    const seen: unknown[] = [];
    await runCli([...EXTRACT, '--vocabulary', 'words.json', '--jobs', '3'], cwd, {
      read: async ({ documentId, path }, { vocabulary }) => {
        seen.push(vocabulary?.statuses.has('検討中'));
        return sampleReport(documentId, path);
      },
    });
    expect(seen).toEqual([true, true]);
    const { options } = JSON.parse(await readFile(join(cwd, 'out/run.json'), 'utf8'));
    expect(options).toEqual({
      inputs: ['in'],
      out: 'out',
      jobs: 3,
      workers: null,
      limits: null,
      searchable: false,
      vocabulary: { statuses: ['検討中'] },
    });
  });

  it('--version and --help print on stdout', async () => {
    const cwd = await tempFolder();
    expect(await runCli(['--version'], cwd)).toEqual({ exitCode: 0, stdout: '0.1.0\n', stderr: '' });
    const help = await runCli(['extract', '--help'], cwd);
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toContain('Examples:\n  jisseki extract reports/ --out output');
  });

  it.each([
    [{}, [], 'Usage:'],
    [{ LANG: 'ja_JP.UTF-8' }, [], '使い方:'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }, [], 'Usage:'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'ja_JP.UTF-8' }, [], '使い方:'],
    [{ LANG: 'ja_JP.UTF-8' }, ['--lang', 'en'], 'Usage:'],
    [{}, ['--lang=ja'], '使い方:'],
  ])('with the environment %j and %j the help begins with another language', async (env, argv, begin) => {
    const { stdout } = await runCli([...argv, '--help'], await tempFolder(), { env });
    expect(stdout.startsWith(begin)).toBe(true);
  });
});

describe('on a terminal', () => {
  it('a bar shows the progress and is taken away', async () => {
    const { stderr } = await runCli(EXTRACT, await tempFolder(REPORTS), { isTTY: true });
    expect(stderr).toContain('████████████████████████ 2 of 2 reports done');
    expect(stderr).toContain(`\r${ESCAPE}2K${ESCAPE}1mjisseki`);
  });

  it('there are no colours with NO_COLOR', async () => {
    const { stderr } = await runCli(EXTRACT, await tempFolder(REPORTS), {
      isTTY: true,
      env: { NO_COLOR: '1' },
    });
    expect(stderr.replaceAll(`\r${ESCAPE}2K`, '')).not.toContain(ESCAPE);
  });
});

it('a fault outside the documents is told with its stack and is no success', async () => {
  const cwd = await tempFolder(REPORTS);
  const lines: string[] = [];
  const broken = {
    write() {
      throw new TypeError('no such stream');
    },
  };
  const stderr = { write: (text: string) => lines.push(text) };
  const exitCode = await cli([...EXTRACT, '--json', '--quiet'], { stdout: broken, stderr, env: {}, cwd });
  expect(exitCode).toBe(3);
  expect(lines.join('')).toContain('no such stream');
});
