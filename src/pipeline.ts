import { createHash } from 'node:crypto';
import { checkReport, viewReport, withTokenizer } from './check/index.ts';
import { ingest, pagesRead, type SkippedPage } from './ingest/index.ts';
import { headerCells } from './interpret/header-cells.ts';
import { findRefArea, findReportPeriod } from './interpret/identify.ts';
import { interpret } from './interpret/index.ts';
import { asDisplayed } from './interpret/places-as-displayed.ts';
import { type Layout, layOut, ruledCells } from './layout/index.ts';
import type { Finding, Report, ReportChecks, Source } from './model/index.ts';
import { latestEra } from './normalize/latest-era.ts';
import { reportYear } from './normalize/report-year.ts';
import { type Outline, outlineOf } from './outline/index.ts';
import { createVocabulary, inEra, type Vocabulary } from './vocabulary/index.ts';

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
  /** the words of reports by meaning, with a data team's own; made once a run by `createVocabulary` */
  readonly vocabulary?: Vocabulary;
  /** opens encrypted PDFs */
  readonly password?: string | undefined;
  /** pages of a PDF that are known not to be readable */
  readonly skipPages?: readonly SkippedPage[];
  /** called as a page of a PDF is begun, by each stage that goes page by page; 0 when the last of them is done */
  readonly onPage?: (page: number) => void;
  /** gives what a stage made of the same before; without it all is made anew */
  readonly keep?: Keeper | undefined;
  /** called with the pages as they were read; they are then read, or recalled, even where the reading is kept */
  readonly onRead?: (source: Source) => void;
}

/** Keeps what stages made. */
export interface Keeper {
  /**
   * What the stage made of the same before, else what `make` gives, which is kept where it is worth it.
   *
   * @param dependsOn all that differs between documents: equal lists give equal results
   */
  recall<T>(
    stage: 'pages' | 'reading' | 'findings',
    dependsOn: readonly string[],
    make: () => Promise<T>,
    isWorthKeeping?: (made: T) => boolean,
  ): Promise<T>;
}

/** Makes everything anew. */
const keepNothing: Keeper = { recall: (_stage, _dependsOn, make) => make() };

const shippedVocabulary = createVocabulary();
/** The lines under the title that are no sentences: subtitle, date, who wrote it. */
const openingOf = (text: string): string =>
  text
    .slice(0, CHARACTERS_OF_OPENING)
    .split('\n')
    .filter((line) => !/[。\t|｜]/u.test(line) && line.length < CHARACTERS_OF_LINE)
    .join('\n');
/** A sheet says within so many characters what year it is of. */
const CHARACTERS_OF_HEAD = 600;
const CHARACTERS_OF_OPENING = 300;
const CHARACTERS_OF_LINE = 40;

/** A report as it was read, before anything checks it. */
export type ReadDocument = Omit<Report, 'findings' | 'checks'>;

/** What each stage of a reading made, for who asks why. */
export interface Stages {
  readonly source: Source;
  readonly layout: Layout;
  readonly vocabulary: Vocabulary;
  readonly outline: Outline;
  readonly read: ReadDocument;
}

/** Reads one report: bytes in, checked report out. Throws DocumentError where the input cannot be read. */
export async function readReport(input: DocumentInput, options: PipelineOptions = {}): Promise<Report> {
  const { keep = keepNothing, onRead } = options;
  const pages = onRead === undefined ? undefined : await readPages(input, options);
  if (pages !== undefined) onRead?.(pages);
  const dependsOn = [sha256Of(input.bytes), input.path, input.documentId];
  const read = await keep.recall(
    'reading',
    dependsOn,
    async () => (await readInStages(input, options, pages)).read,
  );
  return withFindings(read, await keep.recall('findings', dependsOn, () => findIn(read)));
}

/** Reads one report, without checking it, and gives what every stage made of it; `pages` where they are read already. */
export async function readInStages(
  input: DocumentInput,
  options: PipelineOptions = {},
  pages?: Source,
): Promise<Stages> {
  const { onPage } = options;
  const source = pages ?? (await readPages(input, options));
  const layout = layOut(source, onPage);
  onPage?.(0);
  const { text, pageSources } = layout;
  const vocabulary = inEra(
    options.vocabulary ?? shippedVocabulary,
    latestEra(text),
    reportYear(openingOf(text), text.slice(0, CHARACTERS_OF_HEAD)),
  );
  const outline = outlineOf(layout.blocks, vocabulary);
  const title = outline.title?.text ?? '';
  const refArea = findRefArea(title, input.path, text);
  const { documentId } = input;
  const { coverage, unparsed, unknownHeaders, slips, ...asRead } = interpret(
    { documentId, refArea, text, pageSources, outline },
    vocabulary,
  );
  const tables = layout.blocks.filter((block) => block.kind === 'table');
  const { records, observations, doubts, headers } = asDisplayed(
    { ...asRead, doubts: layout.doubts, headers: headerCells(tables, asRead.observations) },
    source,
  );
  const read: ReadDocument = {
    document: {
      id: documentId,
      title,
      refArea,
      reportPeriod: findReportPeriod(title, input.path, openingOf(text), observations),
      source: {
        path: input.path,
        mediaType: source.mediaType,
        sha256: sha256Of(input.bytes),
        bytes: input.bytes.byteLength,
        pages: source.pages.length,
      },
      coverage,
      unparsed,
      unknownHeaders,
    },
    text,
    records,
    observations,
    slips: [...slips],
    doubts: [...doubts],
    pages: pagesRead(source),
    headers,
  };
  return { source, layout, vocabulary, outline, read };
}

/** The pages of the input; those of scans are kept, since no other stage takes as long as reading them. */
async function readPages(input: DocumentInput, options: PipelineOptions): Promise<Source> {
  const { password, skipPages, onPage, keep = keepNothing } = options;
  return await keep.recall(
    'pages',
    [sha256Of(input.bytes), input.path],
    () => ingest({ ...input, password }, { skipPages, onPage, findCells: ruledCells }),
    (source) => source.kind === 'drawn' && source.pages.some((page) => page.source === 'ocr'),
  );
}

/** Runs the rules over a report as it was read. */
export async function checkAsRead(read: ReadDocument): Promise<Report> {
  return withFindings(read, await findIn(read));
}

/** What the rules say of a report. */
interface FoundIn {
  readonly findings: readonly Finding[];
  readonly checks: ReportChecks;
  /** ids of findings by observation, in the order of the observations */
  readonly named: readonly (readonly string[])[];
}

async function findIn(read: ReadDocument): Promise<FoundIn> {
  const { document, text, records, slips = [], doubts = [] } = read;
  const observations = read.observations.map((observation) => ({ ...observation, findings: [] }));
  const view = viewReport({ document, text, records, observations, slips, doubts });
  const { findings, ...checks } = checkReport(await withTokenizer(view));
  return { findings, checks, named: observations.map((observation) => observation.findings) };
}

const withFindings = (read: ReadDocument, { findings, checks, named }: FoundIn): Report => ({
  ...read,
  observations: read.observations.map((observation, index) => ({
    ...observation,
    findings: [...(named[index] ?? [])],
  })),
  findings: [...findings],
  checks,
});

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
