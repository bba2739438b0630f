import { viewReport } from '../../src/check/index.ts';
import type { Found, Rule } from '../../src/check/rule.ts';
import { readReport } from '../../src/pipeline.ts';

/** What a rule finds in a small text. */
export async function findIn(rule: Rule, text: string): Promise<readonly Found[]> {
  const report = await readReport({ path: 'report.txt', documentId: 'd', bytes: Buffer.from(text) });
  const { document, records, observations } = report;
  return rule.check(viewReport({ document, text: report.text, records, observations, slips: [] })).found;
}

/** A report of KPI rows: 指標 | 基準値 | 目標値 | R2実績 … R5実績 | 達成率. Cells are parted by |. */
export function kpiReport(...rows: readonly string[]): string {
  const head = ['指標', '基準値', '目標値', 'R2実績', 'R3実績', 'R4実績', 'R5実績', '達成率'].join('\t');
  const lines = rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .join('\t'),
  );
  return ['事業進捗報告（令和5年度）', '', '重要業績評価指標 (KPI)', '', head, ...lines, ''].join('\n');
}

/** `error 2,344,141m³`: the gravity and the suspect as printed. */
export const suspects = (found: readonly Found[]): string[] =>
  found.map(({ severity, observations }) => `${severity} ${observations[0]?.raw ?? ''}`.trim());
