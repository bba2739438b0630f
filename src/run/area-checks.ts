import PQueue from 'p-queue';
import {
  type AreaRule,
  checkArea,
  rankFindings,
  areaRules as shippedAreaRules,
  viewReport,
} from '../check/index.ts';
import { writeDocumentFolder } from '../emit/document-folder.ts';
import { readStoredReport } from '../emit/stored-report.ts';
import type { Document, DocumentSummary, Finding, Report } from '../model/index.ts';
import { asRead, withCorrections } from '../verdict/corrections.ts';
import type { Verdicts } from '../verdict/verdicts.ts';
import { summarizeReport } from './document-summary.ts';
import type { WrittenDocument } from './one-document.ts';
import { type RulesAtWork, rulesAtWork } from './rule-tally.ts';

/** What a document must say of itself to be compared with others. */
export type Comparable = Pick<Document, 'id' | 'refArea' | 'reportPeriod'>;

export interface AreaContext {
  /** the run's folder, its documents written */
  readonly out: string;
  readonly areaRules: readonly AreaRule[];
  readonly verdicts: Verdicts;
}

/** What a run keeps when its documents have been compared. */
export interface ComparedDocuments {
  /** in the order of the run */
  readonly documents: readonly DocumentSummary[];
  readonly rules: readonly RulesAtWork[];
}

/** The documents of one municipality, compared: those that something was found on. */
export interface ComparedArea {
  readonly changed: readonly DocumentSummary[];
  readonly atWork: RulesAtWork;
}

/** Documents of one municipality, to be compared. */
export interface Area {
  /** the oldest report first */
  readonly ids: readonly string[];
  /** values in all of them: what comparing them takes in memory */
  readonly observations: number;
}

/** Compares areas elsewhere, several at a time. */
export type CompareElsewhere = (area: Area, here: () => Promise<ComparedArea>) => Promise<ComparedArea>;

/**
 * Runs the rules that compare reports over the documents of each municipality and adds what they find to the documents'
 * folders: the finding to the folder of its first document, its id to every observation it names. Here, one municipality
 * at a time is held in memory; those with a single document are not read at all.
 */
export async function compareDocuments(
  written: readonly WrittenDocument[],
  context: AreaContext,
  elsewhere?: CompareElsewhere,
): Promise<ComparedDocuments> {
  const summaries = new Map(written.map(({ summary }) => [summary.id, summary]));
  const areas = (
    context.areaRules.length === 0 ? [] : areasOf(written.map(({ comparable }) => comparable))
  ).map(
    (ids): Area => ({
      ids,
      observations: ids.reduce((sum, id) => sum + summaries.get(id)!.observations, 0),
    }),
  );
  const queue = new PQueue({ concurrency: 1 });
  const here = (area: Area) => () => queue.add(() => compareArea(area.ids, context));
  const compared = await Promise.all(
    areas.map((area) => (elsewhere === undefined ? here(area)() : elsewhere(area, here(area)))),
  );
  for (const { changed } of compared) for (const summary of changed) summaries.set(summary.id, summary);
  const rules = [...written.map((document) => document.rules), ...compared.map(({ atWork }) => atWork)];
  return { documents: [...summaries.values()], rules };
}

/** Compares the documents of one municipality; a second time it finds and writes the same. */
export async function compareArea(
  ids: readonly string[],
  { out, areaRules, verdicts }: AreaContext,
): Promise<ComparedArea> {
  const reports: Report[] = [];
  for (const id of ids) reports.push(await readStoredReport(out, id));
  const { findings, checked, absorbed } = checkArea(reports.map(viewAsRead), areaRules);
  const decided = verdicts.applyTo(findings, absorbed);
  const corrections = verdicts.correctionsOf(findings, absorbed);
  const changed: DocumentSummary[] = [];
  for (const report of reports) {
    const compared = withFindings(report, decided);
    if (compared === report) continue;
    const observations = withCorrections(compared.observations, corrections);
    await writeDocumentFolder(out, { ...compared, observations });
    changed.push(summarizeReport({ ...compared, observations }));
  }
  return { changed, atWork: rulesAtWork(checked, findings) };
}

/** The same for reports in memory, with the rules that ship with jisseki: in their order, each with what was found on it. */
export function compareReports(reports: readonly Report[]): Report[] {
  const byId = new Map(reports.map((report) => [report.document.id, report]));
  const areas = shippedAreaRules.length === 0 ? [] : areasOf(reports.map(({ document }) => document));
  for (const ids of areas) {
    const { findings } = checkArea(ids.map((id) => viewAsRead(byId.get(id)!)));
    for (const id of ids) byId.set(id, withFindings(byId.get(id)!, findings));
  }
  return [...byId.values()];
}

/** Ids of the documents of each municipality that has several: by its code, the oldest report first. */
function areasOf(documents: readonly Comparable[]): string[][] {
  const named = documents.filter(({ refArea }) => refArea !== null);
  const byArea = Map.groupBy(named, ({ refArea }) => refArea!.code);
  return [...byArea]
    .filter(([, own]) => own.length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => own.toSorted(byPeriod).map(({ id }) => id));
}

/** Oldest first, those without a period last; the order of the run among equals. */
function byPeriod(a: Comparable, b: Comparable): number {
  const [left, right] = [a, b].map(({ reportPeriod }) => reportPeriod?.start ?? '9999');
  return left! < right! ? -1 : left! > right! ? 1 : 0;
}

function viewAsRead({ document, text, records, observations, slips = [], doubts = [] }: Report) {
  return viewReport({ document, text, records, observations: observations.map(asRead), slips, doubts });
}

/** The report with what was found on it in comparison; itself where nothing was. */
function withFindings(report: Report, found: readonly Finding[]): Report {
  const { id } = report.document;
  const about = found.filter(({ documentIds }) => documentIds.includes(id));
  if (about.length === 0) return report;
  const named = new Map<string, string[]>();
  for (const finding of about)
    for (const observationId of finding.observationIds)
      named.set(observationId, [...(named.get(observationId) ?? []), finding.id]);
  const own = about.filter(({ documentIds }) => documentIds[0] === id);
  const again = new Set(own.map((finding) => finding.id));
  const before = report.findings.filter((finding) => !again.has(finding.id));
  return {
    ...report,
    findings: own.length === 0 ? report.findings : rankFindings([...before, ...own], viewAsRead(report)),
    observations: report.observations.map((observation) => ({
      ...observation,
      findings: [...new Set([...observation.findings, ...(named.get(observation.id) ?? [])])],
    })),
  };
}
