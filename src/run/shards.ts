import type { Run, RunInput } from '../model/index.ts';
import { byCodePoint, type InputFiles } from './input-files.ts';

/** A part of a run's inputs as it was read, in run.json. */
type Shard = NonNullable<Run['shard']>;

/** One of several parts of a run's inputs: `{ part: 3, of: 8 }` reads the third of every eight. */
export type ShardToRead = Pick<Shard, 'part' | 'of'>;

/** The inputs of a part. Arguments that stand for nothing are told by the first part alone. */
export function inputsOfShard(files: InputFiles, shard: ShardToRead | null): InputFiles {
  if (shard === null) return files;
  const { part, of } = shard;
  return {
    ...files,
    paths: files.paths.filter((_, index) => index % of === part - 1),
    errors: part === 1 ? files.errors : [],
    skipped: part === 1 ? files.skipped : 0,
  };
}

/** The inputs of all parts in the order of the run they are parts of: found files by their names, then what stands for nothing. */
export function inputsOfAll(
  parts: readonly { readonly inputs: readonly RunInput[]; readonly shard: Shard }[],
): RunInput[] {
  const found = parts.flatMap(({ inputs, shard }) => inputs.slice(0, inputs.length - shard.unmatched));
  const unmatched = parts.flatMap(({ inputs, shard }) => inputs.slice(inputs.length - shard.unmatched));
  return [...found.sort((a, b) => byCodePoint(a.path, b.path)), ...unmatched];
}
