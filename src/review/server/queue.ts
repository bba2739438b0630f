import { describedRules } from '../../check/index.ts';
import { Severity, Verdict } from '../../model/index.ts';
import type { Choice, FindingFilter, FindingPage, FindingRow, RunView } from '../api.ts';
import { type IndexedFinding, searchable } from './finding-index.ts';
import type { ReviewFolder } from './review-folder.ts';

/** Rows of a page of the queue where nobody says how many, and at most. */
const USUAL_LIMIT = 100;
const MOST_ROWS = 1_000;

type Field = keyof RunView['choices'];

/** A part of the queue. */
export function queuePage(review: ReviewFolder, filter: FindingFilter): FindingPage {
  const through = filtered(review, filter);
  const offset = filter.offset ?? 0;
  const limit = Math.min(filter.limit ?? USUAL_LIMIT, MOST_ROWS);
  return {
    rows: through.slice(offset, offset + limit).map((finding) => rowOf(review, finding)),
    total: through.length,
    open: through.filter((finding) => review.isOpen(finding)).length,
    decidedToday: decidedToday(review),
  };
}

/** The findings that a filter lets through, best ranked first. */
export function filtered(review: ReviewFolder, filter: FindingFilter): readonly IndexedFinding[] {
  const passes = passing(review, filter);
  return review.findings.filter(passes);
}

/** The findings before and behind one that a filter lets through; itself it need not. */
export function neighbours(
  review: ReviewFolder,
  id: string,
  filter: FindingFilter,
): { readonly previous: string | null; readonly next: string | null } {
  const passes = passing(review, filter);
  const all = review.findings;
  const at = all.findIndex((finding) => finding.id === id);
  const previous = all.slice(0, at).findLast(passes);
  const next = all.slice(at + 1).find(passes);
  return { previous: previous?.id ?? null, next: next?.id ?? null };
}

export const openCount = (review: ReviewFolder): number =>
  review.findings.filter((finding) => review.isOpen(finding)).length;

/** Things decided since midnight where the server stands. */
export function decidedToday(review: ReviewFolder): number {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return review.decisions.decidedSince(midnight);
}

function passing(review: ReviewFolder, filter: FindingFilter): (finding: IndexedFinding) => boolean {
  const fields = FIELDS.flatMap((field) => {
    const wanted = filter[field];
    return wanted === undefined || wanted.length === 0 ? [] : [{ field, wanted: new Set<string>(wanted) }];
  });
  const words = searchable(filter.search ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (finding) =>
    fields.every(({ field, wanted }) =>
      valuesOf(review, finding, field).some(({ value }) => wanted.has(value)),
    ) && words.every((word) => finding.searched.includes(word));
}

function rowOf(review: ReviewFolder, finding: IndexedFinding): FindingRow {
  const { id, rule, severity, message, page, line, indicator, raw } = finding;
  const documentId = finding.documentIds[0]!;
  return {
    ...{ id, rule, severity, message, page, line, indicator, raw, documentId },
    documentTitle: review.documents.get(documentId)?.title ?? documentId,
    verdict: review.decisions.verdictOf(finding),
    muted: review.decisions.isMuted(finding),
  };
}

const FIELDS: readonly Field[] = ['severity', 'rule', 'area', 'year', 'department', 'document', 'verdict'];

/** What the findings can be filtered by, each value with how many there are. */
export function choicesOf(review: ReviewFolder): RunView['choices'] {
  const counts = Object.fromEntries(FIELDS.map((field) => [field, new Map<string, Choice>()])) as {
    [field in Field]: Map<string, Choice>;
  };
  for (const finding of review.findings)
    for (const field of FIELDS)
      for (const { value, label } of valuesOf(review, finding, field)) {
        const count = (counts[field].get(value)?.count ?? 0) + 1;
        counts[field].set(value, { value, label, count });
      }
  const { severity, verdict, year, document, ...rest } = counts;
  return {
    severity: inOrder(severity, Severity.options),
    verdict: inOrder(verdict, ['open', ...Verdict.options]),
    year: [...year.values()].sort((a, b) => (a.value < b.value ? 1 : -1)),
    document: inOrder(document, [...review.documents.keys()]),
    rule: mostFirst(rest.rule),
    area: mostFirst(rest.area),
    department: mostFirst(rest.department),
  };
}

const inOrder = (choices: ReadonlyMap<string, Choice>, order: readonly string[]): Choice[] =>
  order.flatMap((value) => choices.get(value) ?? []);

const mostFirst = (choices: ReadonlyMap<string, Choice>): Choice[] =>
  [...choices.values()].sort((a, b) => b.count - a.count);

const ruleTitles = new Map(describedRules.map(({ slug, title }) => [slug, title]));

type Value = Pick<Choice, 'value' | 'label'>;

/** What a finding has in a field. A muted one is not open. */
function valuesOf(review: ReviewFolder, finding: IndexedFinding, field: Field): readonly Value[] {
  const { rule, severity, documentIds, departments } = finding;
  const own = documentIds.flatMap((id) => review.documents.get(id) ?? []);
  switch (field) {
    case 'severity':
      return [{ value: severity, label: severity }];
    case 'rule':
      return [{ value: rule, label: ruleTitles.get(rule) ?? rule }];
    case 'area':
      return distinct(
        own.flatMap(({ refArea }) => refArea ?? []).map(({ code, name }) => ({ value: code, label: name })),
      );
    case 'year':
      return distinct(
        own
          .flatMap(({ reportPeriod }) => reportPeriod ?? [])
          .map(({ start, label }) => ({ value: start.slice(0, 4), label })),
      );
    case 'department':
      return departments.map((name) => ({ value: name, label: name }));
    case 'document':
      return own.map(({ id, title }) => ({ value: id, label: title === '' ? id : title }));
    case 'verdict': {
      const verdict = review.decisions.verdictOf(finding);
      if (verdict === null)
        return review.decisions.isMuted(finding) ? [] : [{ value: 'open', label: 'open' }];
      return [{ value: verdict, label: verdict }];
    }
  }
}

function distinct(values: readonly Value[]): readonly Value[] {
  return values.filter(({ value }, at) => values.findIndex((other) => other.value === value) === at);
}
