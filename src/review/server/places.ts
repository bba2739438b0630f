import type { Finding, Observation, SourceSpan } from '../../model/index.ts';
import type { Place, SourceKind } from '../api.ts';
import { headerPlaces } from './header-places.ts';
import type { OpenReport } from './stored-reports.ts';

/** What kind of picture a source gives. */
export function sourceKind(mediaType: string): SourceKind {
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType.startsWith('image/') ? 'image' : 'text';
}

/** Where an observation stands in its source, and what gave it its meaning. */
export function placeOf(open: OpenReport, { id, provenance }: Observation): Place {
  return {
    ...ofDocument(open),
    observationId: id,
    page: provenance.page,
    ...spot(open, provenance),
    headers: headerPlaces(open, provenance),
  };
}

/** Where a finding without a cell stands: its row, else its page or line; nowhere where it is on the whole report. */
export function placeOfFinding(open: OpenReport, { page, line, recordIds }: Finding): Place[] {
  const record = open.records.get(recordIds[0] ?? '');
  if (record !== undefined) {
    const { provenance } = record;
    const at = { ...ofDocument(open), observationId: null, page: provenance.page };
    return [{ ...at, ...spot(open, provenance), headers: [] }];
  }
  if (page === null) return [];
  return [{ ...ofDocument(open), observationId: null, page, box: null, line, columns: null, headers: [] }];
}

/** A span's box on a drawn page, its line and columns in a text. */
export function spot(
  { report, lines }: OpenReport,
  span: SourceSpan,
): Pick<Place, 'box' | 'line' | 'columns'> {
  if (sourceKind(report.document.source.mediaType) !== 'text')
    return { box: span.box, line: null, columns: null };
  return { box: null, ...lines.place(span) };
}

function ofDocument({
  report: { document },
}: OpenReport): Pick<Place, 'documentId' | 'documentTitle' | 'source'> {
  const { id, title, source } = document;
  return { documentId: id, documentTitle: title, source: sourceKind(source.mediaType) };
}
