import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
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
 * Writes `<runFolder>/documents/<documentId>/` whole or not at all: into a hidden folder beside it, then renamed into
 * its place. An earlier output of the document is replaced; its searchable copy stays where no word is said of it. Throws InvalidLineError before anything is written where
 * the report does not validate, and the file system's error where it does not take the files.
 *
 * @param copy the searchable copy of the document; null: there is none
 */
export async function writeDocumentFolder(
  runFolder: string,
  report: Report,
  copy?: Uint8Array | null,
): Promise<void> {
  const files = reportFiles(report);
  const documents = join(runFolder, DOCUMENTS_FOLDER);
  const folder = join(documents, report.document.id);
  const fresh = join(documents, `.${report.document.id}.new`);
  const former = join(documents, `.${report.document.id}.old`);

  try {
    await removeTree(fresh);
    await mkdir(fresh, { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(fresh, name), content);
    if (copy === undefined) await keepCopy(folder, fresh);
    else if (copy !== null) await writeFile(join(fresh, SEARCHABLE_FILE), copy);
    await setAside(folder, former);
    await rename(fresh, folder);
    await removeTree(former);
  } catch (error) {
    await removeTree(fresh).catch(() => undefined);
    throw error;
  }
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

async function keepCopy(folder: string, fresh: string): Promise<void> {
  await copyFile(join(folder, SEARCHABLE_FILE), join(fresh, SEARCHABLE_FILE)).catch(unlessMissing);
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

async function setAside(folder: string, former: string): Promise<void> {
  await removeTree(former);
  await rename(folder, former).catch(unlessMissing);
}

async function removeTree(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}
