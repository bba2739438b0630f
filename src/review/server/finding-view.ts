import type { Finding, Record } from '../../model/index.ts';
import type { FindingFilter, FindingView, Place, RowView } from '../api.ts';
import { asDecided } from './corrected.ts';
import { placeOf, placeOfFinding } from './places.ts';
import { neighbours } from './queue.ts';
import { noSuch } from './review-error.ts';
import type { ReviewFolder } from './review-folder.ts';
import type { OpenReport } from './stored-reports.ts';

/** A finding with all that is needed to decide on it. Throws ReviewError where the run has none of the id. */
export async function findingView(
  review: ReviewFolder,
  id: string,
  filter: FindingFilter,
): Promise<FindingView> {
  const known = review.finding(id);
  if (known === undefined) throw noSuch({ ja: '指摘', en: 'finding' }, id);
  const reports = await Promise.all(
    known.documentIds.filter((each) => review.documents.has(each)).map((each) => review.reports.of(each)),
  );
  const finding = reports[0]?.report.findings.find((each) => each.id === id);
  if (finding === undefined) throw noSuch({ ja: '指摘', en: 'finding' }, id);
  const stored = {
    ...finding,
    verdict: review.decisions.verdictOf(known),
    muted: review.decisions.isMuted(known),
  };
  return {
    finding: stored,
    verdicts: review.decisions.on(known.fingerprint),
    places: placesOf(finding, reports),
    row: rowOf(review, finding, reports),
    ...neighbours(review, id, filter),
  };
}

/** A record and its values as they stand now. */
export function rowView(review: ReviewFolder, { observations, report }: OpenReport, record: Record): RowView {
  const own = record.observations.flatMap((id) => observations.get(id) ?? []);
  const open = (id: string): boolean => {
    const finding = review.finding(id);
    return finding !== undefined && review.isOpen(finding);
  };
  return {
    documentId: report.document.id,
    record,
    observations: asDecided(review, own),
    findings: Object.fromEntries(
      own.map(({ id, findings }) => [id, findings.filter(open)] as const).filter(([, ids]) => ids.length > 0),
    ),
  };
}

function placesOf(finding: Finding, reports: readonly OpenReport[]): Place[] {
  const places = finding.observationIds.flatMap((id) => {
    const owner = reports.find(({ observations }) => observations.has(id));
    return owner === undefined ? [] : [placeOf(owner, owner.observations.get(id)!)];
  });
  return places.length === 0 ? placeOfFinding(reports[0]!, finding) : places;
}

function rowOf(review: ReviewFolder, finding: Finding, reports: readonly OpenReport[]): RowView | null {
  for (const report of reports) {
    const recordId =
      report.observations.get(finding.observationIds[0] ?? '')?.recordId ?? finding.recordIds[0] ?? '';
    const record = report.records.get(recordId);
    if (record !== undefined) return rowView(review, report, record);
  }
  return null;
}
