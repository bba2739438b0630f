import { ingestText } from '../../src/ingest/index.ts';
import { layOut } from '../../src/layout/index.ts';
import type { Block, Cell, Line, Table } from '../../src/model/index.ts';

/** A text as blocks, with the text their offsets point into. */
export function layOutText(text: string, path = 'report.txt'): { blocks: Block[]; text: string } {
  const source = ingestText({ path, bytes: Buffer.from(text) });
  return { blocks: [...layOut(source).blocks], text: source.text };
}

export function tablesOf(text: string): Table[] {
  return layOutText(text).blocks.filter((block) => block.kind === 'table');
}

export function linesOf(text: string): Line[] {
  return layOutText(text).blocks.filter((block) => block.kind === 'line');
}

export function cellAt(table: Table | undefined, row: number, column: number): Cell {
  const found = table?.cells.find((cell) => cell.row === row && cell.column === column);
  if (found === undefined) throw new Error(`expected a cell at row ${row}, column ${column}, got none`);
  return found;
}

/** A table's texts by row, one an entry for every cell, blank ones too. */
export function textsByRow(table: Table | undefined): string[][] {
  const rows: string[][] = [];
  for (const { row, text } of table?.cells ?? []) {
    rows[row] ??= [];
    rows[row]!.push(text);
  }
  return rows;
}
