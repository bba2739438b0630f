import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { linesOf, tempFolder } from './run/temp-folder.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The package as it is published (of what `npm run build` made last), unpacked beside the packages it depends on. */
async function installed(): Promise<string> {
  const cwd = await tempFolder();
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', cwd], { cwd: ROOT });
  const tarball = (await readdir(cwd)).find((name) => name.endsWith('.tgz'))!;
  await run('tar', ['-xzf', tarball], { cwd });
  await symlink(join(ROOT, 'node_modules'), join(cwd, 'package', 'node_modules'));
  return cwd;
}

it('the packed package runs without the sources', { timeout: 300_000 }, async () => {
  const cwd = await installed();
  const { name, version, bin } = JSON.parse(await readFile(join(cwd, 'package/package.json'), 'utf8'));
  expect(name).toBe('jisseki');
  const main = join(cwd, 'package', bin.jisseki);
  expect((await run(process.execPath, [main, '--version'])).stdout).toBe(`${version}\n`);
  expect(await readdir(join(cwd, 'package'))).not.toContain('src');

  await mkdir(join(cwd, 'in'));
  await copyFile(join(ROOT, 'fixtures/wide-progress/report.txt'), join(cwd, 'in/text.txt'));
  const pdf = (await readdir(join(ROOT, 'fixtures/pdf'))).find((file) => file.endsWith('.pdf'))!;
  await copyFile(join(ROOT, 'fixtures/pdf', pdf), join(cwd, 'in/print.pdf'));
  await run(process.execPath, [main, 'extract', 'in', '--out', 'out', '--quiet'], { cwd });
  for (const id of ['text', 'print'])
    expect((await linesOf(join(cwd, 'out/documents', id, 'observations.jsonl'))).length).toBeGreaterThan(0);
});
