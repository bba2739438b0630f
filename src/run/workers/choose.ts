import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Texts of this many bytes together take some four seconds to read: several times what a worker's start costs. */
const WORTH_BYTES = 4_000_000;

const PDF = Buffer.from('%PDF-');
/** A byte order mark may stand before it. */
const HEAD_BYTES = PDF.length + 3;

/**
 * How many workers read these files; 0: they are read in this thread. PDFs are read by workers, which bound what a bad one
 * can take; texts where several of them are so long that reading side by side saves more than starting the workers costs.
 *
 * @param most as many documents as may be under way at once
 */
export async function chooseWorkers(paths: readonly string[], cwd: string, most: number): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    const { isPdf, size } = await lookAt(resolve(cwd, path));
    bytes += size;
    if (isPdf || (bytes >= WORTH_BYTES && paths.length > 1)) return Math.min(most, paths.length);
  }
  return 0;
}

/** Whether these are the first bytes of a PDF. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, HEAD_BYTES)).includes(PDF);

/** What is not there, or not readable, is told when it is read. */
async function lookAt(file: string): Promise<{ isPdf: boolean; size: number }> {
  try {
    const info = await stat(file);
    if (!info.isFile()) return { isPdf: false, size: 0 };
    await using handle = await open(file, 'r');
    const head = Buffer.alloc(HEAD_BYTES);
    await handle.read(head, 0, HEAD_BYTES, 0);
    return { isPdf: isPdf(head), size: info.size };
  } catch {
    return { isPdf: false, size: 0 };
  }
}
