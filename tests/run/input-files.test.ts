import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputFiles } from '../../src/run/input-files.ts';
import { tempFolder } from './temp-folder.ts';

async function found(files: { [path: string]: string }, args: string[], out: string | null = null) {
  const cwd = await tempFolder(files);
  const { paths, errors, skipped } = await findInputFiles(args, { cwd, out: out && join(cwd, out) });
  return { paths, errors: errors.map(({ code, message }) => `${code} ${message}`), skipped };
}

describe('a folder', () => {
  it('stands for the reports in it and below, in order of code points', async () => {
    const files = { 'in/b.txt': '', 'in/a/z.HTML': '', 'in/B.md': '', 'in/𠮷.tsv': '', 'in/ﾊ.text': '' };
    expect((await found(files, ['in'])).paths).toEqual([
      'in/B.md',
      'in/a/z.HTML',
      'in/b.txt',
      'in/ﾊ.text',
      'in/𠮷.tsv',
    ]);
  });

  it('leaves out and counts other kinds, what tells about the folder, and never sees dot files', async () => {
    const files = {
      'in/wide/report.txt': '',
      'in/wide/expected.records.jsonl': '',
      'in/README.md': '',
      'in/scan.xlsx': '',
      'in/.hidden.txt': '',
      'in/.git/x.txt': '',
    };
    expect(await found(files, ['in'])).toEqual({ paths: ['in/wide/report.txt'], errors: [], skipped: 3 });
  });

  it('leaves out the run’s own output and that of other runs', async () => {
    const output = { 'documents.jsonl': '', 'observations.jsonl': '', 'text.txt': '' };
    const files: { [path: string]: string } = { 'r5.txt': '' };
    for (const name of Object.keys(output)) files[`out/documents/r5/${name}`] = '';
    for (const name of Object.keys(output)) files[`old/documents/r5/${name}`] = '';
    files['out/left-over.txt'] = '';
    expect((await found(files, ['.'], 'out')).paths).toEqual(['r5.txt']);
  });

  it('without a report is an error', async () => {
    expect((await found({ 'in/a.docx': '' }, ['in'])).errors).toEqual([
      expect.stringMatching(/^notFound in: no report in this folder \(1 files of other kinds\)/),
    ]);
  });

  it('that links to itself or to a file twice gives each file once', async () => {
    const cwd = await tempFolder({ 'in/a.txt': '', 'in/b/c.txt': '' });
    await symlink('..', join(cwd, 'in/b/loop'));
    await symlink('../a.txt', join(cwd, 'in/b/same.txt'));
    expect((await findInputFiles(['in'], { cwd, out: null })).paths).toEqual(['in/a.txt', 'in/b/c.txt']);
  });
});

describe('a glob', () => {
  it('stands for what it matches', async () => {
    const files = { 'a/r5.txt': '', 'a/r6.txt': '', 'b/r5.txt': '', 'b/r5.json': '' };
    expect(await found(files, ['*/r5.*'])).toEqual({
      paths: ['a/r5.txt', 'b/r5.txt'],
      errors: [],
      skipped: 1,
    });
  });

  it('that matches nothing is an error', async () => {
    expect((await found({}, ['*.txt'])).errors).toEqual([
      expect.stringMatching(/^notFound \*\.txt: no report in this pattern/),
    ]);
  });

  it('is not seen in the name of a file that exists', async () => {
    const files = { 'r[5].txt': '', 'r5.txt': '' };
    expect((await found(files, ['r[5].txt'])).paths).toEqual(['r[5].txt']);
  });

  it('may be absolute', async () => {
    const cwd = await tempFolder({ 'in/a.txt': '' });
    const { paths } = await findInputFiles([`${cwd}/in/*`], { cwd: '/', out: null });
    expect(paths).toEqual([`${cwd}/in/a.txt`]);
  });
});

describe('arguments', () => {
  it('name a file once, however often and differently it is named', async () => {
    const files = { 'in/a.txt': '' };
    expect((await found(files, ['in/a.txt', './in/a.txt', 'in', 'in/*'])).paths).toEqual(['in/a.txt']);
  });

  it('that name a file take it whatever its kind', async () => {
    expect((await found({ 'a.pdf': '' }, ['a.pdf'])).paths).toEqual(['a.pdf']);
  });

  it.each([
    ['nope.txt', /^notFound nope\.txt: no such file/],
    ['', /^notFound : no such file/],
    [`${'x'.repeat(300)}.txt`, /^notFound x{300}\.txt: no such file/],
    ['a.txt/b.txt', /^notFound a\.txt\/b\.txt: no such file/],
    ['nul\0.txt', /^notReadable /],
    ['nul\0/*', /^notReadable /],
  ])('that stand for nothing are errors: %j', async (arg, message) => {
    expect((await found({ 'a.txt': '' }, [arg])).errors).toEqual([expect.stringMatching(message)]);
  });

  it('must not name a file of the run’s own folder', async () => {
    const files = { 'out/run.json': '', 'out/a.txt': '' };
    expect((await found(files, ['out/a.txt'], 'out')).errors).toEqual([
      expect.stringMatching(/^unsupported out/),
    ]);
  });
});
