import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { closeReaders } from '../../src/ingest/index.ts';
import { runExtraction } from '../../src/run/extraction.ts';
import { foundTexts } from '../emit/searchable/found-texts.ts';
import { scannedSheet } from '../ingest/scan/scanned-sheet.ts';
import { tempFolder } from './temp-folder.ts';

afterAll(closeReaders);

it('a scan gets a searchable copy where one is asked for, a text none', async () => {
  const cwd = await tempFolder({ 'r5.txt': '指標名\tR5実績\n利用者数\t120人\n' });
  await writeFile(join(cwd, 'scan.png'), await (await scannedSheet()).rotate(180).png().toBuffer());
  const inputs = ['r5.txt', 'scan.png'];
  const { run } = await runExtraction({ inputs, out: 'out', cwd, workers: 0, searchable: true });
  expect(run.failures).toEqual([]);
  const folder = join(cwd, 'out/documents');
  expect(await readdir(join(folder, 'r5'))).not.toContain('searchable.pdf');
  const bytes = await readFile(join(folder, 'scan/searchable.pdf'));
  const text = (await foundTexts(bytes)).map(([own]) => own).join('');
  expect(text).toContain('190,075');
  expect(text).toContain('年間貸出冊数');
});
