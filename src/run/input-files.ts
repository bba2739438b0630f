import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { DocumentError } from '../model/index.ts';
import { accessError, insideOutError, noReportError } from './input-errors.ts';
import { isReportName } from './source-kinds.ts';

/** What the arguments of a run stand for. */
export interface InputFiles {
  /** the files to read, as named on the command line, in order of code points, each file once */
  readonly paths: readonly string[];
  /** arguments that stand for nothing, in their order */
  readonly errors: readonly DocumentError[];
  /** how many files met in folders and globs are no reports */
  readonly skipped: number;
  /** those of `paths` that no argument names by themselves */
  readonly met: ReadonlySet<string>;
}

interface Scope {
  /** folder that relative arguments start from */
  readonly cwd: string;
  /** the run's own output folder, whose files are never inputs */
  readonly out: string | null;
}

/**
 * Finds the files that files, folders (with all folders in them) and globs stand for. Files whose names begin with a dot,
 * files of other kinds and the output of an earlier run are left out of folders and globs. Never throws for an
 * argument: what stands for nothing is one error of the answer.
 */
export async function findInputFiles(args: readonly string[], scope: Scope): Promise<InputFiles> {
  const found: FoundFile[] = [];
  const errors: DocumentError[] = [];
  let skipped = 0;
  for (const arg of args) {
    try {
      const matches = await expand(arg, scope);
      for (const path of matches.paths) found.push({ path, isMet: matches.areMet });
      skipped += matches.skipped;
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      errors.push(error);
    }
  }
  const files = await eachFileOnce(found, scope.cwd);
  const met = new Set(files.filter(({ isMet }) => isMet).map(({ path }) => path));
  return { paths: files.map(({ path }) => path), errors, skipped, met };
}

interface FoundFile {
  readonly path: string;
  /** met in a folder or through a glob, not named by itself */
  readonly isMet: boolean;
}

interface Expanded {
  readonly paths: readonly string[];
  readonly areMet: boolean;
  readonly skipped: number;
}

async function expand(arg: string, scope: Scope): Promise<Expanded> {
  const kind = await kindOf(arg, scope.cwd);
  if (kind === 'file' && isInside(resolve(scope.cwd, arg), scope.out)) throw insideOutError(arg);
  if (kind === 'file') return { paths: [arg], areMet: false, skipped: 0 };
  const files =
    kind === 'folder'
      ? (await matching('**/*', resolve(scope.cwd, arg), arg)).map((path) => join(arg, path))
      : (await matching(arg, scope.cwd, arg)).map((path) =>
          isAbsolute(arg) ? resolve(scope.cwd, path) : path,
        );

  const outside = files.filter((path) => !isInside(resolve(scope.cwd, path), scope.out));
  const ours = foldersWrittenByJisseki(outside);
  const paths = outside.filter((path) => isReportName(nameOf(path)) && !ours.has(folderOf(path)));
  if (paths.length === 0) throw noReportError(arg, kind, outside.length);
  return { paths, areMet: true, skipped: outside.length - paths.length };
}

/** An argument is a file or folder of that very name; only where there is none, it is a glob. */
async function kindOf(arg: string, cwd: string): Promise<'file' | 'folder' | 'glob'> {
  try {
    if (arg === '') throw Object.assign(new Error('an empty argument'), { code: 'ENOENT' });
    return (await stat(resolve(cwd, arg))).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isDynamicPattern(arg)) return 'glob';
    throw accessError(arg, error);
  }
}

/** Files that the pattern matches in `cwd`; `arg` is what the person wrote, for the error where it cannot be followed. */
async function matching(pattern: string, cwd: string, arg: string): Promise<string[]> {
  try {
    return await glob(pattern, { cwd, dot: false, expandDirectories: false, onlyFiles: true });
  } catch (error) {
    throw accessError(arg, error);
  }
}

/** Folders that hold a document as jisseki writes it: their text.txt is a result, not a report. */
function foldersWrittenByJisseki(files: readonly string[]): ReadonlySet<string> {
  const named = (name: string) => files.filter((path) => nameOf(path) === name).map(folderOf);
  const withDocument = new Set(named('documents.jsonl'));
  return new Set(named('observations.jsonl').filter((folder) => withDocument.has(folder)));
}

/** Drops files met twice, by two arguments or through a link; the shortest path to a file stays. */
async function eachFileOnce(found: readonly FoundFile[], cwd: string): Promise<FoundFile[]> {
  const byFile = new Map<string, FoundFile>();
  for (const { path, isMet } of found) {
    const file = await realpath(resolve(cwd, path)).catch(() => resolve(cwd, path));
    const known = byFile.get(file);
    const shorter = known === undefined || isShorter(path, known.path) ? path : known.path;
    byFile.set(file, { path: shorter, isMet: isMet && (known?.isMet ?? true) });
  }
  return [...byFile.values()].sort((a, b) => byCodePoint(a.path, b.path));
}

function isShorter(path: string, known: string): boolean {
  return path.length < known.length || (path.length === known.length && byCodePoint(path, known) < 0);
}

/** Order of code points, which is the order of UTF-8 bytes (that of UTF-16 differs beyond U+FFFF). */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function isInside(path: string, folder: string | null): boolean {
  if (folder === null) return false;
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
