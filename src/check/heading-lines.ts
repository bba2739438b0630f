import type { ReportView } from './report-view.ts';

/** Lines of the source (from 1) on which one of these headings is printed, alone or in a cell; none where the source has no lines. */
export function headingLines(
  { text, records }: Pick<ReportView, 'text' | 'records'>,
  printed: Iterable<string>,
): number[] {
  if (!records.some(({ provenance }) => provenance.line !== null)) return [];
  const headings = new Set([...printed].map((heading) => heading.trim()));
  return text
    .split('\n')
    .flatMap((line, at) => (line.split('\t').some((cell) => headings.has(bare(cell))) ? [at + 1] : []));
}

/** - ⑨ … and ・⑨ … are items of a list. */
const bare = (cell: string): string => cell.trim().replace(/^[-・#]+\s*/u, '');
