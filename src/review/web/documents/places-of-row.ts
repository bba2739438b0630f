import type { DocumentRow, Place, RowView } from '../../api.ts';

/** Where a row's values stand, the chosen one first. Their columns in a line are known to the list of cells alone. */
export function placesOfRow(
  document: DocumentRow,
  row: RowView,
  observationId: string | null,
): readonly Place[] {
  const { id: documentId, title: documentTitle, source } = document;
  const places = row.observations.map(({ id, provenance }): Place => {
    const { page, box, line } = provenance;
    return {
      documentId,
      documentTitle,
      source,
      observationId: id,
      page,
      box,
      line,
      columns: null,
      headers: [],
    };
  });
  const chosen = places.find((place) => place.observationId === observationId) ?? places[0];
  if (chosen) return [chosen];
  const { page, box, line } = row.record.provenance;
  return [
    { documentId, documentTitle, source, observationId: null, page, box, line, columns: null, headers: [] },
  ];
}
