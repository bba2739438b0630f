import type { DocumentSummary } from '../../model/index.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** All words of the command line in one language. Functions take counts as numbers and names as printable text. */
export interface Texts {
  readonly language: Language;
  readonly program: string;
  readonly help: {
    /** commander's own headings by their English form */
    readonly titles: { readonly [title: string]: string };
    readonly help: string;
    readonly helpCommand: string;
    readonly version: string;
    readonly extract: string;
    readonly inputs: string;
    readonly out: string;
    readonly jobs: (jobs: number) => string;
    readonly workers: string;
    readonly password: string;
    readonly vocabulary: string;
    readonly config: string;
    readonly json: string;
    readonly quiet: string;
    readonly failOn: string;
    readonly check: string;
    readonly folder: string;
    readonly format: string;
    readonly verdict: string;
    readonly findingId: string;
    readonly as: string;
    readonly value: string;
    readonly note: string;
    readonly by: string;
    readonly review: string;
    readonly port: string;
    readonly report: string;
    readonly reportFile: string;
    readonly noOpen: string;
    readonly sample: string;
    readonly seed: (usual: number) => string;
    readonly page: string;
    readonly pdf: string;
    readonly pageNumber: string;
    readonly picture: string;
    readonly scale: (scale: number) => string;
    readonly lang: string;
    readonly examples: string;
  };
  readonly wrongCommandLine: (problem: string) => string;
  readonly wrongFile: (problem: string) => string;
  /** what commander found wrong, by its code; `name` is what it names */
  readonly problems: { readonly [code: string]: (name: string) => string };
  readonly badJobs: (got: string) => string;
  readonly badWorkers: (got: string) => string;
  readonly badOut: string;
  readonly badPicture: string;
  readonly badPage: (got: string) => string;
  readonly badScale: (got: string, most: number) => string;
  readonly reported: (file: string, findings: number) => string;
  readonly badWhole: (option: string, got: string, least: number) => string;
  readonly badPort: (got: string, most: number) => string;
  readonly reviewing: string;
  readonly pageNotBuilt: string;
  readonly drawn: (file: string, cells: number, values: number, doubts: number) => string;
  readonly jsonOrSarif: string;
  readonly recorded: (findingId: string, verdict: string, folder: string) => string;
  readonly badChoice: (option: string, got: string, choices: readonly string[]) => string;
  readonly progress: {
    readonly done: (done: number, inputs: number, failed: number) => string;
    readonly joining: string;
    readonly stopping: string;
  };
  readonly summary: {
    readonly head: (version: string, documents: number) => string;
    readonly columns: {
      readonly city: string;
      readonly period: string;
      readonly tables: string;
      readonly records: string;
      readonly observations: string;
      readonly accounted: string;
      readonly findings: string;
      readonly report: string;
    };
    readonly total: string;
    readonly unknown: string;
    readonly unknownHeader: (header: DocumentSummary['unknownHeaders'][number]) => string;
    readonly place: (page: number | null, line: number | null) => string;
    readonly unparsed: (characters: number) => string;
    readonly moreFindings: (count: number) => string;
    readonly moreReports: (count: number) => string;
    readonly teach: string;
    readonly written: (folder: string, seconds: string) => string;
    readonly skipped: (count: number) => string;
    readonly failed: (count: number) => string;
    readonly interrupted: (left: number) => string;
    readonly failOn: (severity: string, count: number) => string;
    readonly verdicts: (count: number) => string;
    readonly staleVerdicts: (count: number) => string;
    readonly checkInterrupted: string;
  };
  readonly notCompleted: (problem: string) => string;
}

/** The words of the command line in that language. */
export function textsIn(language: Language): Texts {
  return language === 'ja' ? ja : en;
}
