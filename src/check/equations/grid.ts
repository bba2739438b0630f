import type { Observation } from '../../model/index.ts';
import type { ReportView } from '../report-view.ts';

/** A statistics, count or finance table opened as rows and columns; stacked tables come apart. */
export interface Grid {
  readonly id: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly at: (row: number, column: number) => Observation | null;
}

/** Labels of one side of a table, and the cells beside them, one list for each line of the other side. */
export interface Lines {
  readonly id: string;
  readonly labels: readonly string[];
  readonly vectors: readonly { readonly label: string; readonly cells: readonly (Observation | null)[] }[];
}

interface Line {
  readonly label: string;
  readonly row: number;
  readonly observations: readonly Observation[];
}

/** The tables of a report that have a number in every cell. Linear in observations. */
export function gridsOf(view: ReportView): Grid[] {
  const tables = new Map<number, Line[]>();
  for (const record of view.records) {
    if (record.type !== 'statistics') continue;
    const observations = record.observations.flatMap((id) => view.byId.get(id) ?? []);
    const { table, row } = observations[0]?.provenance ?? {};
    if (table === undefined || table === null) continue;
    const line = { label: record.name, row: row ?? 0, observations };
    const lines = tables.get(table);
    if (lines === undefined) tables.set(table, [line]);
    else lines.push(line);
  }
  return [...tables].flatMap(([table, lines]) =>
    blocksOf(lines).map((block, index) => gridOf(`${table}.${index}`, block)),
  );
}

/** A head repeated inside a table parts it: the rows under each head are a table of their own. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const line of lines.toSorted((a, b) => a.row - b.row)) {
    if (line.row <= last + 1) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    last = Math.max(line.row, ...line.observations.map(({ provenance }) => provenance.row ?? line.row));
  }
  return blocks;
}

function gridOf(id: string, lines: readonly Line[]): Grid {
  const columns = new Map<string, number>();
  const cells = lines.map(({ observations, label }) => {
    const row = new Map<number, Observation>();
    for (const observation of observations) {
      const name = columnLabel(observation, label);
      const key = `${observation.measure}\n${observation.timePeriod?.label ?? ''}\n${name}`;
      const column = columns.get(key) ?? columns.size;
      columns.set(key, column);
      if (!row.has(column)) row.set(column, observation);
    }
    return row;
  });
  return {
    id,
    rows: lines.map(({ label }) => label),
    columns: [...columns.keys()].map((key) => key.split('\n')[2] ?? ''),
    at: (row, column) => cells[row]?.get(column) ?? null,
  };
}

/** The headers above a cell, without the label of its row (which may be the same word: 合計 of 合計). */
function columnLabel({ provenance: { headers } }: Observation, row: string): string {
  const own = headers.lastIndexOf(row);
  return headers.filter((_, index) => index !== own).join(' ');
}

/** The table read both ways: down its columns and along its rows. */
export function linesOf({ id, rows, columns, at }: Grid): Lines[] {
  return [
    {
      id: `${id}↓`,
      labels: rows,
      vectors: columns.map((label, column) => ({ label, cells: rows.map((_, row) => at(row, column)) })),
    },
    {
      id: `${id}→`,
      labels: columns,
      vectors: rows.map((label, row) => ({ label, cells: columns.map((_, column) => at(row, column)) })),
    },
  ];
}
