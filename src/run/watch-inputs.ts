import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';

/** Nothing may happen for so long before a run begins: a report that is being copied is then whole. */
const QUIET_MS = 1_000;

export interface WatchOptions {
  /** files, folders and globs, as `runExtraction` takes them */
  readonly inputs: readonly string[];
  readonly cwd: string;
  /** ends the watch */
  readonly signal: AbortSignal;
  readonly quietMilliseconds?: number;
}

/**
 * Calls `onArrival` at once, and again whenever something has changed where the inputs are and then nothing for a while,
 * never while it is still at work; until the signal aborts. Throws the file system's error where an input's folder is not there.
 */
export async function watchInputs(
  { inputs, cwd, signal, quietMilliseconds = QUIET_MS }: WatchOptions,
  onArrival: () => Promise<void>,
): Promise<void> {
  let hasChanged = true;
  let wake = (): void => undefined;
  let quiet: NodeJS.Timeout | undefined;
  const folders = new Set(await Promise.all(inputs.map((input) => folderOf(input, cwd))));
  const watchers = [...folders].map((folder) =>
    watch(folder, { recursive: true, signal }, () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => {
        hasChanged = true;
        wake();
      }, quietMilliseconds);
    }),
  );
  signal.addEventListener('abort', () => wake());
  try {
    while (!signal.aborted) {
      if (hasChanged) {
        hasChanged = false;
        await onArrival();
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    clearTimeout(quiet);
    for (const watcher of watchers) watcher.close();
  }
}

/** The folder in which an argument's files come and go. */
async function folderOf(input: string, cwd: string): Promise<string> {
  if (isDynamicPattern(input)) {
    const fixed = input.split('/').findIndex((part) => isDynamicPattern(part));
    return resolve(cwd, input.split('/').slice(0, fixed).join('/') || (input.startsWith('/') ? '/' : '.'));
  }
  const path = resolve(cwd, input);
  return (await stat(path)).isDirectory() ? path : dirname(path);
}
