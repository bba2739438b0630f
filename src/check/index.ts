import { createHash } from 'node:crypto';
import type { Finding } from '../model/index.ts';
import { mergeFindings } from './merge.ts';
import { withLikelier } from './question.ts';
import { rankFindings } from './rank.ts';
import type { ReportView } from './report-view.ts';
import type { AreaRule, Found, RestsOn } from './rule.ts';
import { areaRules, rules } from './rules/index.ts';
import { nothingChecked, nothingCheckedIn } from './rules/nothing-checked.ts';

export { byRank, type RecordKind, rankFindings, weightOf } from './rank.ts';
export { type ReportView, type ReportViewInput, viewReport } from './report-view.ts';
export type { AreaRule, Bilingual, Found, Rule, RuleResult } from './rule.ts';
export { areaRules, describedRules, rules } from './rules/index.ts';
export { withTokenizer } from './with-tokenizer.ts';

/** How many things each rule could test in a report; 0: not applicable. */
export type Checked = { readonly [slug: string]: number };

export interface CheckedReport {
  /** one for each suspect, in the order a person should read them */
  readonly findings: Finding[];
  readonly checked: Checked;
  /** fingerprint of a finding that became part of another → fingerprint of the other */
  readonly absorbed: { readonly [fingerprint: string]: string };
}

const ofPrint = new Set(
  [...rules, ...areaRules].filter(({ subject }) => subject === 'print').map(({ slug }) => slug),
);

/** Runs the rules over a report and names each finding on the observations it is about. */
export function checkReport(view: ReportView): CheckedReport {
  const checked: { [slug: string]: number } = {};
  const found = rules.flatMap((rule) => {
    const result = rule.check(view);
    checked[rule.slug] = result.checked;
    return result.found.map((each) => ({ rule, found: each }));
  });
  const nothing = nothingCheckedIn(view, ofFigures(checked));
  if (nothing !== null) found.push({ rule: nothingChecked, found: nothing });
  const named = nameFindings([view.document.id], found).map((finding) =>
    hasLines(view) ? finding : { ...finding, line: null },
  );
  const { findings, absorbed } = mergeFindings(named, ofPrint);
  for (const finding of findings) {
    for (const id of finding.observationIds) view.byId.get(id)?.findings.push(finding.id);
  }
  const told = withLikelier(rankFindings(findings, view), restsOf(named, found), [view]);
  return { findings: told, checked, absorbed: Object.fromEntries(absorbed) };
}

/** Lines of text.txt are lines of the source only where that is a text; in PDFs and scans the page is the place. */
const hasLines = ({ records }: ReportView): boolean =>
  records.every(({ provenance }) => provenance.source === 'text');

/** The counts of rules that compare figures. */
const ofFigures = (checked: Checked): Checked =>
  Object.fromEntries(
    rules.filter(({ subject }) => subject === 'figures').map(({ slug }) => [slug, checked[slug] ?? 0]),
  );

/** Runs the rules that need several reports of one municipality, oldest first. */
export function checkArea(
  views: readonly ReportView[],
  rulesToRun: readonly AreaRule[] = areaRules,
): CheckedReport {
  const documentIds = views.map((view) => view.document.id);
  const checked: { [slug: string]: number } = {};
  const found = rulesToRun.flatMap((rule) => {
    const result = rule.check(views);
    checked[rule.slug] = result.checked;
    return result.found.map((each) => ({ rule, found: each }));
  });
  const named = nameFindings(documentIds, found);
  const { findings, absorbed } = mergeFindings(named, ofPrint);
  const told = withLikelier(findings, restsOf(named, found), views);
  return { findings: told, checked, absorbed: Object.fromEntries(absorbed) };
}

/** What each finding rests on, by fingerprint. */
const restsOf = (
  named: readonly Finding[],
  all: readonly { readonly found: Found }[],
): ReadonlyMap<string, RestsOn> =>
  new Map(named.map(({ fingerprint }, at) => [fingerprint, all[at]?.found.restsOn ?? 'cells']));

/** Gives findings their ids. Things compared twice with the same words and figures are told apart by their order. */
function nameFindings(
  documentIds: readonly string[],
  all: readonly { rule: Pick<AreaRule, 'slug' | 'comparison'>; found: Found }[],
): Finding[] {
  const seen = new Map<string, number>();
  return all.map(({ rule, found }) => {
    const { compared, observations, recordIds, place, ...rest } = found;
    const own = [...new Set(observations.map((observation) => observation.documentId))];
    const documents = own.length > 0 ? own : documentIds;
    const key = JSON.stringify([documents, rule.comparison ?? rule.slug, compared]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const fingerprint = createHash('sha256')
      .update(nth === 0 ? key : `${key}#${nth}`)
      .digest('hex')
      .slice(0, 16);
    const first = place ?? observations[0]?.provenance;
    return {
      id: `${documents[0]}-f${fingerprint}`,
      rule: rule.slug,
      severity: rest.severity,
      confidence: rest.confidence,
      message: rest.message,
      documentIds: [...documents],
      observationIds: [...new Set(observations.map((observation) => observation.id))],
      recordIds: [...(recordIds ?? new Set(observations.map((observation) => observation.recordId)))],
      line: first?.line ?? null,
      page: first?.page ?? null,
      box: place === undefined ? (observations[0]?.provenance.box ?? null) : null,
      evidence: rest.evidence,
      suggestion: rest.suggestion ?? null,
      likelier: null,
      fingerprint,
      verdict: null,
    };
  });
}
