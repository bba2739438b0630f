import { type Rule, type RuleResult, viewReport } from '../../src/check/index.ts';
import { readReport } from '../../src/pipeline.ts';

/** What a rule finds in a small report, written as its text. */
export async function foundInText(rule: Rule, text: string): Promise<RuleResult> {
  const report = await readReport({ path: 'r5.txt', documentId: 'r5', bytes: Buffer.from(text) });
  return rule.check(viewReport({ ...report, slips: [] }));
}

/** Severity, suspect and suggested value of each finding, in a line: error 162% → 62 */
export const inLines = ({ found }: RuleResult): string[] =>
  found.map(({ severity, observations, suggestion }) =>
    [severity, observations[0]?.raw ?? '(report)', ...(suggestion ? ['→', suggestion.to] : [])].join(' '),
  );
