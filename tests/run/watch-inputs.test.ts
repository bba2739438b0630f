import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchInputs } from '../../src/run/watch-inputs.ts';
import { tempFolder } from './temp-folder.ts';

it('works at once, and again when a report has arrived', async () => {
  const cwd = await tempFolder({ 'in/a.txt': 'a', 'other/x.txt': 'x' });
  const end = new AbortController();
  let calls = 0;
  await watchInputs({ inputs: ['in'], cwd, signal: end.signal, quietMilliseconds: 10 }, async () => {
    calls += 1;
    if (calls === 1) await writeFile(join(cwd, 'in/b.txt'), 'b');
    else end.abort();
  });
  expect(calls).toBe(2);
});

it('watches the folder a glob or a file stands in', async () => {
  for (const input of ['in/**/*.txt', 'in/a.txt']) {
    const cwd = await tempFolder({ 'in/a.txt': 'a' });
    const end = new AbortController();
    let calls = 0;
    await watchInputs({ inputs: [input], cwd, signal: end.signal, quietMilliseconds: 10 }, async () => {
      calls += 1;
      if (calls === 1) await writeFile(join(cwd, 'in/a.txt'), 'changed');
      else end.abort();
    });
    expect(calls).toBe(2);
  }
});

it('says where a folder is not there', async () => {
  const cwd = await tempFolder();
  const { signal } = new AbortController();
  await expect(watchInputs({ inputs: ['gone'], cwd, signal }, async () => undefined)).rejects.toThrow(
    /ENOENT.*gone/,
  );
});
