import type { Report } from './model/index.ts';

/** One input of a run: its bytes and the names it goes by. */
export interface DocumentInput {
  /** path as given on the command line, written to documents.jsonl */
  readonly path: string;
  /** readable id, unique in the run */
  readonly documentId: string;
  readonly bytes: Uint8Array;
}

/** What a reading depends on besides the bytes. */
export interface PipelineOptions {
  /** vocabulary additions of the data team (see `readVocabulary`) */
  readonly vocabulary?: unknown;
}

/** Reads one report: bytes in, checked report out. Throws DocumentError where the input cannot be read. */
export async function readReport(_input: DocumentInput, _options: PipelineOptions = {}): Promise<Report> {
  throw new Error('not yet');
}
