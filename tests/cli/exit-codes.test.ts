import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSample, sampleFinding, sampleReport } from '../run/sample-report.ts';
import { tempFolder } from '../run/temp-folder.ts';
import { runCli } from './run-cli.ts';

const EXTRACT = ['extract', 'in', '--out', 'out'];

describe('exit code', () => {
  it('0: all inputs were read', async () => {
    const cwd = await tempFolder({ 'in/a.txt': 'a' });
    const { exitCode, stdout } = await runCli(EXTRACT, cwd);
    expect(exitCode).toBe(0);
    expect(stdout).toBe('');
  });

  it.each([
    ['warning', 'warning', 1],
    ['warning', 'error', 0],
    ['error', 'error', 1],
    ['error', 'warning', 1],
    ['info', 'warning', 0],
  ] as const)('with a finding of severity %s and --fail-on %s is %i', async (severity, failOn, exitCode) => {
    const cwd = await tempFolder({ 'in/a.txt': 'a' });
    const result = await runCli([...EXTRACT, '--fail-on', failOn], cwd, {
      read: async ({ documentId, path }) => ({
        ...sampleReport(documentId, path),
        findings: [sampleFinding(documentId, severity)],
      }),
    });
    expect(result.exitCode).toBe(exitCode);
  });

  it('3: an input could not be read, which is one clear line; the others are written', async () => {
    const cwd = await tempFolder({ 'in/a.txt': 'a', 'in/b\nb.txt': 'undecodable' });
    const { exitCode, stderr } = await runCli([...EXTRACT, '--quiet', '--fail-on', 'warning'], cwd);
    expect(exitCode).toBe(3);
    expect(stderr).toBe('1 input could not be read:\n✗ in/b\\nb.txt: no character encoding fits\n');
    expect(await readdir(join(cwd, 'out/documents'))).toEqual(['a']);
  });

  it('3: nothing to read is no success', async () => {
    const cwd = await tempFolder({ 'in/a.docx': '' });
    expect((await runCli(EXTRACT, cwd)).exitCode).toBe(3);
  });

  it('130: interrupted, even where an input could not be read', async () => {
    const cwd = await tempFolder({ 'in/a.txt': 'a', 'in/b.txt': 'b', 'in/c.txt': 'c' });
    const interrupt = new AbortController();
    const { exitCode, stderr } = await runCli([...EXTRACT, 'nope', '--jobs', '1'], cwd, {
      signal: interrupt.signal,
      read: (input) => {
        interrupt.abort();
        return readSample(input, {});
      },
    });
    expect(exitCode).toBe(130);
    expect(stderr).toContain('finishing the reports in hand');
    expect(stderr).toContain('Interrupted: 2 reports not begun');
    expect(JSON.parse(await readFile(join(cwd, 'out/run.json'), 'utf8')).status).toBe('interrupted');
  });
});

describe('a wrong command line is exit code 2 and one clear line', () => {
  it.each([
    [['extract', 'in'], "required option '-o, --out <dir>' not specified"],
    [['extract', '--out', 'out'], "missing required argument 'inputs'"],
    [[...EXTRACT, '--jbos', '2'], "unknown option '--jbos' (Did you mean --jobs?)"],
    [[...EXTRACT, '--jobs', '0'], '--jobs: expected a whole number from 1, got "0"'],
    [[...EXTRACT, '--jobs', '1.5'], '--jobs: expected a whole number from 1, got "1.5"'],
    [[...EXTRACT, '--jobs'], "option '-j, --jobs <n>' argument missing"],
    [[...EXTRACT, '--workers', '-1'], '--workers: expected a whole number from 0, got "-1"'],
    [[...EXTRACT, '--fail-on', 'info'], '--fail-on: expected error or warning, got "info"'],
    [[...EXTRACT, '--lang', 'fr'], '--lang: expected ja or en, got "fr"'],
    [['extract', 'in', '--out', ''], '--out: expected the path of a folder'],
    [['convert'], "unknown command 'convert'"],
    [[...EXTRACT, '--config', 'no.json'], 'no.json: cannot be read (ENOENT)'],
    [[...EXTRACT, '--vocabulary', 'in/a.txt'], 'in/a.txt: is not JSON'],
    [['extract', 'in', '--out', 'in'], 'is not empty and holds no run.json'],
    [['extract', 'in', '--out', 'in/a.txt'], 'is no folder'],
  ])('%j', async (argv, problem) => {
    const cwd = await tempFolder({ 'in/a.txt': 'a' });
    const { exitCode, stdout, stderr } = await runCli(argv, cwd);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(problem);
    expect(stderr).toMatch(/^jisseki: [^\n]+\n$/);
    expect(await readdir(cwd)).toEqual(['in']);
  });

  it('in Japanese too', async () => {
    const cwd = await tempFolder();
    const { stderr } = await runCli(['extract', 'in', '--foo', '--out', 'x', '--lang', 'ja'], cwd);
    expect(stderr).toBe('jisseki: 不明なオプションです: --foo（使い方は jisseki --help）\n');
  });

  it('without a command is the help', async () => {
    const { exitCode, stderr } = await runCli([], await tempFolder());
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Usage: jisseki');
  });

  it('with an unknown key in jisseki.config.json', async () => {
    const cwd = await tempFolder({ 'in/a.txt': 'a', 'jisseki.config.json': '{"colour": "red"}' });
    const { exitCode, stderr } = await runCli(EXTRACT, cwd);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'jisseki: jisseki.config.json: not as expected: Unrecognized key: "colour" (known: vocabulary, jobs, workers, password, limits)\n',
    );
  });
});
