import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';
import { Finding } from '../../../src/model/index.ts';
import { runCheck } from '../../../src/run/check-run.ts';
import { type ExtractionOptions, runExtraction } from '../../../src/run/extraction.ts';
import { recordVerdict } from '../../../src/run/record-verdict.ts';
import { ruledTable, text, writePdf } from '../../ingest/pdf/write-pdf.ts';
import { filesOf, linesOf, tempFolder } from '../temp-folder.ts';

const TABLE = ruledTable(
  [
    ['KPI', 'R4', 'R5'],
    ['Visitors', '10', '12'],
  ],
  300,
);
const DEFLATED = { streamEntries: '/Filter /FlateDecode' };
/** pdf.js copies the saved states at each further one: minutes. */
const SLOW = deflateSync('q '.repeat(400_000));
/** 600 MB of blanks in 0.6 MB. */
const bomb = () => deflateSync(Buffer.alloc(600_000_000, ' '), { level: 1 });

async function folderWith(files: { readonly [name: string]: Uint8Array }): Promise<string> {
  const cwd = await tempFolder({ 'in/a.txt': '進捗報告書\n\n指標名\t目標値\tR5実績\n相談件数\t5件\t３件\n' });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(cwd, 'in', name), bytes);
  return cwd;
}

const run = (cwd: string, out: string, options: Partial<ExtractionOptions> = {}) =>
  runExtraction({ inputs: ['in'], out, cwd, ...options });

const findingsIn = async (folder: string): Promise<Finding[]> =>
  (await linesOf(join(folder, 'findings.jsonl'))).map((line) => Finding.parse(line));

describe('workers', () => {
  it('write the same bytes as this thread, whatever their number, and apply verdicts alike', async () => {
    const cwd = await folderWith({
      'b.pdf': writePdf({ pages: [TABLE, '(open'] }),
      'c.pdf': writePdf({ pages: [TABLE], password: 'himitsu' }),
      'd.pdf': Buffer.from('%PDF-1.7 and no more'),
    });
    await run(cwd, 'here', { workers: 0, password: 'himitsu' });
    const [finding] = await findingsIn(join(cwd, 'here'));
    for (const out of ['here', 'one', 'two']) {
      if (out !== 'here') await run(cwd, out, { workers: 1, password: 'himitsu' });
      await recordVerdict({ folder: out, findingId: finding!.id, verdict: 'fine', cwd });
    }
    const here = await run(cwd, 'here', { workers: 0, password: 'himitsu' });
    const one = await run(cwd, 'one', { workers: 1, password: 'himitsu' });
    const two = await run(cwd, 'two', { password: 'himitsu' });
    const filesWithoutVerdicts = async (out: string) => {
      const { 'verdicts.jsonl': _clocks, ...files } = await filesOf(join(cwd, out));
      return files;
    };
    expect(Object.keys(await filesWithoutVerdicts('here')).length).toBe(3 * 8 + 4);
    expect(await filesWithoutVerdicts('one')).toEqual(await filesWithoutVerdicts('here'));
    expect(await filesWithoutVerdicts('two')).toEqual(await filesWithoutVerdicts('here'));
    for (const { run: told, staleVerdicts } of [one, two]) {
      expect(staleVerdicts).toEqual([]);
      expect(told).toMatchObject({
        inputs: here.run.inputs,
        counts: here.run.counts,
        failures: here.run.failures,
      });
    }
    expect(here.run.failures).toMatchObject([{ path: 'in/d.pdf', code: 'damaged', stack: null }]);
    expect(here.run.counts.verdicts).toBe(1);
    expect(await readFile(join(cwd, 'two/run.json'), 'utf8')).not.toContain('himitsu');
  });

  it('give reports back in memory as this thread does', async () => {
    const cwd = await folderWith({ 'b.pdf': writePdf({ pages: [TABLE] }) });
    const given = { path: 'c.pdf', bytes: writePdf({ pages: [TABLE, '(open'] }) };
    expect(await extract(['in', given], { cwd })).toEqual(await extract(['in', given], { cwd, workers: 0 }));
    await expect(
      extract({ path: 'd.pdf', bytes: writePdf({ pages: [TABLE], password: 'x' }) }),
    ).rejects.toMatchObject({ name: 'DocumentError', code: 'encrypted', path: 'd.pdf' });
  });

  it('leave out a page that takes too long, tell it, and read the other documents', async () => {
    const pages = [deflateSync(TABLE), SLOW, deflateSync(TABLE)];
    const cwd = await folderWith({ 'b.pdf': writePdf({ pages, ...DEFLATED }) });
    const limits = { pageSeconds: 3 };
    const { run: told, documents } = await run(cwd, 'out', { limits });
    expect(told.failures).toEqual([]);
    expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
    const findings = await findingsIn(join(cwd, 'out'));
    const unread = findings.filter(({ rule }) => rule === 'unread-page');
    expect(unread).toMatchObject([{ severity: 'error', page: 2, documentIds: ['b'] }]);
    expect(unread[0]!.message.en).toContain('Page 2 took longer than its 3 s');
    const numbers = (await linesOf(join(cwd, 'out/documents/b/observations.jsonl'))) as { raw: string }[];
    expect(numbers.map(({ raw }) => raw)).toEqual(['10', '12', '10', '12']);

    // what was doubted is kept, so that the rules say the same without the source
    await runCheck({ folder: 'out', cwd });
    expect(await findingsIn(join(cwd, 'out'))).toEqual(findings);
  });

  it('leave out a page that takes too much memory', async () => {
    const pages = [deflateSync(TABLE), bomb(), deflateSync(TABLE)];
    const cwd = await folderWith({ 'b.pdf': writePdf({ pages, ...DEFLATED }) });
    const { documents } = await run(cwd, 'out', { limits: { megabytes: 300 } });
    expect(documents.at(-1)).toMatchObject({ id: 'b', observations: 4 });
    expect(documents.at(-1)!.topFindings[0]!.message.en).toContain(
      'Page 2 could not be read to its end (memory > 300 MB)',
    );
  });

  it('give up a document that exceeds its time, in one line, and read the others', async () => {
    const cwd = await folderWith({ 'b.pdf': writePdf({ pages: [SLOW], ...DEFLATED }) });
    const { run: told } = await run(cwd, 'out', { limits: { documentSeconds: 4, pageSeconds: 60 } });
    expect(told.counts).toMatchObject({ documents: 1, failures: 1 });
    expect(told.failures).toMatchObject([
      {
        path: 'in/b.pdf',
        code: 'tooSlow',
        message: { en: expect.stringMatching(/^was not read within 4 s \(at page 1\); [^\n]*$/) },
        stack: null,
      },
    ]);
    expect(told.inputs[1]).toMatchObject({ path: 'in/b.pdf', documentId: null, bytes: expect.any(Number) });
  });

  it('finish the documents in hand when the run is interrupted', async () => {
    const pdf = writePdf({ pages: [text(50, 700, 'Hello')] });
    const cwd = await folderWith({ 'b.pdf': pdf, 'c.pdf': pdf, 'd.pdf': pdf });
    const interrupt = new AbortController();
    const { run: told } = await run(cwd, 'out', {
      workers: 1,
      signal: interrupt.signal,
      onProgress: ({ kind }) => kind === 'document' && interrupt.abort(),
    });
    expect(told).toMatchObject({ status: 'interrupted', counts: { inputs: 4, documents: 1, failures: 0 } });
  });
});
