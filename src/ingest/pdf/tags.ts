import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TaggedCell, TaggedTable } from '../../model/index.ts';

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly children?: readonly Node[];
}

/** Tags nested deeper than this are a mistake of the file or an attack. */
const DEEPEST = 200;

/** The tables a page's own tags tell (PDF 32000-1, 14.8.4.3.4), in order; tables inside tables after the outer one. */
export async function taggedTables(page: PDFPageProxy): Promise<TaggedTable[]> {
  const root = (await page.getStructTree()) as Node | null;
  const tables: TaggedTable[] = [];
  if (root !== null) collectTables(root, tables, 0);
  return tables;
}

function collectTables(node: Node, tables: TaggedTable[], depth: number): void {
  if (depth > DEEPEST) return;
  if (node.role === 'Table') {
    const rows: TaggedCell[][] = [];
    collectRows(node, rows, depth);
    if (rows.length > 0) tables.push({ rows });
  }
  for (const child of node.children ?? []) collectTables(child, tables, depth + 1);
}

function collectRows(node: Node, rows: TaggedCell[][], depth: number): void {
  for (const child of node.children ?? []) {
    if (child.role === 'TR') rows.push(cellsOf(child));
    else if (child.role !== 'Table' && depth < DEEPEST) collectRows(child, rows, depth + 1);
  }
}

function cellsOf(row: Node): TaggedCell[] {
  return (row.children ?? [])
    .filter(({ role }) => role === 'TH' || role === 'TD')
    .map((cell) => ({
      marks: marksOf(cell, 0),
      isHeader: cell.role === 'TH',
      rowSpan: spanOf(cell.rowSpan),
      columnSpan: spanOf(cell.colSpan),
    }));
}

/** Tags may say anything; wider than this is no table of a report. */
const WIDEST_SPAN = 1000;
const spanOf = (span: number | undefined): number =>
  span === undefined || !(span >= 1) ? 1 : Math.min(Math.trunc(span), WIDEST_SPAN);

/** Marked content of a node: pdf.js names it `p12R_mc3`. */
function marksOf(node: Node, depth: number): number[] {
  const own = node.type === 'content' ? /_mc(\d+)$/u.exec(node.id ?? '')?.[1] : undefined;
  if (own !== undefined) return [Number(own)];
  if (depth > DEEPEST) return [];
  return (node.children ?? []).flatMap((child) => (child.role === 'Table' ? [] : marksOf(child, depth + 1)));
}
