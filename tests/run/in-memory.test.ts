import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentError, extract, type Failure, Report } from '../../src/index.ts';
import { runExtraction } from '../../src/run/extraction.ts';
import { readSample } from './sample-report.ts';
import { linesOf, tempFolder } from './temp-folder.ts';

const bytes = new TextEncoder().encode('x');

describe('extract', () => {
  it('gives the same reports as the command writes', async () => {
    const cwd = await tempFolder({ 'in/a.txt': 'a', 'in/b.txt': 'b' });
    const reports = await extract('in', { cwd, read: readSample });
    await runExtraction({ inputs: ['in'], out: 'out', cwd, read: readSample });
    expect(await linesOf(join(cwd, 'out/documents.jsonl'))).toEqual(reports.map(({ document }) => document));
    expect(await linesOf(join(cwd, 'out/observations.jsonl'))).toEqual(
      reports.flatMap(({ observations }) => observations),
    );
    for (const report of reports) Report.parse(report);
  });

  it('takes bytes, paths and both', async () => {
    const cwd = await tempFolder({ 'a.txt': 'a' });
    const one = await extract({ path: 'mail/R6.txt', bytes }, { read: readSample });
    expect(one.map(({ document }) => document.id)).toEqual(['r6']);
    const two = await extract(['a.txt', { path: 'r6.txt', bytes }], { cwd, read: readSample });
    expect(two.map(({ document }) => document.id)).toEqual(['r6', 'a']);
  });

  it('gives nothing for nothing', async () => {
    expect(await extract([])).toEqual([]);
  });

  it('rejects with the error of the first input that cannot be read', async () => {
    const cwd = await tempFolder({ 'a.txt': 'a', 'b.txt': 'undecodable' });
    const error = await extract(['a.txt', 'b.txt'], { cwd, read: readSample }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(DocumentError);
    expect(error).toMatchObject({ code: 'undecodable', path: 'b.txt' });
  });

  it('hands failures to onFailure and gives the others', async () => {
    const cwd = await tempFolder({ 'a.txt': 'a', 'b.txt': 'undecodable', 'c.txt': 'bug' });
    const failures: Failure[] = [];
    const reports = await extract(['.', 'nope.txt'], {
      cwd,
      read: readSample,
      onFailure: (failure) => failures.push(failure),
    });
    expect(reports.map(({ document }) => document.id)).toEqual(['a']);
    expect(failures.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'nope.txt notFound',
      'b.txt undecodable',
      'c.txt internal',
    ]);
  });
});
