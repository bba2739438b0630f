import type { Failure, Run } from '../model/index.ts';
import { isPictureName } from './source-kinds.ts';

/**
 * Which inputs that could not be read are no reports but pictures beside them: met in a folder or through a glob, without
 * text, and something else of the run was read. Named by itself, or alone, such a picture is a failure.
 *
 * @param met paths that no argument names by themselves
 */
export function skippedPictures(
  failures: readonly Failure[],
  met: ReadonlySet<string>,
  documents: number,
): Run['skippedPictures'] {
  if (documents === 0) return [];
  return failures
    .filter(({ path, code }) => code === 'noText' && met.has(path) && isPictureName(path))
    .map(({ path, message }) => ({ path, message }));
}
