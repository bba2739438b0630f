import { z } from 'zod';
import { Measure, type Period } from '../model/index.ts';
import words from './words.json' with { type: 'json' };

/** What a column, or the cell right of a label, is for when it holds no measured value. */
export const Role = z.enum([
  'indicator',
  'activity',
  'department',
  'assessment',
  'unit',
  'period',
  'item',
  'entry',
  'goal',
  'name',
  'number',
  'measureName',
  'text',
  'thing',
  'part',
  'total',
]);
export type Role = z.infer<typeof Role>;

/** What the cell right of (or below) a form's label is for. */
export const LabelUse = z.enum([
  'department',
  'overview',
  'activities',
  'direction',
  'resources',
  'finance',
  'staff',
  'links',
  'unit',
  'text',
]);
export type LabelUse = z.infer<typeof LabelUse>;

export const HeadingLevel = z.enum(['goal', 'measure', 'project']);
export type HeadingLevel = z.infer<typeof HeadingLevel>;

const Terms = z.array(z.string().min(1));

/**
 * Words a data team adds without code, by meaning:
 * `{ "measures": { "actual": ["到達値"] }, "roles": { "department": ["主担当"] } }`.
 */
export const VocabularyAdditions = z.strictObject({
  measures: z.partialRecord(Measure, Terms).optional(),
  roles: z.partialRecord(Role, Terms).optional(),
  labels: z.partialRecord(LabelUse, Terms).optional(),
  headings: z.partialRecord(HeadingLevel, Terms).optional(),
  statuses: Terms.optional(),
});
export type VocabularyAdditions = z.infer<typeof VocabularyAdditions>;

/** The words of reports by meaning, folded for look-up; see words.json. */
export interface Vocabulary {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly labels: ReadonlyMap<string, LabelUse>;
  /** labels that say what a sheet or row is about, with their rank (small is outer) */
  readonly identities: ReadonlyMap<string, number>;
  readonly headings: ReadonlyMap<string, HeadingLevel>;
  readonly statuses: ReadonlySet<string>;
  /** words before figures that name nothing: 数値 */
  readonly nameless: ReadonlySet<string>;
  /** words of measures that never name what is measured: 目標値, 実績 */
  readonly plainMeasures: ReadonlySet<string>;
  readonly directions: ReadonlySet<string>;
  readonly titles: readonly string[];
  readonly keep: readonly string[];
  readonly particles: readonly string[];
  /** how many years from the report's own: 前年度 is -1 */
  readonly yearsFromReport: ReadonlyMap<string, number>;
  /** headers of the years in which one measure was, or is to be, taken: 目標年度 */
  readonly yearsOfMeasures: ReadonlyMap<string, Measure>;
  /** the era a bare 5年度 counts in, where the report names one */
  readonly era: string | null;
  /** the fiscal year the report is of, where it says so: 今年度 */
  readonly year: Period | null;
}

/** Folds a header word for look-up: NFKC, no white space, no middle dots, one kind of bracket. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·・‧･/]+/gu, '')
    .replace(/[[{〔【「『〈《<]/gu, '(')
    .replace(/[\]}〕】」』〉》>]/gu, ')')
    .toLowerCase();
}

function index<V extends string>(
  base: { [key: string]: readonly string[] },
  more: { readonly [key: string]: readonly string[] | undefined } | undefined,
  check: z.ZodType<V>,
): Map<string, V> {
  const found = new Map<string, V>();
  for (const source of [base, more ?? {}]) {
    for (const [meaning, terms] of Object.entries(source)) {
      for (const term of terms ?? []) found.set(headerKey(term), check.parse(meaning));
    }
  }
  return found;
}

/** Builds the vocabulary: the words that ship with jisseki and a data team's own, which win. */
export function createVocabulary(additions: VocabularyAdditions = {}): Vocabulary {
  const identities = new Map<string, number>();
  for (const [rank, terms] of Object.entries(words.identities)) {
    for (const term of terms) {
      const key = headerKey(term);
      if (!identities.has(key)) identities.set(key, Number(rank));
    }
  }
  const measures = index(words.measures, additions.measures, Measure);
  const roles = index(words.roles, additions.roles, Role);
  for (const term of Object.values(additions.roles ?? {}).flat()) measures.delete(headerKey(term));
  for (const term of Object.values(additions.measures ?? {}).flat()) roles.delete(headerKey(term));
  return {
    measures,
    roles,
    labels: index(words.labels, additions.labels, LabelUse),
    identities,
    headings: index(words.headings, additions.headings, HeadingLevel),
    statuses: new Set([...words.statuses, ...(additions.statuses ?? [])].map(headerKey)),
    nameless: new Set(words.nameless.map(headerKey)),
    plainMeasures: new Set(words.plainMeasures.map(headerKey)),
    directions: new Set(words.directions.map(headerKey)),
    titles: words.titles,
    keep: words.keep,
    particles: words.headerParticles,
    yearsFromReport: new Map(
      Object.entries(words.yearsFromReport).flatMap(([years, terms]) =>
        terms.map((term): [string, number] => [headerKey(term), Number(years)]),
      ),
    ),
    yearsOfMeasures: index(words.yearsOfMeasures, undefined, Measure),
    era: null,
    year: null,
  };
}

/** The same words for a report of an era and a fiscal year. */
export const inEra = (
  vocabulary: Vocabulary,
  era: string | null,
  year: Period | null = null,
): Vocabulary => ({ ...vocabulary, era, year });
