import type { DocumentSummary } from '../model/index.ts';
import type { SummaryStyle } from './summary.ts';

/** What --fail-on takes. */
export const SEVERITIES = ['error', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How many findings are of this severity or a graver one; what a person called fine is none. */
export function countAtOrAbove(documents: readonly DocumentSummary[], severity: Severity): number {
  const open = (of: Severity): number =>
    documents.reduce((sum, { findings, fine }) => sum + findings[of] - fine[of], 0);
  return open('error') + (severity === 'warning' ? open('warning') : 0);
}

/** The line that says why the exit code is 1, or that it is not. */
export function failOnLine(
  documents: readonly DocumentSummary[],
  severity: Severity,
  { texts, paint }: SummaryStyle,
): string {
  const count = countAtOrAbove(documents, severity);
  return `${paint(count > 0 ? 'red' : 'green', texts.summary.failOn(severity, count))}\n`;
}
