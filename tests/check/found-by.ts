import type { Rule, RuleResult } from '../../src/check/index.ts';
import { viewReport } from '../../src/check/index.ts';
import { readText } from '../interpret/read-text.ts';

/** What one rule finds in a small report, with its messages in Japanese. */
export async function foundBy(
  rule: Rule,
  text: string,
): Promise<RuleResult & { readonly messages: string[] }> {
  const { document, text: read, records, observations } = await readText(text);
  const result = rule.check(viewReport({ document, text: read, records, observations, slips: [] }));
  return { ...result, messages: result.found.map(({ message }) => message.ja) };
}

/** Cells of rows parted by bars, as the tab-parted table of a text. */
export const table = (rows: string): string =>
  rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\n');
