/**
 * jisseki as a library: `extract` gives reports in memory, `runExtraction` writes a run's folder as the command does,
 * `runCheck` runs the rules over it again, and `recordVerdict` keeps what a person decided on a finding.
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
export { type CheckOptions, type CheckResult, runCheck } from './run/check-run.ts';
export {
  type ExtractionOptions,
  type ProgressEvent,
  type RunResult,
  runExtraction,
} from './run/extraction.ts';
export { type ExtractInput, type ExtractOptions, extract } from './run/in-memory.ts';
export { recordVerdict, VerdictError, type VerdictOptions } from './run/record-verdict.ts';
export type { VocabularyAdditions } from './vocabulary/vocabulary.ts';
