/**
 * jisseki as a library: `extract` gives reports in memory, `runExtraction` writes a run's folder as the command does.
 * The model's types and zod schemas (Report, Document, Record, Observation, Finding, …) come along.
 *
 *     import { extract } from 'jisseki';
 *
 *     const reports = await extract('reports/');
 *     for (const { document, observations } of reports) console.log(document.title, observations.length);
 */
export { InvalidLineError } from './emit/json-line.ts';
export { OutputFolderError } from './emit/run-folder.ts';
export * from './model/index.ts';
export {
  type ExtractionOptions,
  type ProgressEvent,
  type RunResult,
  runExtraction,
} from './run/extraction.ts';
export { type ExtractInput, type ExtractOptions, extract } from './run/in-memory.ts';
export type { VocabularyAdditions } from './vocabulary/vocabulary.ts';
