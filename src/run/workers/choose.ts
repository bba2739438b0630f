import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sniffMediaType } from '../../ingest/media-type.ts';

/** Texts of this many bytes together take some four seconds to read: several times what a worker's start costs. */
const WORTH_BYTES = 4_000_000;

/** The kind of a file is told by fewer. */
const HEAD_BYTES = 16;

/**
 * How many workers read these files; 0: they are read in this thread. PDFs and pictures are read by workers, which bound
 * what a bad one can take; texts where several of them are so long that reading side by side saves more than starting the workers costs.
 *
 * @param most as many documents as may be under way at once
 */
export async function chooseWorkers(paths: readonly string[], cwd: string, most: number): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    const { isDrawn, size } = await lookAt(resolve(cwd, path));
    bytes += size;
    if (isDrawn || (bytes >= WORTH_BYTES && paths.length > 1)) return Math.min(most, paths.length);
  }
  return 0;
}

/** Whether these are the first bytes of pages as drawn: a PDF, a picture. */
export const isDrawnKind = (bytes: Uint8Array): boolean =>
  /^(?:application\/pdf|image\/)/.test(sniffMediaType({ path: '', bytes }));

/** What is not there, or not readable, is told when it is read. */
async function lookAt(file: string): Promise<{ isDrawn: boolean; size: number }> {
  try {
    const info = await stat(file);
    if (!info.isFile()) return { isDrawn: false, size: 0 };
    await using handle = await open(file, 'r');
    const head = Buffer.alloc(HEAD_BYTES);
    await handle.read(head, 0, HEAD_BYTES, 0);
    return { isDrawn: isDrawnKind(head), size: info.size };
  } catch {
    return { isDrawn: false, size: 0 };
  }
}
