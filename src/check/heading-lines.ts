import { oncePerReport } from './once-per-report.ts';
import type { ReportView } from './report-view.ts';

/** Lines of the source (from 1) on which one of these headings is printed, alone or in a cell; none where the source has no lines. */
export function headingLines(view: ReportView, printed: Iterable<string>): number[] {
  if (!view.records.some(({ provenance }) => provenance.line !== null)) return [];
  const lines = [...printed].flatMap((heading) => linesOf(view).get(heading.trim()) ?? []);
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** Where every cell stands, without the mark of a list before it. */
const linesOf = oncePerReport(({ text }) => {
  const lines = new Map<string, number[]>();
  for (const [at, line] of text.split('\n').entries()) {
    for (const cell of line.split('\t')) {
      const own = bare(cell);
      const known = lines.get(own);
      if (known === undefined) lines.set(own, [at + 1]);
      else if (known.at(-1) !== at + 1) known.push(at + 1);
    }
  }
  return lines;
});

/** - ⑨ … and ・⑨ … are items of a list. */
const bare = (cell: string): string => cell.trim().replace(/^[-・#]+\s*/u, '');
