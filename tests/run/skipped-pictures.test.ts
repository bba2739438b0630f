import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { runExtraction } from '../../src/run/extraction.ts';
import { extract } from '../../src/run/in-memory.ts';
import { tempFolder } from './temp-folder.ts';

const REPORT = '指標名\tR5実績\n利用者数\t120人\n';

/** A folder `in` with these files, and a picture without text beside them. */
async function folderWith(files: { readonly [path: string]: string }): Promise<string> {
  const cwd = await tempFolder({ 'in/.keep': '', ...files });
  const logo = sharp({ create: { width: 60, height: 60, channels: 3, background: '#06c' } });
  await writeFile(join(cwd, 'in/logo.png'), await logo.png().toBuffer());
  return cwd;
}

async function run(files: { readonly [path: string]: string }, inputs: readonly string[]) {
  const result = await runExtraction({ inputs, out: 'out', cwd: await folderWith(files), workers: 0 });
  const { counts, failures, skippedPictures, inputs: read } = result.run;
  return {
    read: read.map(({ path }) => path),
    failed: failures.map(({ path, code }) => `${path} ${code}`),
    skipped: skippedPictures.map(({ path }) => path),
    counts: [counts.inputs, counts.documents, counts.failures, counts.skipped],
  };
}

it('a picture without text beside reports is skipped and named', async () => {
  expect(await run({ 'in/r5.txt': REPORT }, ['in'])).toEqual({
    read: ['in/r5.txt'],
    failed: [],
    skipped: ['in/logo.png'],
    counts: [1, 1, 0, 1],
  });
});

it.each<[string, { [path: string]: string }, string[], string[]]>([
  ['named by itself it is a failure', { 'in/r5.txt': REPORT }, ['in', 'in/logo.png'], ['in/logo.png noText']],
  ['where nothing else was read, too', {}, ['in/*.png'], ['in/logo.png noText']],
  [
    'a picture that cannot be opened may have been a report',
    { 'in/r5.txt': REPORT, 'in/a.tif': 'II*\0 cut' },
    ['in'],
    ['in/a.tif damaged'],
  ],
])('%s', async (_what, files, inputs, failed) => {
  expect((await run(files, inputs)).failed).toEqual(failed);
});

it('in memory it is left out, and fails where it is all there is', async () => {
  const cwd = await folderWith({ 'in/r5.txt': REPORT });
  expect((await extract('in', { cwd, workers: 0 })).map(({ document }) => document.source.path)).toEqual([
    'in/r5.txt',
  ]);
  await expect(extract('in/*.png', { cwd, workers: 0 })).rejects.toMatchObject({ code: 'noText' });
});
