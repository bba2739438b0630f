import { resolve } from 'node:path';
import { pruneCache } from './prune.ts';
import {
  addCounts,
  type CacheCounts,
  type CacheSetting,
  cacheSetting,
  type GivenToAll,
  NOTHING_MET,
} from './stage-cache.ts';

/** What a cache may take on disk when nobody says otherwise: some ten thousand reports. */
export const CACHE_MEGABYTES = 4096;

/** The cache of one run, whoever reads: opened before the first document, pruned behind the last. */
export class RunCache {
  readonly setting: CacheSetting | null;
  #counts: CacheCounts = NOTHING_MET;

  /** @param folder null or undefined: nothing is kept */
  constructor(folder: string | undefined, { cwd, ...given }: GivenToAll & { readonly cwd: string }) {
    this.setting = folder === undefined ? null : cacheSetting(resolve(cwd, folder), given);
  }

  /** What the readers of documents are given. */
  forReading(): { cache: CacheSetting | null; onCache: (counts: CacheCounts) => void } {
    return {
      cache: this.setting,
      onCache: (counts) => {
        this.#counts = addCounts(this.#counts, counts);
      },
    };
  }

  /** What run.json says of it; null where there is none. */
  get counts(): CacheCounts | null {
    return this.setting === null ? null : this.#counts;
  }

  /** Takes away what was not used for longest, where something was added. */
  async end(): Promise<void> {
    const isGrown = Object.values(this.#counts.kept).some((count) => count > 0);
    if (this.setting === null || !isGrown) return;
    await pruneCache(this.setting.folder, { megabytes: CACHE_MEGABYTES });
  }
}
