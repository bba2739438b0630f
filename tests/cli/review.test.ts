import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../run/temp-folder.ts';
import { runCli } from './run-cli.ts';

const extracted = async (): Promise<string> => {
  const cwd = await tempFolder({ 'a.txt': 'a' });
  await runCli(['extract', 'a.txt', '--out', 'out', '--quiet'], cwd);
  return cwd;
};

describe('jisseki review', () => {
  it('prints the URL, serves until it is interrupted, and ends well', async () => {
    const cwd = await extracted();
    const signal = AbortSignal.timeout(500);
    const { exitCode, stdout } = await runCli(['review', 'out', '--no-open'], cwd, { signal });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32,}\n$/);
    await expect(fetch(stdout.trim())).rejects.toThrow();
  });

  it.each([
    [['--port', '65536'], /--port/],
    [['--port', 'http'], /--port/],
    [['--sample', '0'], /--sample/],
    [['--seed', '-1'], /--seed/],
  ])('takes no %j', async (options, problem) => {
    const { exitCode, stderr } = await runCli(['review', 'out', '--no-open', ...options], await extracted());
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(problem);
  });

  it('says where the folder holds no run', async () => {
    const { exitCode, stderr } = await runCli(['review', 'nowhere', '--lang', 'ja'], await tempFolder({}));
    expect([exitCode, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr).toContain('run.json');
  });
});

it('jisseki report writes beside the run unless told where', async () => {
  const cwd = await extracted();
  expect(await runCli(['report', 'out'], cwd)).toMatchObject({ exitCode: 0, stdout: '' });
  expect(await readFile(join(cwd, 'out/report.html'), 'utf8')).toContain('<html lang="en">');
  await runCli(['report', 'out', '--out', 'r.html', '--lang', 'ja', '--quiet'], cwd);
  expect(await readFile(join(cwd, 'r.html'), 'utf8')).toContain('<html lang="ja">');
});
