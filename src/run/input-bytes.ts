import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { accessError, notAFileError, tooLargeError, unsupportedError } from './input-errors.ts';
import { mayBeReport } from './source-kinds.ts';

/** Largest file that is loaded, in bytes, so that a stray disk image does not fill the memory; ingest is stricter. */
const MAX_INPUT_BYTES = 128 * 2 ** 20;

/**
 * Reads one input. `path` is as given on the command line, `cwd` where a relative one starts. Throws DocumentError:
 * notFound, notReadable, tooLarge, or unsupported where its name says that it is no report.
 */
export async function readInputBytes(path: string, cwd: string): Promise<Uint8Array> {
  const file = resolve(cwd, path);
  const info = await stat(file).catch((error: unknown) => {
    throw accessError(path, error);
  });
  if (!info.isFile()) throw notAFileError(path);
  if (!mayBeReport(basename(path))) throw unsupportedError(path, extname(path));
  if (info.size > MAX_INPUT_BYTES) throw tooLargeError(path, MAX_INPUT_BYTES);

  return readFile(file).catch((error: unknown) => {
    throw accessError(path, error);
  });
}
