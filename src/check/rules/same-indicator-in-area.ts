import { type Telling, tellingsOf } from '../area-things.ts';
import { type Conflict, conflictsOf } from '../conflicts.ts';
import type { AreaRule, Found } from '../rule.ts';
import type { Claim } from '../same-things.ts';

/**
 * One indicator and year with two values in two documents of one municipality that report on the same year.
 *
 * A person should look because both documents are public and one of them is wrong, or they count different things under
 * one name. Targets and baselines belong to a plan each and are not compared here.
 *
 *     progress report   年間宿泊客数  R5  155,424人
 *     sheets            年間宿泊客数  R5  145,515人
 *                                         ^^^^^^^^^
 */
export const sameIndicatorInArea: AreaRule = {
  slug: 'same-indicator',
  comparison: 'same-indicator-in-area',
  title: { ja: '同じ指標の二つの値', en: 'One indicator, two values' },
  subject: 'figures',
  needs: {
    ja: '同じ団体の同じ年度の二つ以上の文書',
    en: 'two documents of one municipality on the same year',
  },
  severity: 'warning',
  check: (views) => {
    let checked = 0;
    const found: Found[] = [];
    for (const tellings of tellingsOf(views).values()) {
      for (const same of Map.groupBy(tellings, ({ view }) => view.document.reportPeriod?.end).values()) {
        if (same.length < 2) continue;
        const claims = same.flatMap(resultsOf);
        checked += claims.length;
        const conflicts = conflictsOf(claims).filter(
          ({ how, groups }) => how === 'different' && isOneThing(groups),
        );
        if (conflicts.length > 0) found.push(foundOf(conflicts, same));
      }
    }
    return { checked, found };
  },
};

/** Three documents with three values: each speaks of its own thing under a common name. */
function isOneThing(groups: Conflict['groups']): boolean {
  return groups.length < 3 || groups.some((group) => group.length > 1);
}

const RESULTS = new Set<Claim['measure']>(['actual', 'value', 'change', 'settlement']);

function resultsOf({ claims }: Telling): Claim[] {
  return claims.filter(({ measure, period }) => RESULTS.has(measure) && period !== 'headline');
}

function foundOf(conflicts: readonly Conflict[], tellings: readonly Telling[]): Found {
  const titles = new Map(
    tellings.map(({ view: { document } }) => [document.id, document.title || document.id]),
  );
  const titleOf = (claim: Claim): string => titles.get(claim.observation.documentId) ?? '';
  const name = conflicts[0]!.groups[0]![0]!.row.indicator;
  const told = conflicts.map(({ label, groups }) => ({
    label,
    cells: groups.map((group) => ({ raw: group[0]!.observation.raw.trim(), title: titleOf(group[0]!) })),
  }));
  const ja = told.map(
    ({ label, cells }) => `${label} ${cells.map(({ raw, title }) => `${raw}（${title}）`).join(' / ')}`,
  );
  const en = told.map(
    ({ label, cells }) => `${label} ${cells.map(({ raw, title }) => `${raw} (${title})`).join(' / ')}`,
  );
  return {
    severity: 'warning',
    confidence: 0.7,
    message: {
      ja: `「${name}」の値が文書によって違います: ${ja.join('、')}`,
      en: `"${name}" differs between documents: ${en.join(', ')}.`,
    },
    observations: conflicts.flatMap(({ groups }) =>
      [...groups].reverse().map((group) => group[0]!.observation),
    ),
    evidence: Object.fromEntries(
      told.flatMap(({ label, cells }) => cells.map(({ raw, title }) => [`${label} ${title}`, raw])),
    ),
    compared: [name, told],
  };
}
