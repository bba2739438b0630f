import { type DocumentSummary, type Finding, GRAVITY, type Report } from '../model/index.ts';
import { ownText } from '../normalize/own-text.ts';

/** How many unknown headers and findings a summary keeps: what a person reads at the end of a run. */
const KEPT = 5;

/** What a person wants to know of a report at the end of a run; small, whatever the size of the report. */
export function summarizeReport({ document, records, observations, findings }: Report): DocumentSummary {
  const tables = new Set(
    [...records, ...observations].map(({ provenance }) => provenance.table).filter((table) => table !== null),
  );
  const isFine = ({ verdict, muted }: Finding) => verdict === 'fine' || muted === true;
  const summary: DocumentSummary = {
    id: document.id,
    path: document.source.path,
    title: document.title,
    city: document.refArea?.name ?? null,
    period: document.reportPeriod?.label ?? null,
    tables: tables.size,
    records: records.length,
    observations: observations.length,
    findings: bySeverity(findings),
    fine: bySeverity(findings.filter(isFine)),
    verdicts: findings.filter(({ verdict }) => verdict !== null).length,
    coverage: document.coverage,
    unknownHeaders: document.unknownHeaders.toSorted((a, b) => b.cells - a.cells).slice(0, KEPT),
    topFindings: gravest(findings.filter((finding) => !isFine(finding))),
  };
  return JSON.parse(ownText(JSON.stringify(summary))) as DocumentSummary;
}

function bySeverity(findings: readonly Finding[]): DocumentSummary['findings'] {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) count[severity] += 1;
  return count;
}

function gravest(findings: readonly Finding[]): DocumentSummary['topFindings'] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
    .slice(0, KEPT)
    .map(({ rule, severity, message, likelier = null, page, line }) => ({
      rule,
      severity,
      message,
      likelier,
      page,
      line,
    }));
}
