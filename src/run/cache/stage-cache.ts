import { createHash } from 'node:crypto';
import type { Keeper } from '../../pipeline.ts';
import { type Stage, type StageVersions, stageVersions } from './code-version.ts';
import { hasEntry, readEntry, writeEntry } from './entries.ts';

/** What a cache is opened with; plain data, so that workers can be given it. */
export interface CacheSetting {
  readonly folder: string;
  readonly versions: StageVersions;
  /** what else the stages depend on, the same for all documents of a run, as hashes */
  readonly given: { readonly [stage in Stage]: string };
}

/** What the stages of a run depend on besides code and bytes. */
export interface GivenToAll {
  readonly vocabulary: unknown;
  readonly password: string | undefined;
  /** what people have decided in the run's folder */
  readonly verdicts: readonly unknown[];
}

/** What a cache did in a run. */
export interface CacheCounts {
  /** stages that were taken from it */
  readonly met: { readonly [stage in Stage]: number };
  /** stages that were made and kept */
  readonly kept: { readonly [stage in Stage]: number };
  /** why something could not be kept; null where everything was */
  readonly problem: string | null;
}

export const NOTHING_MET: CacheCounts = {
  met: { pages: 0, reading: 0, findings: 0, written: 0 },
  kept: { pages: 0, reading: 0, findings: 0, written: 0 },
  problem: null,
};

export function cacheSetting(folder: string, { vocabulary, password, verdicts }: GivenToAll): CacheSetting {
  const ofPages = hashOf(password ?? null);
  const ofReading = hashOf([password ?? null, vocabulary ?? {}]);
  return {
    folder,
    versions: stageVersions(),
    given: {
      pages: ofPages,
      reading: ofReading,
      findings: ofReading,
      written: hashOf([ofReading, verdicts]),
    },
  };
}

/**
 * Keeps what stages made, by the content of all they were made of: the input's bytes and name, the code of the stage, the
 * vocabulary. Nothing goes by times of files. A cache that cannot be written to slows a run down and stops nothing.
 */
export class StageCache implements Keeper {
  readonly #setting: CacheSetting;
  #counts: CacheCounts = NOTHING_MET;

  constructor(setting: CacheSetting) {
    this.#setting = setting;
  }

  async recall<T>(
    stage: Stage,
    dependsOn: readonly string[],
    make: () => Promise<T>,
    isWorthKeeping: (made: T) => boolean = () => true,
  ): Promise<T> {
    const former = await this.find(stage, dependsOn);
    if (former !== undefined) {
      this.countMet(stage);
      return former as T;
    }
    const made = await make();
    if (isWorthKeeping(made)) await this.keep(stage, dependsOn, made);
    return made;
  }

  /** What was kept; undefined where nothing was. Counts as met only where `countMet` says that it was of use. */
  async find(stage: Stage, dependsOn: readonly string[]): Promise<unknown> {
    return readEntry(this.#setting.folder, stage, this.#keyOf(stage, dependsOn));
  }

  countMet(stage: Stage): void {
    this.#count('met', stage);
  }

  async keep(stage: Stage, dependsOn: readonly string[], made: unknown): Promise<void> {
    try {
      await writeEntry(this.#setting.folder, stage, this.#keyOf(stage, dependsOn), made);
      this.#count('kept', stage);
    } catch (error) {
      this.#counts = { ...this.#counts, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  async has(stage: Stage, dependsOn: readonly string[]): Promise<boolean> {
    return hasEntry(this.#setting.folder, stage, this.#keyOf(stage, dependsOn));
  }

  /** What was counted since this was last asked. */
  takeCounts(): CacheCounts {
    const counts = this.#counts;
    this.#counts = NOTHING_MET;
    return counts;
  }

  #keyOf(stage: Stage, dependsOn: readonly string[]): string {
    const { versions, given } = this.#setting;
    return hashOf([stage, versions[stage], given[stage], ...dependsOn]);
  }

  #count(what: 'met' | 'kept', stage: Stage): void {
    const counts = this.#counts;
    this.#counts = { ...counts, [what]: { ...counts[what], [stage]: counts[what][stage] + 1 } };
  }
}

/** The counts of several workers together. */
export function addCounts(a: CacheCounts, b: CacheCounts): CacheCounts {
  const sum = (what: 'met' | 'kept') => ({
    pages: a[what].pages + b[what].pages,
    reading: a[what].reading + b[what].reading,
    findings: a[what].findings + b[what].findings,
    written: a[what].written + b[what].written,
  });
  return { met: sum('met'), kept: sum('kept'), problem: a.problem ?? b.problem };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
