import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { gunzip, gzip } from 'node:zlib';
import { STAGES, type Stage } from './code-version.ts';

/** Fast, and half the size; its check sum tells an entry that was cut short. */
const COMPRESSION = { level: 1 };
const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** An entry of the cache as `jisseki cache` counts it. */
export interface Entry {
  readonly stage: Stage;
  readonly file: string;
  readonly bytes: number;
  /** when it was last made or used, in milliseconds: for pruning alone */
  readonly usedAt: number;
}

/** Where the entry of a key stands: folders of some hundred files each. */
const fileOf = (folder: string, stage: Stage, key: string): string =>
  join(folder, stage, key.slice(0, 2), key.slice(2));

/** What was kept under a key; undefined where nothing was, or where it is not whole (it is then taken away). */
export async function readEntry(folder: string, stage: Stage, key: string): Promise<unknown> {
  const file = fileOf(folder, stage, key);
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = deserialize(await decompress(bytes));
    const now = new Date();
    await utimes(file, now, now).catch(() => undefined);
    return value;
  } catch {
    await rm(file, { force: true }).catch(() => undefined);
    return undefined;
  }
}

/** Whether anything is kept under a key. */
export async function hasEntry(folder: string, stage: Stage, key: string): Promise<boolean> {
  return stat(fileOf(folder, stage, key)).then(
    (info) => info.isFile(),
    () => false,
  );
}

/** Keeps a value, whole or not at all. Throws the file system's error. */
export async function writeEntry(folder: string, stage: Stage, key: string, value: unknown): Promise<void> {
  const file = fileOf(folder, stage, key);
  const fresh = join(dirname(file), `.${randomUUID()}.new`);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(fresh, await compress(serialize(value), COMPRESSION));
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** All entries of a cache; none where the folder is not there. */
export async function listEntries(folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const stage of STAGES) {
    const root = join(folder, stage);
    const files = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of files) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const info = await stat(file).catch(() => null);
      if (info !== null) entries.push({ stage, file, bytes: info.size, usedAt: info.mtimeMs });
    }
  }
  return entries;
}
