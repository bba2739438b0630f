import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputFolderError, openRunFolder } from '../../src/emit/run-folder.ts';
import type { Run } from '../../src/model/index.ts';
import { tempFolder } from '../run/temp-folder.ts';

const RUN: Run = {
  version: '0.0.0',
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: null,
  status: 'running',
  options: {},
  inputs: [],
  counts: {
    inputs: 0,
    skipped: 0,
    documents: 0,
    failures: 0,
    tables: 0,
    records: 0,
    observations: 0,
    findings: 0,
    errors: 0,
    warnings: 0,
    characters: 0,
    unparsed: 0,
    verdicts: 0,
    staleVerdicts: 0,
  },
  rules: {},
  checkedAt: null,
  cache: null,
  shard: null,
  timings: {},
  failures: [],
  skippedPictures: [],
};

describe('a folder that can take a run', () => {
  it.each([
    ['a new one', {}],
    [
      'one with a README, a sample and a .gitignore',
      { 'README.md': '', 'sample.json': '{}', '.gitignore': '*' },
    ],
    ['one with an earlier run', { 'run.json': JSON.stringify(RUN), 'records.jsonl': '', 'my-notes.txt': '' }],
  ])('is %s', async (_, files) => {
    const folder = await tempFolder(files);
    await openRunFolder(join(folder), RUN);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['documents', 'run.json']));
  });

  it('is made with the folders above it', async () => {
    const folder = join(await tempFolder(), 'a', 'b');
    await openRunFolder(folder, RUN);
    expect((await readdir(folder)).sort()).toEqual(['documents', 'run.json']);
  });
});

describe('a folder that cannot take a run', () => {
  it.each([
    ['holds other files', { 'thesis.docx': 'x' }, /is not empty and holds no run\.json.*thesis\.docx/],
    ['holds a run.json of another program', { 'run.json': '{"loss": 0.1}' }, /not written by jisseki/],
    ['holds a broken run.json', { 'run.json': '{' }, /not written by jisseki/],
  ])('%s, and is left untouched', async (_, files, message) => {
    const folder = await tempFolder(files);
    const error = await openRunFolder(folder, RUN).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(OutputFolderError);
    expect(String(error)).toMatch(message);
    expect(await readdir(folder)).toEqual(Object.keys(files));
  });

  it('is a file', async () => {
    const folder = await tempFolder({ out: 'a file' });
    await expect(openRunFolder(join(folder, 'out'), RUN)).rejects.toThrow(/is no folder/);
    await expect(openRunFolder(join(folder, 'out', 'below'), RUN)).rejects.toThrow(/is no folder/);
  });

  it.skipIf(process.getuid?.() === 0)('is one that may not be written to', async () => {
    const folder = await tempFolder();
    await chmod(folder, 0o500);
    await expect(openRunFolder(folder, RUN)).rejects.toThrow(/cannot be written to \(EACCES\)/);
  });
});
