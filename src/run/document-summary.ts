import type { DocumentSummary, Finding, Report } from '../model/index.ts';
import { ownText } from '../normalize/own-text.ts';

/** How many unknown headers and findings a summary keeps: what a person reads at the end of a run. */
const KEPT = 5;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** What a person wants to know of a report at the end of a run; small, whatever the size of the report. */
export function summarizeReport({ document, records, observations, findings }: Report): DocumentSummary {
  const tables = new Set(
    [...records, ...observations].map(({ provenance }) => provenance.table).filter((table) => table !== null),
  );
  const ofSeverity = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const summary: DocumentSummary = {
    id: document.id,
    path: document.source.path,
    title: document.title,
    city: document.refArea?.name ?? null,
    period: document.reportPeriod?.label ?? null,
    tables: tables.size,
    records: records.length,
    observations: observations.length,
    findings: { error: ofSeverity('error'), warning: ofSeverity('warning'), info: ofSeverity('info') },
    coverage: document.coverage,
    unknownHeaders: document.unknownHeaders.toSorted((a, b) => b.cells - a.cells).slice(0, KEPT),
    topFindings: gravest(findings),
  };
  return JSON.parse(ownText(JSON.stringify(summary))) as DocumentSummary;
}

function gravest(findings: readonly Finding[]): DocumentSummary['topFindings'] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
    .slice(0, KEPT)
    .map(({ rule, severity, message, page, line }) => ({ rule, severity, message, page, line }));
}
