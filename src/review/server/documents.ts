import { join } from 'node:path';
import { DOCUMENTS_FOLDER } from '../../emit/document-folder.ts';
import { lineFeedsOf } from '../../emit/line-reader.ts';
import { TEXT_FILE } from '../../emit/report-files.ts';
import type { Document, Record } from '../../model/index.ts';
import type { DocumentRow, PageCells, RecordPage, RowView, TextLine } from '../api.ts';
import { searchable } from './finding-index.ts';
import { rowView } from './finding-view.ts';
import { sourceKind } from './places.ts';
import { badRequest, noSuch } from './review-error.ts';
import type { ReviewFolder } from './review-folder.ts';
import type { SourceFiles } from './source-file.ts';
import type { OpenReport } from './stored-reports.ts';

const USUAL_RECORDS = 100;
const MOST_RECORDS = 1_000;
/** Lines of a text that are given at once. */
const MOST_LINES = 5_000;

/** The document of an id. Throws ReviewError where the run has none: no other id ever names a folder. */
export function documentOf(review: ReviewFolder, id: string): Document {
  const document = review.documents.get(id);
  if (document === undefined) throw noSuch({ ja: '報告書', en: 'document' }, id);
  return document;
}

/** The documents of the run, in its order. */
export async function documentRows(review: ReviewFolder, sources: SourceFiles): Promise<DocumentRow[]> {
  const counts = findingCounts(review);
  return Promise.all(
    [...review.documents.values()].map(async (document) => {
      const { id, title, refArea, reportPeriod, unknownHeaders, source } = document;
      const kind = sourceKind(source.mediaType);
      const { findings = 0, open = 0 } = counts.get(id) ?? {};
      return {
        ...{ id, title, refArea, reportPeriod, unknownHeaders },
        ...{ path: source.path, source: kind, pages: source.pages, findings, open },
        ...(await sizesOf(review, id, kind === 'text')),
        hasSource: (await sources.find(document)) !== null,
        mutedRules: review.decisions.mutedIn(id),
      };
    }),
  );
}

/** The rows of a document, those whose name, path or raw text holds what is looked for. */
export async function recordPage(
  review: ReviewFolder,
  id: string,
  { offset = 0, limit = USUAL_RECORDS, search = '' }: { offset?: number; limit?: number; search?: string },
): Promise<RecordPage> {
  const open = await openReport(review, id);
  const word = searchable(search).trim();
  const records = open.report.records.filter((record) => word === '' || holds(open, record, word));
  return {
    total: records.length,
    rows: records.slice(offset, offset + Math.min(limit, MOST_RECORDS)).map((record) => ({
      ...{ id: record.id, type: record.type, name: record.name, path: record.path },
      page: record.provenance.page,
      line: record.provenance.line,
      observations: record.observations.length,
      findings: new Set(findingsOf(review, open, record)).size,
    })),
  };
}

export async function recordRow(review: ReviewFolder, id: string, recordId: string): Promise<RowView> {
  const open = await openReport(review, id);
  const record = open.records.get(recordId);
  if (record === undefined) throw noSuch({ ja: '行', en: 'record' }, recordId);
  return rowView(review, open, record);
}

/** The value cells of a drawn page, and the page they are measured on. */
export async function pageCells(review: ReviewFolder, id: string, page: number): Promise<PageCells> {
  const { report } = await openReport(review, id);
  const drawn = report.pages?.find((read) => read.page === page);
  const { width = null, height = null, rotation = null } = drawn ?? {};
  return {
    ...{ width, height, rotation },
    cells: report.observations.flatMap(({ id: observationId, recordId, provenance, measure, findings }) =>
      provenance.page !== page || provenance.box === null
        ? []
        : [{ observationId, recordId, box: provenance.box, measure, findings: openOnes(review, findings) }],
    ),
  };
}

/** Lines of a text report with the value cells that begin on them. */
export async function textLines(
  review: ReviewFolder,
  id: string,
  { from = 1, to }: { from?: number | undefined; to?: number | undefined },
): Promise<TextLine[]> {
  if (sourceKind(documentOf(review, id).source.mediaType) !== 'text')
    throw badRequest('行で読めるのはテキストの報告書だけです', 'only text reports are read by lines');
  const { report, lines } = await openReport(review, id);
  const first = Math.max(1, from);
  const last = Math.min(to ?? lines.count, first + MOST_LINES - 1);
  const cells = new Map<number, TextLine['cells'][number][]>();
  for (const { id: observationId, recordId, provenance, findings } of report.observations) {
    const { line, columns } = lines.place(provenance);
    if (line < first || line > last) continue;
    const cell = { observationId, recordId, columns, findings: openOnes(review, findings) };
    cells.set(line, [...(cells.get(line) ?? []), cell]);
  }
  return lines.slice(first, last).map((each) => ({ ...each, cells: cells.get(each.line) ?? [] }));
}

export async function openReport(review: ReviewFolder, id: string): Promise<OpenReport> {
  documentOf(review, id);
  return review.reports.of(id);
}

const openOnes = (review: ReviewFolder, findings: readonly string[]): string[] =>
  findings.filter((id) => {
    const finding = review.finding(id);
    return finding !== undefined && review.isOpen(finding);
  });

const findingsOf = (review: ReviewFolder, { observations }: OpenReport, record: Record): string[] =>
  record.observations.flatMap((id) => openOnes(review, observations.get(id)?.findings ?? []));

function holds(
  { observations }: OpenReport,
  { name, path, observations: ids }: Record,
  word: string,
): boolean {
  const raws = ids.flatMap((id) => {
    const { raw, indicator } = observations.get(id)!;
    return [raw, indicator];
  });
  return [name, ...path, ...raws].some((text) => searchable(text).includes(word));
}

function findingCounts(review: ReviewFolder): Map<string, { findings: number; open: number }> {
  const counts = new Map<string, { findings: number; open: number }>();
  for (const finding of review.findings) {
    const id = finding.documentIds[0]!;
    const { findings, open } = counts.get(id) ?? { findings: 0, open: 0 };
    counts.set(id, { findings: findings + 1, open: open + (review.isOpen(finding) ? 1 : 0) });
  }
  return counts;
}

async function sizesOf(
  { folder }: ReviewFolder,
  id: string,
  isText: boolean,
): Promise<{ records: number; lines: number | null }> {
  const own = join(folder, DOCUMENTS_FOLDER, id);
  const records = await lineFeedsOf(join(own, 'records.jsonl'));
  return { records, lines: isText ? (await lineFeedsOf(join(own, TEXT_FILE))) + 1 : null };
}
