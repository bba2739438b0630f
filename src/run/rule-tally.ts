import { describedRules } from '../check/index.ts';
import type { Finding, RuleCounts } from '../model/index.ts';

/** What the rules did with one report, or with the reports of one municipality. */
export interface RulesAtWork {
  /** rule → how many things it could test; 0: not applicable */
  readonly checked: { readonly [slug: string]: number };
  /** rule → how many findings it gave */
  readonly findings: { readonly [slug: string]: number };
}

export function rulesAtWork(
  checked: RulesAtWork['checked'],
  findings: readonly Pick<Finding, 'rule'>[],
): RulesAtWork {
  const count: { [slug: string]: number } = {};
  for (const { rule } of findings) count[rule] = (count[rule] ?? 0) + 1;
  return { checked, findings: count };
}

/** What each rule did in a run, for run.json: every rule there is, also those that had nothing to test. */
export function tallyRules(all: readonly RulesAtWork[]): { [slug: string]: RuleCounts } {
  const tally: { [slug: string]: RuleCounts } = {};
  const of = (slug: string): RuleCounts => {
    tally[slug] ??= { documents: 0, checked: 0, findings: 0 };
    return tally[slug];
  };
  for (const { slug } of describedRules) of(slug);
  for (const { checked, findings } of all) {
    for (const [slug, count] of Object.entries(checked)) {
      of(slug).checked += count;
      if (count > 0) of(slug).documents += 1;
    }
    for (const [slug, count] of Object.entries(findings)) of(slug).findings += count;
  }
  return tally;
}
