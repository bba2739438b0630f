import { execFile, spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { text, writePdf } from '../ingest/pdf/write-pdf.ts';
import { tempFolder } from '../run/temp-folder.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

it('the program starts, says its version and ends', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, '--version']);
  expect(stdout).toBe('0.1.0\n');
});

it('Ctrl-C ends the run after the report in hand, with 130', async () => {
  const cwd = await tempFolder(
    Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`in/r${index}.txt`, 'x'])),
  );
  const script = `
    const { cli } = await import(${JSON.stringify(new URL('../../src/cli/cli.ts', import.meta.url).href)});
    const { readSample } = await import(${JSON.stringify(new URL('../run/sample-report.ts', import.meta.url).href)});
    const interrupt = new AbortController();
    process.once('SIGINT', () => interrupt.abort());
    process.exitCode = await cli(['extract', 'in', '--out', 'out', '--jobs', '1'], {
      stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: process.cwd(), signal: interrupt.signal,
      read: async (input) => {
        process.stdout.write('begun');
        await new Promise((resolve) => setTimeout(resolve, 100));
        return readSample(input, {});
      },
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd });
  child.stdout.once('data', () => child.kill('SIGINT'));
  const exitCode = await new Promise((resolve) => child.once('exit', resolve));
  expect(exitCode).toBe(130);
  const run = JSON.parse(await readFile(join(cwd, 'out/run.json'), 'utf8'));
  expect(run).toMatchObject({ status: 'interrupted', counts: { documents: 1, failures: 0 } });
});

it('Ctrl-C ends a run with workers too, and the same command starts over', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `r${index}.pdf`);
  const cwd = await tempFolder({ 'in/a.txt': 'x' });
  const pdf = writePdf({ pages: Array.from({ length: 50 }, () => text(50, 700, 'Hello')) });
  for (const name of names) await writeFile(join(cwd, 'in', name), pdf);
  const argv = [MAIN, 'extract', 'in', '--out', 'out', '--workers', '1', '--quiet'];
  const child = spawn(process.execPath, argv, { cwd });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const written = () => readdir(join(cwd, 'out/documents')).catch(() => []);
  while ((await written()).length === 0 && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  const run = JSON.parse(await readFile(join(cwd, 'out/run.json'), 'utf8'));
  expect(run).toMatchObject({ status: 'interrupted', counts: { inputs: 41, failures: 0 } });
  expect(run.counts.documents).toBeLessThan(41);
  expect(await written()).toHaveLength(run.counts.documents);

  await promisify(execFile)(process.execPath, argv, { cwd });
  expect(await written()).toHaveLength(41);
});
