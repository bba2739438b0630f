import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL_TABLE, smallPdf } from '../run/small-pdf.ts';
import { tempFolder } from '../run/temp-folder.ts';
import { runCli } from './run-cli.ts';

async function folderWithPdf(): Promise<string> {
  const cwd = await tempFolder({ 'a.txt': 'no PDF', 'cut.pdf': '%PDF-1.7 and no more' });
  await writeFile(join(cwd, 'small.pdf'), smallPdf([{ content: SMALL_TABLE }]));
  return cwd;
}

describe('jisseki page', () => {
  it('writes a PNG and says what is on it', async () => {
    const cwd = await folderWithPdf();
    const { exitCode, stdout, stderr } = await runCli(['page', 'small.pdf', '1', '--out', 'p.png'], cwd);
    expect(stderr).toBe('Drawn to p.png: 4 cells, 1 value, 0 doubts\n');
    expect([exitCode, stdout]).toEqual([0, '']);
    const png = await readFile(join(cwd, 'p.png'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(400);
  });

  it('speaks Japanese', async () => {
    const cwd = await folderWithPdf();
    const argv = ['page', 'small.pdf', '1', '--out', 'p.png', '--lang', 'ja', '--scale', '0.5'];
    expect((await runCli(argv, cwd)).stderr).toBe('p.png に描きました: セル 4、値 1、疑い 0\n');
    expect((await readFile(join(cwd, 'p.png'))).readUInt32BE(16)).toBe(100);
  });

  it.each([
    [['small.pdf', '2'], 'small.pdf: expected a page from 1 to 1, got 2'],
    [['small.pdf', '2', '--lang', 'ja'], 'small.pdf: 2 ページはありません（全 1 ページ）'],
    [['small.pdf', '0'], 'page: expected a whole number from 1, got "0"'],
    [['small.pdf', 'one', '--lang', 'ja'], 'ページには 1 以上の整数を指定してください（指定: one）'],
    [['small.pdf', '1', '--scale', '0'], '--scale: expected a number above 0, at most 100, got "0"'],
    [['small.pdf', '1', '--scale', '100'], 'the picture would have 20000×10000 pixels, at most 16384 a side'],
    [['small.pdf', '1', '--out', 'no/p.png'], 'no/p.png: cannot be written (ENOENT)'],
    [['small.pdf', '1', '--out', 'no/p.png', '--lang', 'ja'], 'no/p.png: 書き込めません（ENOENT）'],
    [['small.pdf', '1', '--out', ''], '--out: expected the path of a PNG file'],
  ])('%j is exit code 2 and one line', async (argv, problem) => {
    const cwd = await folderWithPdf();
    const { exitCode, stderr } = await runCli(['page', '--out', 'p.png', ...argv], cwd);
    expect(stderr).toContain(problem);
    expect(stderr).toMatch(/^jisseki: [^\n]+\n$/);
    expect(exitCode).toBe(2);
    expect((await readdir(cwd)).sort()).toEqual(['a.txt', 'cut.pdf', 'small.pdf']);
  });

  it.each([
    [['a.txt'], '✗ a.txt: is neither a PDF nor a picture'],
    [['a.txt', '--lang', 'ja'], '✗ a.txt: PDF でも画像'],
    [['cut.pdf'], '✗ cut.pdf: cannot be opened as a PDF'],
    [['nope.pdf'], '✗ nope.pdf: no such file or folder'],
  ])('%j cannot be read: exit code 3 and one line', async ([path, ...options], problem) => {
    const cwd = await folderWithPdf();
    const { exitCode, stderr } = await runCli(['page', path!, '1', '--out', 'p.png', ...options], cwd);
    expect(stderr).toContain(problem);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(exitCode).toBe(3);
  });
});
