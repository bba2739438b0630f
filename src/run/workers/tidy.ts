import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After a report of 600 pages 130 to 250 MB are in use, and 60 live on. */
const MEGABYTES_IN_USE = 96;
/** A report of 600 pages has twice as many; of shorter ones V8 collects in time, and reading the next is slower right after. */
const LONG_CHARACTERS = 100_000;

let collect: (() => void) | null = null;

/**
 * Collects what a long report left behind before the next begins. V8 lets it grow to several times what lives: over many
 * long reports a worker took half as much again as over one.
 */
export function tidyUpAfter(characters: number): void {
  if (characters < LONG_CHARACTERS || getHeapStatistics().used_heap_size < MEGABYTES_IN_USE * 2 ** 20) return;
  if (collect === null) {
    // compiled code outlives it: compiling it again would cost more than collecting
    setFlagsFromString('--no-flush-bytecode');
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
