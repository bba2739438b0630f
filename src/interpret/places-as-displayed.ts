import {
  boxAsDisplayed,
  type Doubt,
  type HeaderCell,
  type Observation,
  type Record,
  type Source,
} from '../model/index.ts';

/** What points into a report by boxes. */
interface Placed {
  readonly records: readonly Record[];
  readonly observations: readonly Observation[];
  readonly doubts: readonly Doubt[];
  readonly headers: readonly HeaderCell[];
}

/**
 * Boxes as they stand on the pages of the source as any viewer displays them. Pages are laid out upright and straight; a
 * person who looks a value up has the page before them as it was scanned, sideways, upside down or askew.
 */
export function asDisplayed(
  { records, observations, doubts, headers }: Placed,
  source: Source,
): { records: Record[]; observations: Observation[]; doubts: Doubt[]; headers: HeaderCell[] } {
  const turned = source.kind === 'text' ? [] : source.pages.filter(({ setRight }) => setRight !== undefined);
  const byNumber = new Map(turned.map((page) => [page.number, page]));
  const place = <Place extends Pick<Doubt, 'page' | 'box'>>(at: Place): Place => {
    const page = byNumber.get(at.page);
    return page === undefined || at.box === null ? at : { ...at, box: boxAsDisplayed(at.box, page) };
  };
  const placed = <Row extends Observation | Record>(row: Row): Row => ({
    ...row,
    provenance: place(row.provenance),
  });
  return {
    records: records.map(placed),
    observations: observations.map(placed),
    doubts: doubts.map(place),
    headers: headers.map(place),
  };
}
