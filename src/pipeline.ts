import { createHash } from 'node:crypto';
import { checkReport, viewReport, withTokenizer } from './check/index.ts';
import { ingest, pagesRead, type SkippedPage } from './ingest/index.ts';
import { findRefArea, findReportPeriod } from './interpret/identify.ts';
import { interpret } from './interpret/index.ts';
import { asDisplayed } from './interpret/places-as-displayed.ts';
import { type Layout, layOut, ruledCells } from './layout/index.ts';
import type { Report, Source } from './model/index.ts';
import { latestEra } from './normalize/latest-era.ts';
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
  /** called with the pages as they were read, before they are laid out */
  readonly onRead?: (source: Source) => void;
}

const shippedVocabulary = createVocabulary();
/** The lines under the title that are no sentences: subtitle, date, who wrote it. */
const openingOf = (text: string): string =>
  text
    .slice(0, CHARACTERS_OF_OPENING)
    .split('\n')
    .filter((line) => !/[。\t|｜]/u.test(line) && line.length < CHARACTERS_OF_LINE)
    .join('\n');
const CHARACTERS_OF_OPENING = 300;
const CHARACTERS_OF_LINE = 40;

/** What each stage of a reading made, for who asks why. */
export interface Stages {
  readonly source: Source;
  readonly layout: Layout;
  readonly vocabulary: Vocabulary;
  readonly outline: Outline;
  readonly report: Report;
}

/** Reads one report: bytes in, checked report out. Throws DocumentError where the input cannot be read. */
export async function readReport(input: DocumentInput, options: PipelineOptions = {}): Promise<Report> {
  return (await readInStages(input, options)).report;
}

/** Reads one report as `readReport` does, and gives what every stage made of it. */
export async function readInStages(input: DocumentInput, options: PipelineOptions = {}): Promise<Stages> {
  const { password, skipPages, onPage, onRead } = options;
  const source = await ingest({ ...input, password }, { skipPages, onPage, findCells: ruledCells });
  onRead?.(source);
  const layout = layOut(source, onPage);
  onPage?.(0);
  const { text, pageSources } = layout;
  const vocabulary = inEra(options.vocabulary ?? shippedVocabulary, latestEra(text));
  const outline = outlineOf(layout.blocks, vocabulary);
  const title = outline.title?.text ?? '';
  const refArea = findRefArea(title, input.path, text);
  const { documentId } = input;
  const { coverage, unparsed, unknownHeaders, slips, ...asRead } = interpret(
    { documentId, refArea, text, pageSources, outline },
    vocabulary,
  );
  const { records, observations, doubts } = asDisplayed({ ...asRead, doubts: layout.doubts }, source);
  const reportPeriod = findReportPeriod(title, input.path, openingOf(text), observations);
  const identity = { id: documentId, title, refArea, reportPeriod };
  const view = viewReport({ document: identity, text, records, observations, slips, doubts });
  const { findings, ...checks } = checkReport(await withTokenizer(view));
  const report: Report = {
    document: {
      ...identity,
      source: {
        path: input.path,
        mediaType: source.mediaType,
        sha256: createHash('sha256').update(input.bytes).digest('hex'),
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
    findings,
    slips: [...slips],
    doubts,
    pages: pagesRead(source),
    checks,
  };
  return { source, layout, vocabulary, outline, report };
}
