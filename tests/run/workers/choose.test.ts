import { expect, it } from 'vitest';
import { chooseWorkers } from '../../../src/run/workers/choose.ts';
import { tempFolder } from '../temp-folder.ts';

const LONG = 'あ'.repeat(1_000_000);

it.each<[string, { [path: string]: string }, number]>([
  ['a few small texts are read in this thread', { 'a.txt': 'a', 'b.txt': 'b' }, 0],
  ['one long text too: nothing is read beside it', { 'a.txt': LONG + LONG }, 0],
  ['several long texts are read side by side', { 'a.txt': LONG, 'b.txt': LONG, 'c.txt': 'c' }, 3],
  [
    'never by more workers than may be under way',
    { 'a.pdf': '%PDF-', 'b.pdf': '', 'c.pdf': '', 'd.pdf': '', 'e.pdf': '' },
    4,
  ],
  ['one PDF is read by a worker', { 'a.pdf': '%PDF-1.7' }, 1],
  ['a PDF is known by its bytes', { 'a.txt': '\uFEFF%PDF-1.7', 'b.txt': 'b' }, 2],
  ['a picture is read by a worker', { 'a.tif': 'II*\0', 'b.txt': 'b' }, 2],
  ['near miss: a text that begins with PDF is none', { 'a.txt': 'PDF' }, 0],
])('%s', async (_what, files, workers) => {
  expect(await chooseWorkers(Object.keys(files), await tempFolder(files), 4)).toBe(workers);
});

it('what is not there is told when it is read', async () => {
  expect(await chooseWorkers(['nope.pdf', '.'], await tempFolder(), 4)).toBe(0);
});
