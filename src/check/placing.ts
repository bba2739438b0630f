import type { Observation } from '../model/index.ts';
import type { ReportView } from './report-view.ts';

/**
 * Where the borders of a table's cells come from: `drawn` in the source by tabs, bars, tags or ruled lines; `inferred` from
 * where the words stand; `off` where no row of several stands under the headers; `unknown`.
 */
export type Borders = 'drawn' | 'inferred' | 'off' | 'unknown';

/** How cells came to stand in their rows and columns. */
export interface Placing {
  readonly bordersOf: (observation: Observation) => Borders;
  /** its row stands under other headers in the source than it was read under */
  readonly isMoved: (observation: Observation) => boolean;
  /** the cells left and right of one, in tables whose borders are not drawn */
  readonly besides: (observation: Observation) => readonly Observation[];
}

/** A cell that stands where the source puts it, between borders of the source, is read with this confidence. */
const DRAWN = 1;
/** One row alone may have slipped; where all of several have, it is the head that stands off. */
const LEAST_ROWS = 2;

/** Opens reports for asking how their cells were placed. Linear in observations. */
export function placingOf(views: readonly ReportView[]): Placing {
  const moved = new Set(views.flatMap(({ slips }) => slips.flatMap(({ observationIds }) => observationIds)));
  const isMoved = ({ id }: Observation): boolean => moved.has(id);
  const tables = Map.groupBy(
    views.flatMap(({ observations }) => observations),
    tableOf,
  );
  const borders = new Map([...tables].map(([table, cells]) => [table, bordersIn(cells, isMoved)]));
  const open = [...tables].flatMap(([table, cells]) => (borders.get(table) === 'drawn' ? [] : cells));
  const rows = Map.groupBy(open, rowOf);
  return {
    bordersOf: (observation) => borders.get(tableOf(observation)) ?? 'unknown',
    isMoved,
    besides: (observation) =>
      (rows.get(rowOf(observation)) ?? []).filter((other) => columnsApart(observation, other) === 1),
  };
}

function bordersIn(cells: readonly Observation[], isMoved: (cell: Observation) => boolean): Borders {
  const standing = cells.filter((cell) => !isMoved(cell));
  if (standing.length === 0) return new Set(cells.map(rowOf)).size < LEAST_ROWS ? 'unknown' : 'off';
  return standing.some(({ provenance }) => provenance.confidence >= DRAWN) ? 'drawn' : 'inferred';
}

const tableOf = ({ documentId, provenance }: Observation): string => `${documentId} ${provenance.table}`;

const rowOf = (observation: Observation): string => `${tableOf(observation)} ${observation.provenance.row}`;

function columnsApart({ provenance: a }: Observation, { provenance: b }: Observation): number | null {
  return a.column === null || b.column === null ? null : Math.abs(a.column - b.column);
}
