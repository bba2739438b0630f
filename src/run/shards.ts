import type { Run, RunInput } from '../model/index.ts';
import type { InputFiles } from './input-files.ts';

/** One of several parts of a run's inputs: `{ part: 3, of: 8 }` reads the third of every eight. */
export type Shard = NonNullable<Run['shard']>;

/** The inputs of a part. Arguments that stand for nothing are told by the first part alone. */
export function inputsOfShard(files: InputFiles, shard: Shard | null): InputFiles {
  if (shard === null) return files;
  const { part, of } = shard;
  return {
    paths: files.paths.filter((_, index) => index % of === part - 1),
    errors: part === 1 ? files.errors : [],
    skipped: part === 1 ? files.skipped : 0,
  };
}

/** The inputs of all parts in the order of the run they are parts of; `parts` in the order of their numbers. */
export function interleave(parts: readonly (readonly RunInput[])[]): RunInput[] {
  const longest = Math.max(0, ...parts.map((inputs) => inputs.length));
  return Array.from({ length: longest }, (_, index) => parts.flatMap((inputs) => inputs[index] ?? [])).flat();
}
