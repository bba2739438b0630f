import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENTS_FOLDER } from './document-folder.ts';
import { replaceFile } from './replace-file.ts';
import { JOINED_FILES, type JoinedFile } from './report-files.ts';

/**
 * Writes the run's documents.jsonl, records.jsonl, observations.jsonl and findings.jsonl: the files of its documents,
 * one behind the other in the order of `documentIds`. Streams, so memory does not grow with the number of documents.
 */
export async function joinDocumentFiles(runFolder: string, documentIds: readonly string[]): Promise<void> {
  for (const name of JOINED_FILES) {
    await replaceFile(join(runFolder, name), chunksOf(runFolder, name, documentIds));
  }
}

async function* chunksOf(
  runFolder: string,
  name: JoinedFile,
  documentIds: readonly string[],
): AsyncGenerator<Uint8Array> {
  for (const id of documentIds) {
    for await (const chunk of createReadStream(join(runFolder, DOCUMENTS_FOLDER, id, name))) yield chunk;
  }
}
