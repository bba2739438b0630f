import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file whole or not at all: into a hidden file beside it, then renamed over it. The content is streamed, so
 * memory does not grow with it. Throws the file system's error; the former file then stands as it was.
 */
export async function replaceFile(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const fresh = join(dirname(path), `.${basename(path)}.new`);
  try {
    await pipeline(Readable.from(content), createWriteStream(fresh, { flush: true }));
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}
