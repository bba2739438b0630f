import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Run } from '../../src/model/index.ts';
import { type ProgressEvent, runExtraction } from '../../src/run/extraction.ts';
import { readSample, sampleReport } from './sample-report.ts';
import { filesOf, linesOf, tempFolder } from './temp-folder.ts';

const REPORTS = { 'in/a.txt': 'a', 'in/b.txt': 'b', 'in/c.txt': 'c', 'in/d.txt': 'd' };

async function readRun(folder: string): Promise<Run> {
  return Run.parse(JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')));
}

describe('a run', () => {
  it('writes a folder a document, the joined files in input order, and run.json', async () => {
    const cwd = await tempFolder(REPORTS);
    const { run, documents } = await runExtraction({ inputs: ['in'], out: 'out', cwd, read: readSample });

    expect(documents.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(await linesOf(join(cwd, 'out/documents.jsonl'))).toMatchObject(
      ['a', 'b', 'c', 'd'].map((id) => ({ id, source: { path: `in/${id}.txt` } })),
    );
    expect(await linesOf(join(cwd, 'out/observations.jsonl'))).toHaveLength(4);
    expect(await readRun(join(cwd, 'out'))).toEqual(run);
    expect(run).toMatchObject({
      status: 'complete',
      counts: { inputs: 4, documents: 4, failures: 0, tables: 4, records: 4, observations: 4, warnings: 4 },
      failures: [],
    });
    expect(run.inputs[0]).toEqual({
      path: 'in/a.txt',
      sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      bytes: 1,
      documentId: 'a',
    });
  });

  it('writes the same bytes whatever the number of jobs, and when it is run again', async () => {
    const cwd = await tempFolder(
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`in/r${index}.txt`, `text ${index}`])),
    );
    const extract = (out: string, jobs: number) =>
      runExtraction({ inputs: ['in'], out, jobs, cwd, read: readSample });
    await extract('one', 1);
    await extract('eight', 8);
    const files = await filesOf(join(cwd, 'one'));
    expect(Object.keys(files)).toHaveLength(20 * 8 + 4);
    expect(await filesOf(join(cwd, 'eight'))).toEqual(files);
    await extract('one', 8);
    expect(await filesOf(join(cwd, 'one'))).toEqual(files);
  });

  it('holds exactly its own documents where an earlier run stood', async () => {
    const cwd = await tempFolder(REPORTS);
    await runExtraction({ inputs: ['in'], out: 'out', cwd, read: readSample });
    await runExtraction({ inputs: ['in/b.txt'], out: 'out', cwd, read: readSample });
    expect(await readdir(join(cwd, 'out/documents'))).toEqual(['b']);
    expect(await linesOf(join(cwd, 'out/records.jsonl'))).toMatchObject([{ documentId: 'b' }]);
  });

  it('tells of its progress', async () => {
    const cwd = await tempFolder({ ...REPORTS, 'in/bad.txt': 'undecodable', 'in/x.jsonl': '' });
    const events: ProgressEvent[] = [];
    await runExtraction({
      inputs: ['in'],
      out: 'out',
      cwd,
      read: readSample,
      onProgress: (event) => events.push(event),
    });
    expect(events[0]).toEqual({ kind: 'begin', inputs: 5, skipped: 1 });
    expect(events.slice(1, -1).map((event) => event.kind === 'document' && event.done)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(events.filter((event) => event.kind === 'document' && event.failed)).toMatchObject([
      { path: 'in/bad.txt' },
    ]);
    expect(events.at(-1)).toEqual({ kind: 'join' });
  });

  it('reads files with names that no one wants', async () => {
    const names = [
      `in/a"b'c.txt`,
      'in/line\nbreak.txt',
      'in/x..y...txt',
      `in/${'長'.repeat(83)}.txt`,
      'in/$(rm).txt',
    ];
    const cwd = await tempFolder(Object.fromEntries(names.map((name) => [name, 'x'])));
    const { run, documents } = await runExtraction({ inputs: ['in'], out: 'out', cwd, read: readSample });
    expect(run.failures).toEqual([]);
    expect(documents.map(({ path }) => path).sort()).toEqual(names.toSorted());
    expect((await readdir(join(cwd, 'out/documents'))).sort()).toEqual(documents.map(({ id }) => id).sort());
  });
});

describe('an input that cannot be read', () => {
  it('is a failure, and the others are written', async () => {
    const cwd = await tempFolder({ ...REPORTS, 'in/bad.txt': 'undecodable', 'scan.xlsx': 'PK' });
    const { run } = await runExtraction({
      inputs: ['in', 'scan.xlsx', 'nope.txt'],
      out: 'out',
      cwd,
      read: readSample,
    });
    expect(run.failures).toMatchObject([
      { path: 'in/bad.txt', code: 'undecodable', stack: null },
      { path: 'scan.xlsx', code: 'unsupported', stack: null },
      { path: 'nope.txt', code: 'notFound', stack: null },
    ]);
    expect(run.counts).toMatchObject({ inputs: 7, documents: 4, failures: 3 });
    expect(run.inputs.find(({ path }) => path === 'in/bad.txt')).toMatchObject({
      bytes: 11,
      documentId: null,
    });
    expect(await readRun(join(cwd, 'out'))).toEqual(run);
  });

  it('by a fault of the program is named with its stack in run.json, and the run goes on', async () => {
    const cwd = await tempFolder({ ...REPORTS, 'in/bad.txt': 'bug' });
    const { run } = await runExtraction({ inputs: ['in'], out: 'out', cwd, read: readSample });
    expect(run.counts).toMatchObject({ documents: 4, failures: 1 });
    expect(run.failures).toMatchObject([
      {
        path: 'in/bad.txt',
        code: 'internal',
        message: { en: expect.stringContaining('x is undefined'), ja: expect.stringContaining('不具合') },
        stack: expect.stringContaining('sample-report.ts'),
      },
    ]);
  });

  it('is one whose lines do not validate, which is told with document, field and value', async () => {
    const cwd = await tempFolder(REPORTS);
    const { run } = await runExtraction({
      inputs: ['in'],
      out: 'out',
      cwd,
      read: async ({ documentId, path }) => {
        const report = sampleReport(documentId, path);
        if (documentId !== 'c') return report;
        return { ...report, findings: [{ ...report.findings[0]!, confidence: 2 }] };
      },
    });
    expect(run.failures).toMatchObject([
      {
        code: 'internal',
        message: { en: expect.stringMatching(/document c: findings\[0\]\.confidence: .*got 2/) },
      },
    ]);
    expect((await readdir(join(cwd, 'out/documents'))).sort()).toEqual(['a', 'b', 'd']);
  });

  it('loses its earlier output, which is none of this run', async () => {
    const cwd = await tempFolder(REPORTS);
    await runExtraction({ inputs: ['in'], out: 'out', cwd, read: readSample });
    await runExtraction({
      inputs: ['in'],
      out: 'out',
      cwd,
      read: async (input) => {
        if (input.documentId === 'a') throw new Error('now it fails');
        return readSample(input, {});
      },
    });
    expect((await readdir(join(cwd, 'out/documents'))).sort()).toEqual(['b', 'c', 'd']);
  });
});

describe('an interrupted run', () => {
  it('finishes the document in hand, begins no other and says so in run.json', async () => {
    const cwd = await tempFolder(REPORTS);
    const interrupt = new AbortController();
    const { run } = await runExtraction({
      inputs: ['in'],
      out: 'out',
      jobs: 1,
      cwd,
      signal: interrupt.signal,
      read: async (input) => {
        if (input.documentId === 'b') interrupt.abort();
        return readSample(input, {});
      },
    });
    expect(run).toMatchObject({ status: 'interrupted', counts: { inputs: 4, documents: 2, failures: 0 } });
    expect((await readRun(join(cwd, 'out'))).status).toBe('interrupted');
    expect(await linesOf(join(cwd, 'out/documents.jsonl'))).toMatchObject([{ id: 'a' }, { id: 'b' }]);
    expect(run.inputs.at(-1)).toEqual({ path: 'in/d.txt', sha256: null, bytes: null, documentId: null });
  });

  it('that was killed can be recognised, and be run again', async () => {
    const cwd = await tempFolder(REPORTS);
    let killed = '';
    await runExtraction({
      inputs: ['in'],
      out: 'out',
      cwd,
      read: async (input) => {
        killed = await readFile(join(cwd, 'out/run.json'), 'utf8');
        return readSample(input, {});
      },
    });
    expect(JSON.parse(killed)).toMatchObject({ status: 'running', endedAt: null });

    const undisturbed = await filesOf(join(cwd, 'out'));
    const again = await tempFolder({
      ...REPORTS,
      'out/run.json': killed,
      'out/documents/.b.new/text.txt': 'half',
      'out/documents/a/text.txt': 'of an older version',
    });
    await runExtraction({ inputs: ['in'], out: 'out', cwd: again, read: readSample });
    expect(await filesOf(join(again, 'out'))).toEqual(undisturbed);
  });
});
