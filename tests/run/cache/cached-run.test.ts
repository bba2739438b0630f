import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { STAGES, stageVersions } from '../../../src/run/cache/code-version.ts';
import { listEntries } from '../../../src/run/cache/entries.ts';
import { pruneCache } from '../../../src/run/cache/prune.ts';
import { planExtraction } from '../../../src/run/dry-run.ts';
import { runExtraction } from '../../../src/run/extraction.ts';
import { filesOf, tempFolder } from '../temp-folder.ts';

const REPORT = (actual: string) =>
  `青葉市 進捗状況報告書（令和5年度）\n\n指標名\t基準値\t目標値\tR5実績\n相談件数\t120件\t150件\t${actual}\n`;

async function extract(cwd: string, out: string, more: object = {}) {
  const { run } = await runExtraction({ inputs: ['in'], out, cwd, cache: 'cache', workers: 0, ...more });
  return run;
}

it('takes a second run from what the first one kept, with the same bytes', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件'), 'in/b.txt': REPORT('99件') });
  const first = await extract(cwd, 'first');
  expect(first.cache).toMatchObject({ met: { reading: 0, findings: 0 }, kept: { reading: 2, findings: 2 } });
  const second = await extract(cwd, 'second');
  expect(second.cache).toMatchObject({ met: { reading: 2, findings: 2 }, kept: { reading: 0, findings: 0 } });
  expect(await filesOf(join(cwd, 'second'))).toEqual(await filesOf(join(cwd, 'first')));
});

it('does not even write again what stands there as it was written', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件'), 'in/b.txt': REPORT('99件') });
  await extract(cwd, 'out');
  const before = await filesOf(join(cwd, 'out'));
  await writeFile(join(cwd, 'out/documents/b/records.jsonl'), 'somebody has been here');
  const { cache } = await extract(cwd, 'out');
  expect(cache?.met).toEqual({ pages: 0, reading: 1, findings: 1, written: 1 });
  expect(await filesOf(join(cwd, 'out'))).toEqual(before);
});

it('reads again what has other bytes, whatever the time of the file', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件'), 'in/b.txt': REPORT('99件') });
  await extract(cwd, 'out');
  await writeFile(join(cwd, 'in/b.txt'), REPORT('98件'));
  const { cache } = await extract(cwd, 'out');
  expect(cache).toMatchObject({ met: { written: 1 }, kept: { reading: 1 } });
  expect(await readFile(join(cwd, 'out/observations.jsonl'), 'utf8')).toContain('"raw":"98件"');
});

it('reads again where the vocabulary has changed', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件') });
  await extract(cwd, 'out');
  const { cache } = await extract(cwd, 'out', { vocabulary: { measures: { actual: ['到達値'] } } });
  expect(cache).toMatchObject({ met: { reading: 0 }, kept: { reading: 1 } });
});

it('reads again what was kept but is damaged', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件') });
  await extract(cwd, 'first');
  for (const { file } of await listEntries(join(cwd, 'cache'))) {
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 9));
  }
  const { cache } = await extract(cwd, 'second');
  expect(cache).toMatchObject({ met: { reading: 0, findings: 0 }, kept: { reading: 1, findings: 1 } });
  expect(await filesOf(join(cwd, 'second'))).toEqual(await filesOf(join(cwd, 'first')));
});

it('ends well where nothing can be kept, and says so', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件'), cache: 'a file, no folder' });
  const { cache, status, counts } = await extract(cwd, 'out');
  expect({ status, documents: counts.documents }).toEqual({ status: 'complete', documents: 1 });
  expect(cache?.problem).toMatch(/ENOTDIR|EEXIST/);
});

it('keeps and takes nothing where no folder is named', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件') });
  expect((await extract(cwd, 'out', { cache: undefined })).cache).toBeNull();
});

it('plans what a run will do, and writes nothing', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件'), 'in/b.txt': REPORT('99件') });
  await extract(cwd, 'out', { inputs: ['in/a.txt'] });
  const before = await filesOf(cwd);
  const { inputs } = await planExtraction({
    inputs: ['in/a.txt', 'in/b.txt', 'gone.txt'],
    out: 'out',
    cwd,
    cache: 'cache',
  });
  expect(inputs.map(({ path, planned }) => [path, planned])).toEqual([
    ['in/a.txt', 'kept'],
    ['in/b.txt', 'read'],
    ['gone.txt', 'failure'],
  ]);
  expect(await filesOf(cwd)).toEqual(before);
});

it('takes away what was not used for longest', async () => {
  const cwd = await tempFolder({ 'in/a.txt': REPORT('142件') });
  await extract(cwd, 'out');
  await writeFile(join(cwd, 'in/a.txt'), REPORT('99件'));
  await extract(cwd, 'out');
  const folder = join(cwd, 'cache');
  const latest = (await listEntries(folder)).sort((a, b) => b.usedAt - a.usedAt);
  expect(latest).toHaveLength(6);
  const megabytes = (latest[0]!.bytes + latest[1]!.bytes) / 2 ** 20;
  const { removed } = await pruneCache(folder, { megabytes });
  expect(removed.map(({ file }) => file).sort()).toEqual(
    latest
      .slice(2)
      .map(({ file }) => file)
      .sort(),
  );
  expect((await pruneCache(folder, { unusedDays: 1 }, Date.now() + 3 * 86_400_000)).kept).toEqual([]);
});

it('gives each stage a version of its own that findings share with nothing', () => {
  const versions = stageVersions();
  expect(new Set(STAGES.map((stage) => versions[stage])).size).toBe(STAGES.length);
});
