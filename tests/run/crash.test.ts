import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, tempFolder } from './temp-folder.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const FIXTURES = new URL('../../fixtures/', import.meta.url).pathname;
const KILLS = 25;
const DOCUMENTS = 60;

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sixty reports: our texts of every kind, some of them several times with another name, and our PDFs. */
async function documents(folder: string): Promise<void> {
  await mkdir(folder);
  const names = await readdir(FIXTURES);
  const texts = names.filter((name) => name !== 'pdf').map((name) => join(FIXTURES, name, 'report.txt'));
  const pdfs = (await readdir(join(FIXTURES, 'pdf')))
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(FIXTURES, 'pdf', name));
  const sources = [...pdfs, ...texts];
  for (let index = 0; index < DOCUMENTS; index += 1) {
    const source = sources[index % sources.length]!;
    const extension = source.slice(source.lastIndexOf('.'));
    await copyFile(source, join(folder, `${String(index).padStart(2, '0')}${extension}`));
  }
}

/** The command, killed when so many things have happened in the folder of documents; without a number it may end. */
async function extract(cwd: string, out: string, killAt?: number): Promise<number | null> {
  await mkdir(join(cwd, out, 'documents'), { recursive: true });
  const argv = ['extract', 'in', '--out', out, '--cache', `cache-${out}`, '--workers', '0', '--quiet'];
  const child = spawn(process.execPath, [MAIN, ...argv], { cwd, stdio: 'ignore' });
  let events = 0;
  const watcher = watch(join(cwd, out, 'documents'), { recursive: true }, () => {
    events += 1;
    if (killAt !== undefined && events >= killAt) child.kill('SIGKILL');
  });
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code));
    });
  } finally {
    watcher.close();
  }
}

it(`ends with the same bytes after ${KILLS} kills as without one`, { timeout: 600_000 }, async () => {
  const cwd = await tempFolder();
  await documents(join(cwd, 'in'));
  const marker = JSON.stringify({ inputs: [], counts: {} });
  for (const out of ['whole', 'killed']) {
    await mkdir(join(cwd, out));
    await writeFile(join(cwd, out, 'run.json'), marker);
  }
  expect(await extract(cwd, 'whole')).toBe(0);

  const random = seeded(20_261_120);
  const endings = new Map<number | null, number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const ending = await extract(cwd, 'killed', 1 + Math.floor(random() * 40));
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  // a run that had nothing left to write may have ended before the kill
  expect(endings.get(null) ?? 0).toBeGreaterThan(KILLS / 2);
  expect(await extract(cwd, 'killed')).toBe(0);
  expect(await filesOf(join(cwd, 'killed'))).toEqual(await filesOf(join(cwd, 'whole')));
  const run = JSON.parse(await readFile(join(cwd, 'killed', 'run.json'), 'utf8'));
  expect({ status: run.status, documents: run.counts.documents }).toEqual({
    status: 'complete',
    documents: DOCUMENTS,
  });
});
