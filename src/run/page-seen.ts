import type { PageSeen, SeenCell } from '../emit/page-picture/page-seen.ts';
import { joinRules } from '../layout/drawn/ruling.ts';
import { boxAsRead, type Cell, type DrawnPage, type Observation, type Rule } from '../model/index.ts';
import { isFormLabel, type OutlineItem } from '../outline/index.ts';
import type { Stages } from '../pipeline.ts';

type SeenTable = Extract<OutlineItem, { kind: 'table' }>;

/** What a reading saw on one of its drawn pages. */
export function seenOnPage(page: DrawnPage, stages: Stages): Omit<PageSeen, 'path' | 'pages'> {
  const { layout, outline, read } = stages;
  const { number, width, height } = page;
  const isHere = (place: { readonly page: number }): boolean => place.page === number;
  const tables = outline.items.filter(
    (item): item is SeenTable => item.kind === 'table' && item.table.cells.some(isHere),
  );
  return {
    number,
    width,
    height,
    rules: rulesOf(page),
    tables: tables.length,
    cells: tables
      .flatMap((table) => cellsOf(table, stages).filter(({ cell }) => isHere(cell)))
      .flatMap(seenCell),
    headings: outline.items.flatMap((item) => {
      if (item.kind !== 'heading' || !isHere(item.heading) || item.heading.box === null) return [];
      return [{ box: item.heading.box, depth: item.heading.depth }];
    }),
    values: read.observations
      .filter(({ provenance }) => isHere(provenance))
      .map((value) => asRead(value, page)),
    doubts: layout.doubts.filter(isHere),
  };
}

/** A value with its place on the page as it was turned to be read. */
function asRead(value: Observation, page: DrawnPage): Observation {
  const { box } = value.provenance;
  if (box === null) return value;
  return { ...value, provenance: { ...value.provenance, box: boxAsRead(box, page) } };
}

function rulesOf({ rules }: DrawnPage): Rule[] {
  const { horizontal, vertical } = joinRules(rules);
  return [
    ...horizontal.map(({ at, from, to }) => ({ x0: from, y0: at, x1: to, y1: at })),
    ...vertical.map(({ at, from, to }) => ({ x0: at, y0: from, x1: at, y1: to })),
  ];
}

interface RoledCell {
  readonly cell: Cell;
  readonly role: SeenCell['role'];
}

/** A table's cells, told apart by the job of their row: all of a header row, the labels of a form. */
function cellsOf({ table, parts }: SeenTable, { vocabulary }: Stages): RoledCell[] {
  const headRows = new Set<number>();
  const formRows = new Set<number>();
  for (const part of parts) {
    if (part.kind === 'grid') for (const row of part.headerRows) headRows.add(row);
    if (part.kind === 'title' || part.kind === 'running') headRows.add(part.row);
    if (part.kind === 'form') formRows.add(part.row);
  }
  return table.cells.map((cell) => {
    const isLabel = formRows.has(cell.row) && isFormLabel(cell.text, vocabulary);
    const isHeader = cell.isHeader || (cell.text !== '' && headRows.has(cell.row)) || isLabel;
    return { cell, role: isHeader ? 'header' : 'data' };
  });
}

function seenCell({ cell: { box, rowSpan, columnSpan }, role }: RoledCell): SeenCell[] {
  return box === null ? [] : [{ box, role, rowSpan, columnSpan }];
}
