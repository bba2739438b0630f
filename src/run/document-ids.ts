import { createHash } from 'node:crypto';
import { basename, dirname, extname, normalize } from 'node:path';

/** Longest id: 80 code points, 180 bytes of UTF-8. File systems take names of 255 bytes, and a suffix is added at times. */
const MAX_CODE_POINTS = 80;
const MAX_BYTES = 180;

/** Shortest suffix that tells two documents of one name apart, in hexadecimal digits. */
const SUFFIX_DIGITS = 6;

/** A name that says nothing of the report: the folder's name says more. */
const SAYS_NOTHING = 'report';

/** ASCII that has a meaning to shells, URLs or file systems, and all that is not visible. */
const UNSAFE = /[\p{C}\p{Z}!-,/:-@[-^`{-~]/gu;

/**
 * A readable id for each path, unique among them: the file's name in NFC and lower case, spaces as hyphens, unsafe
 * characters left out. A `report.txt` alone in its folder goes by the folder's name. Paths that would share an id all get
 * a suffix made from the path, so the ids do not depend on the order of the paths.
 *
 *     令和5年度 進捗報告.txt     → 令和5年度-進捗報告
 *     fixtures/wide/report.txt → wide
 *     a/R5.txt, b/R5.txt       → r5-3fd1c0, r5-90b2aa
 */
export function nameDocuments(paths: readonly string[]): ReadonlyMap<string, string> {
  const perFolder = countBy(paths, (path) => dirname(normalize(path)));
  const readable = new Map(
    paths.map((path) => [path, readableName(path, perFolder.get(dirname(normalize(path))) === 1)]),
  );
  for (let digits = SUFFIX_DIGITS; digits <= 64; digits += 1) {
    const wanted = countBy(paths, (path) => readable.get(path)!);
    const ids = paths.map((path) => withSuffix(readable.get(path)!, path, wanted, digits));
    if (new Set(ids).size === ids.length) return new Map(paths.map((path, index) => [path, ids[index]!]));
  }
  throw new Error(`Expected paths that differ, got ${JSON.stringify(paths)}`);
}

function withSuffix(name: string, path: string, wanted: ReadonlyMap<string, number>, digits: number): string {
  if (wanted.get(name) === 1) return name;
  return `${name}-${createHash('sha256').update(normalize(path)).digest('hex').slice(0, digits)}`;
}

function readableName(path: string, isAloneInFolder: boolean): string {
  const stem = basename(path, extname(path));
  const folder = basename(dirname(normalize(path)));
  const hasFolderName = !['', '.', '..'].includes(folder);
  const says = stem.toLowerCase() === SAYS_NOTHING && isAloneInFolder && hasFolderName ? folder : stem;
  return shortened(safe(says)) || 'document';
}

function safe(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/gu, '-')
    .replace(UNSAFE, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

function shortened(name: string): string {
  const characters = [...name].slice(0, MAX_CODE_POINTS);
  while (Buffer.byteLength(characters.join('')) > MAX_BYTES) characters.pop();
  return characters.join('').replace(/[-.]+$/, '');
}

function countBy(paths: readonly string[], key: (path: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(key(path), (counts.get(key(path)) ?? 0) + 1);
  return counts;
}
