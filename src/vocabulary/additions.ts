import { Measure } from '../model/index.ts';
import { findPeriods } from '../normalize/index.ts';
import meanings from './meanings.json' with { type: 'json' };
import { LabelUse, Role, VocabularyAdditions } from './vocabulary.ts';

/** What a header may mean, with the words a person chooses by. */
export const headerMeanings: readonly { readonly key: string; readonly ja: string; readonly en: string }[] =
  Object.entries(meanings).map(([key, { ja, en }]) => ({ key, ja, en }));

/**
 * The words that teach a header its meaning, wherever the vocabulary knows it; null where it knows no such meaning. A
 * period in the header is left out, so that the header of the next year is taught with it.
 *
 *     R4たどり着いた値, actual  →  { measures: { actual: ["たどり着いた値"] } }
 */
export function wordsFor(header: string, meaning: string): VocabularyAdditions | null {
  const term = [withoutPeriods(header)];
  const measure = Measure.safeParse(meaning);
  if (measure.success) return { measures: { [measure.data]: term } };
  const role = Role.safeParse(meaning);
  const label = LabelUse.safeParse(meaning);
  if (!role.success && !label.success) return null;
  return {
    ...(role.success && { roles: { [role.data]: term } }),
    ...(label.success && { labels: { [label.data]: term } }),
  };
}

const BY_MEANING = ['measures', 'roles', 'labels', 'headings'] as const;
type Words = { readonly [meaning: string]: readonly string[] | undefined };

/** Both; a word that `newer` gives another meaning loses the one it had. */
export function joinAdditions(former: VocabularyAdditions, newer: VocabularyAdditions): VocabularyAdditions {
  const taught = new Set(BY_MEANING.flatMap((kind) => Object.values((newer[kind] ?? {}) as Words).flat()));
  const joined: { [kind: string]: unknown } = { ...former };
  for (const kind of BY_MEANING) {
    const words = new Map<string, string[]>();
    for (const [meaning, terms = []] of Object.entries((former[kind] ?? {}) as Words))
      words.set(
        meaning,
        terms.filter((term) => !taught.has(term)),
      );
    for (const [meaning, terms = []] of Object.entries((newer[kind] ?? {}) as Words))
      words.set(meaning, [...(words.get(meaning) ?? []), ...terms]);
    const kept = [...words].filter(([, terms]) => terms.length > 0);
    if (kept.length > 0) joined[kind] = Object.fromEntries(kept);
    else delete joined[kind];
  }
  const statuses = [...new Set([...(former.statuses ?? []), ...(newer.statuses ?? [])])];
  return VocabularyAdditions.parse(statuses.length === 0 ? joined : { ...joined, statuses });
}

function withoutPeriods(header: string): string {
  let text = header;
  for (const { start, end } of findPeriods(header).toReversed())
    text = text.slice(0, start) + text.slice(end);
  const bare = text.replace(/[（(]\s*[)）]/gu, '').trim();
  return bare === '' ? header : bare;
}
