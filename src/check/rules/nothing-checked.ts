import type { ReportView } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';

/** How many things each rule that compares figures could test, by slug. */
type Counts = { readonly [slug: string]: number };

/**
 * A report in which no rule could check a figure.
 *
 * A person should look because no findings then means nothing: the tables were not recognised, or the file is not the
 * report. It stands in the list of rules for its name; what it says is said last, by `nothingCheckedIn`, on the counts of
 * all the others.
 *
 *     finance-total 0 · achievement-rate 0 · rating-rule 0 · …    no findings, and nothing checked
 *                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const nothingChecked: Rule = {
  slug: 'nothing-checked',
  title: { ja: '検査できない報告', en: 'Nothing could be checked' },
  subject: 'cells',
  needs: { ja: 'どの報告でも', en: 'any report' },
  severity: 'warning',
  check: () => ({ checked: 1, found: [] }),
};

/** The finding on a report of which no figure could be checked; null where any rule had something to test. */
export function nothingCheckedIn(
  { document, observations, records }: ReportView,
  checked: Counts,
): Found | null {
  const figures = Object.entries(checked);
  if (figures.length === 0 || figures.some(([, count]) => count > 0)) return null;
  return {
    severity: 'warning',
    confidence: 0.9,
    message: {
      ja: `この文書では数値の検査が一つもできませんでした（値 ${observations.length}個、規則 ${figures.length}種）。表として読めていない可能性があります。`,
      en: `No figure of this document could be checked (${observations.length} values, ${figures.length} rules): its tables may not have been read.`,
    },
    observations: [],
    place: { page: 1, line: records[0]?.provenance.line ?? null },
    restsOn: 'sense',
    evidence: { values: observations.length, rules: figures.length, records: records.length },
    compared: [document.title],
  };
}
