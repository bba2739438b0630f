import { rm } from 'node:fs/promises';
import { type Entry, listEntries } from './entries.ts';

export interface Pruning {
  /** entries may take this much together; the longest unused go first */
  readonly megabytes?: number;
  /** entries not used for so long go */
  readonly unusedDays?: number;
}

/** What went and what stayed. */
export interface Pruned {
  readonly removed: readonly Entry[];
  readonly kept: readonly Entry[];
}

const MEGABYTE = 2 ** 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes away what a cache need not keep. What another run takes away at the same time is no error. */
export async function pruneCache(
  folder: string,
  { megabytes = Number.POSITIVE_INFINITY, unusedDays = Number.POSITIVE_INFINITY }: Pruning,
  now: number = Date.now(),
): Promise<Pruned> {
  const latestFirst = (await listEntries(folder)).sort((a, b) => b.usedAt - a.usedAt);
  const kept: Entry[] = [];
  const removed: Entry[] = [];
  let bytes = 0;
  for (const entry of latestFirst) {
    bytes += entry.bytes;
    const stays = bytes <= megabytes * MEGABYTE && now - entry.usedAt <= unusedDays * DAY_MS;
    (stays ? kept : removed).push(entry);
  }
  for (const { file } of removed) await rm(file, { force: true });
  return { removed, kept };
}
