import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Failure } from '../model/index.ts';
import { VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { cacheSetting, StageCache } from './cache/stage-cache.ts';
import { nameDocuments } from './document-ids.ts';
import type { ExtractionOptions } from './extraction.ts';
import { toFailure } from './failures.ts';
import { readInputBytes } from './input-bytes.ts';
import { findInputFiles } from './input-files.ts';

/** What a run would do with an input: take what was kept of it, check it anew, read it, or fail. */
export type Planned = 'kept' | 'check' | 'read' | 'failure';

export interface PlannedInput {
  readonly path: string;
  /** null where nothing can be read */
  readonly documentId: string | null;
  readonly planned: Planned;
  readonly failure: Failure | null;
}

export interface Plan {
  readonly inputs: readonly PlannedInput[];
  /** files met in folders and globs that are no reports */
  readonly skipped: number;
}

/** What `runExtraction` with the same options would do; reads the inputs' bytes and writes nothing. */
export async function planExtraction(
  options: Pick<ExtractionOptions, 'inputs' | 'out' | 'cache' | 'password' | 'vocabulary' | 'cwd'>,
): Promise<Plan> {
  const cwd = resolve(options.cwd ?? '.');
  const files = await findInputFiles(options.inputs, { cwd, out: resolve(cwd, options.out) });
  const ids = nameDocuments(files.paths);
  const vocabulary = VocabularyAdditions.parse(options.vocabulary ?? {});
  const { cache: folder, password } = options;
  const cache =
    folder === undefined
      ? null
      : new StageCache(cacheSetting(resolve(cwd, folder), { vocabulary, password, verdicts: [] }));
  const inputs: PlannedInput[] = [];
  for (const path of files.paths) inputs.push(await planInput(path, ids.get(path)!, cwd, cache));
  const missing = files.errors.map((error) => failed(error.path, error));
  return { inputs: [...inputs, ...missing], skipped: files.skipped };
}

async function planInput(
  path: string,
  documentId: string,
  cwd: string,
  cache: StageCache | null,
): Promise<PlannedInput> {
  try {
    const bytes = await readInputBytes(path, cwd);
    const dependsOn = [createHash('sha256').update(bytes).digest('hex'), path, documentId];
    const isRead = (await cache?.has('reading', dependsOn)) ?? false;
    const isChecked = isRead && ((await cache?.has('findings', dependsOn)) ?? false);
    return { path, documentId, planned: isChecked ? 'kept' : isRead ? 'check' : 'read', failure: null };
  } catch (error) {
    return failed(path, error);
  }
}

const failed = (path: string, error: unknown): PlannedInput => ({
  path,
  documentId: null,
  planned: 'failure',
  failure: toFailure(path, error),
});
