import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../model/index.ts';
import { reportFiles } from './report-files.ts';

/** Folder of the run's folder that holds a folder a document. */
export const DOCUMENTS_FOLDER = 'documents';

/** A PDF of the document with what was read of its pictures laid unseen over them. */
const SEARCHABLE_FILE = 'searchable.pdf';

/** Ends the name of a folder that is being written or taken away. Ids never begin with a dot, so none can clash. */
const UNFINISHED = /^\..*\.(?:new|old)$/;

/**
/**
 * Writes `<runFolder>/documents/<documentId>/` whole or not at all, power cuts included: into a hidden folder beside it,
 * to the disk, then renamed into its place. An earlier output of the document is replaced, or left where it is the same; its
 * searchable copy stays where no word is said of it. Throws InvalidLineError before anything is written where the report
 * does not validate, and the file system's error where it does not take the files. Gives the digest of what the folder then
 * holds.
 *
 * @param copy the searchable copy of the document; null: there is none
 */
export async function writeDocumentFolder(
  runFolder: string,
  report: Report,
  copy?: Uint8Array | null,
): Promise<string> {
  const documents = join(runFolder, DOCUMENTS_FOLDER);
  const folder = join(documents, report.document.id);
  const kept = copy === undefined ? await copyIn(folder) : copy;
  const files = { ...reportFiles(report), ...(kept !== null && { [SEARCHABLE_FILE]: kept }) };
  const fresh = join(documents, `.${report.document.id}.new`);
  const former = join(documents, `.${report.document.id}.old`);

  const digest = digestOf(files);
  if ((await documentDigest(runFolder, report.document.id)) === digest) return digest;
  try {
    await removeTree(fresh);
    await mkdir(fresh, { recursive: true });
    for (const [name, content] of Object.entries(files))
      await writeFile(join(fresh, name), content, { flush: true });
    await flushFolder(fresh);
    await setAside(folder, former);
    await rename(fresh, folder);
    await removeTree(former);
    return digest;
  } catch (error) {
    await removeTree(fresh).catch(() => undefined);
    throw error;
  }
}

/** A hash of all that a document's folder holds; null where it is not there or cannot be read. */
export async function documentDigest(runFolder: string, documentId: string): Promise<string | null> {
  const folder = join(runFolder, DOCUMENTS_FOLDER, documentId);
  try {
    const files: { [name: string]: Uint8Array } = {};
    for (const name of await readdir(folder)) files[name] = await readFile(join(folder, name));
    return digestOf(files);
  } catch {
    return null;
  }
}

function digestOf(files: { readonly [name: string]: string | Uint8Array }): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) {
    const content = files[name]!;
    hash.update(JSON.stringify([name, Buffer.byteLength(content)])).update(content);
  }
  return hash.digest('hex');
}

/**
 * Removes the folders of documents that are not among `documentIds`, and what a killed run left unfinished. Leaves
 * alone what jisseki did not write.
 */
export async function keepDocumentFolders(runFolder: string, documentIds: Iterable<string>): Promise<void> {
  const kept = new Set(documentIds);
  const documents = join(runFolder, DOCUMENTS_FOLDER);
  for (const entry of await readdir(documents, { withFileTypes: true })) {
    if (!entry.isDirectory() || kept.has(entry.name)) continue;
    const folder = join(documents, entry.name);
    if (UNFINISHED.test(entry.name) || (await isDocumentFolder(folder))) await removeTree(folder);
  }
}

/** Whether the folder holds one document as `writeDocumentFolder` writes it. */
async function isDocumentFolder(folder: string): Promise<boolean> {
  const names = new Set(await readdir(folder));
  return names.has('documents.jsonl') && names.has('observations.jsonl');
}

async function copyIn(folder: string): Promise<Uint8Array | null> {
  return (await readFile(join(folder, SEARCHABLE_FILE)).catch(unlessMissing)) ?? null;
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

async function setAside(folder: string, former: string): Promise<void> {
  await removeTree(former);
  await rename(folder, former).catch(unlessMissing);
}

/** Sees to it that the names in a folder are on the disk. Windows has no such thing and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

async function removeTree(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}
