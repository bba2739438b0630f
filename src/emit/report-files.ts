import type { Report } from '../model/index.ts';
import { jsonLine } from './json-line.ts';
import { validReport } from './valid-report.ts';

/** The files of a document that are also joined into one for the whole run, in the order of the contract. */
export const JOINED_FILES = [
  'documents.jsonl',
  'records.jsonl',
  'observations.jsonl',
  'findings.jsonl',
] as const;
export type JoinedFile = (typeof JOINED_FILES)[number];

/** The source's text, which all offsets point into. */
export const TEXT_FILE = 'text.txt';

/** Rows that reading found in other columns than their headers; rules need them when they run again. */
export const SLIPS_FILE = 'slips.jsonl';

/** Places where reading was not sure of what it saw; rules need them when they run again. */
export const DOUBTS_FILE = 'doubts.jsonl';

/** How each page of a PDF or a picture was read, why so, and its size, on which boxes are measured. */
export const PAGES_FILE = 'pages.jsonl';

/** Cells that gave values their meaning, and where they stand. */
export const HEADERS_FILE = 'headers.jsonl';

/** Contents of all files of one document, by file name. */
export type ReportFiles = {
  readonly [name in
    | JoinedFile
    | typeof SLIPS_FILE
    | typeof DOUBTS_FILE
    | typeof PAGES_FILE
    | typeof HEADERS_FILE
    | typeof TEXT_FILE]: string;
};

/** What is written for one report, every line validated. Throws InvalidLineError as `validReport` does. */
export function reportFiles(report: Report): ReportFiles {
  const { document, text, records, observations, findings, ...rest } = validReport(report);
  const { slips = [], doubts = [], pages = [], headers = [] } = rest;
  return {
    'documents.jsonl': jsonLine(document),
    'records.jsonl': records.map(jsonLine).join(''),
    'observations.jsonl': observations.map(jsonLine).join(''),
    'findings.jsonl': findings.map(jsonLine).join(''),
    [SLIPS_FILE]: slips.map(jsonLine).join(''),
    [DOUBTS_FILE]: doubts.map(jsonLine).join(''),
    [PAGES_FILE]: pages.map(jsonLine).join(''),
    [HEADERS_FILE]: headers.map(jsonLine).join(''),
    [TEXT_FILE]: text,
  };
}
