import { readFileSync } from 'node:fs';
import type { Table } from '../../src/model/index.ts';
import type { OutlineItem } from '../../src/outline/index.ts';
import { readInStages } from '../../src/pipeline.ts';

/** The body of a fixture's report as HTML, to be laid out: headings, running text, tables with their spans. */
export async function reportHtml(fixture: string): Promise<string> {
  const path = `fixtures/${fixture}/report.txt`;
  const { outline } = await readInStages({ path, documentId: fixture, bytes: readFileSync(path) });
  return outline.items.map(itemHtml).join('\n');
}

function itemHtml(item: OutlineItem): string {
  switch (item.kind) {
    case 'heading': {
      const level = Math.min(item.heading.depth + 1, 6);
      return `<h${level}>${escaped(item.heading.text)}</h${level}>`;
    }
    case 'text':
    case 'running':
      return `<p>${escaped(item.line.text)}</p>`;
    case 'table':
      return tableHtml(item.table, headerRowsOf(item));
  }
}

function headerRowsOf({ parts }: Extract<OutlineItem, { kind: 'table' }>): ReadonlySet<number> {
  return new Set(
    parts.flatMap((part) => {
      if (part.kind === 'grid') return part.headerRows;
      return part.kind === 'running' ? [part.row] : [];
    }),
  );
}

function tableHtml(table: Table, headerRows: ReadonlySet<number>): string {
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const name = headerRows.has(row) ? 'th' : 'td';
    const cells = table.cells.filter((cell) => cell.row === row);
    return `<tr>${cells
      .map(({ text, lines, rowSpan, columnSpan }) => {
        const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
        const content = (lines.length > 0 ? lines : [text]).map(escaped).join('<br>');
        return `<${name}${spans}><span>${content}</span></${name}>`;
      })
      .join('')}</tr>`;
  });
  return `<table>\n${rows.join('\n')}\n</table>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
