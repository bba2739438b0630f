import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepDocumentFolders, writeDocumentFolder } from '../../src/emit/document-folder.ts';
import { sampleReport } from '../run/sample-report.ts';
import { tempFolder } from '../run/temp-folder.ts';

it('writes the eight files of a document and nothing else', async () => {
  const folder = await tempFolder();
  await writeDocumentFolder(folder, sampleReport('r5', 'r5.txt'));
  expect(await readdir(join(folder, 'documents'))).toEqual(['r5']);
  expect((await readdir(join(folder, 'documents', 'r5'))).sort()).toEqual([
    'documents.jsonl',
    'doubts.jsonl',
    'findings.jsonl',
    'observations.jsonl',
    'pages.jsonl',
    'records.jsonl',
    'slips.jsonl',
    'text.txt',
  ]);
});

it('replaces an earlier output of the document', async () => {
  const folder = await tempFolder({ 'documents/r5/left-over.txt': 'old' });
  await writeDocumentFolder(folder, sampleReport('r5', 'r5.txt', 'first'));
  await writeDocumentFolder(folder, sampleReport('r5', 'r5.txt', 'second'));
  expect(await readdir(join(folder, 'documents'))).toEqual(['r5']);
  expect(await readdir(join(folder, 'documents', 'r5'))).not.toContain('left-over.txt');
  expect(await readFile(join(folder, 'documents', 'r5', 'text.txt'), 'utf8')).toBe('second');
});

it('leaves the earlier output as it was where the new one does not validate', async () => {
  const folder = await tempFolder();
  const report = sampleReport('r5', 'r5.txt');
  await writeDocumentFolder(folder, report);
  const broken = {
    ...report,
    text: 'new',
    observations: [{ ...report.observations[0]!, value: Number.NaN }],
  };
  await expect(writeDocumentFolder(folder, broken)).rejects.toThrow(/observations\[0\]\.value/);
  expect(await readdir(join(folder, 'documents'))).toEqual(['r5']);
  expect(await readFile(join(folder, 'documents', 'r5', 'text.txt'), 'utf8')).toBe(report.text);
});

it('takes away documents that are not kept and what a killed run left, but nothing of other people', async () => {
  const folder = await tempFolder({
    'documents/.r6.new/text.txt': 'half',
    'documents/.r5.old/text.txt': 'old',
    'documents/mine/notes.txt': 'not of jisseki',
    'documents/notes.txt': 'not of jisseki',
  });
  for (const id of ['r4', 'r5']) await writeDocumentFolder(folder, sampleReport(id, `${id}.txt`));
  await keepDocumentFolders(folder, ['r5']);
  expect((await readdir(join(folder, 'documents'))).sort()).toEqual(['mine', 'notes.txt', 'r5']);
});

it('a searchable copy stands beside the data until a reading says otherwise', async () => {
  const folder = await tempFolder();
  const report = sampleReport('r5', 'r5.txt');
  const hasCopy = async () => (await readdir(join(folder, 'documents', 'r5'))).includes('searchable.pdf');
  await writeDocumentFolder(folder, report, Buffer.from('%PDF-'));
  expect(await hasCopy()).toBe(true);
  await writeDocumentFolder(folder, report);
  expect(await readFile(join(folder, 'documents', 'r5', 'searchable.pdf'), 'utf8')).toBe('%PDF-');
  await writeDocumentFolder(folder, report, null);
  expect(await hasCopy()).toBe(false);
});
