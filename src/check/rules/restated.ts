import { type Telling, tellingsOf } from '../area-things.ts';
import { agreementsOf, type Conflict, conflictsOf } from '../conflicts.ts';
import words from '../measure-words.json' with { type: 'json' };
import type { AreaRule, Found } from '../rule.ts';

/**
 * This year's report gives another value for a past year than last year's did, or another baseline or target.
 *
 * A person should look because a result once reported does not change by itself: it was corrected, counted anew, or
 * mistyped, and the report should say which. A figure marked provisional or estimated may change and is only noted.
 *
 *     報告 R4   相談件数  R3 8件  R4 57件
 *     報告 R5   相談件数  R3 8件  R4 47件  R5 49件
 *                                    ^^
 */
export const restated: AreaRule = {
  slug: 'restated',
  title: { ja: '過年度の値の変更', en: 'A past value restated' },
  subject: 'figures',
  needs: { ja: '同じ団体の年度の違う二つ以上の報告', en: 'reports of one municipality on different years' },
  severity: 'warning',
  check: (views) => {
    let checked = 0;
    const found: Found[] = [];
    for (const tellings of tellingsOf(views).values()) {
      // several reports may be on one year: each compares with the last report on an earlier one
      let before: Telling | null = null;
      let current: Telling | null = null;
      for (const telling of tellings) {
        if (current !== null && isLater(telling, current)) before = current;
        current = telling;
        if (before === null || !isLater(telling, before)) continue;
        const result = compareReports(before, telling);
        checked += result.checked;
        found.push(...result.found);
      }
    }
    return { checked, found };
  },
};

const endOf = ({ view }: Telling): string => view.document.reportPeriod?.end ?? '';
const isLater = (a: Telling, b: Telling): boolean => endOf(a) > endOf(b) && endOf(b) !== '';

function compareReports(earlier: Telling, later: Telling): { checked: number; found: Found[] } {
  const last = endOf(earlier);
  const told = new Set(earlier.claims.map(({ measure, period }) => `${measure} ${period}`));
  const claims = [...earlier.claims, ...later.claims];
  // targets and baselines belong to a plan: they compare only where the results show it is the same one
  const isSamePlan = agreementsOf(claims.filter(({ measure }) => measure === 'actual')) > 0;
  const comparable = claims.filter(({ measure, period }) => {
    if (!told.has(`${measure} ${period}`) || measure === 'rating') return false;
    if (measure === 'target' || measure === 'baseline') return isSamePlan;
    return period !== 'headline' && period.slice(-10) <= last;
  });
  const conflicts = conflictsOf(comparable).filter(({ how }) => how === 'different');
  const byMeasure = Map.groupBy(conflicts, ({ measure }) => measure);
  return {
    checked:
      comparable.length - new Set(comparable.map(({ measure, period }) => `${measure} ${period}`)).size,
    found: [...byMeasure.values()].map((own) => foundOf(own, earlier, later)),
  };
}

function foundOf(conflicts: readonly Conflict[], earlier: Telling, later: Telling): Found {
  const { measure, groups } = conflicts[0]!;
  const name = groups[0]![0]!.row.indicator;
  const [ja, en] = words[measure];
  const years = [earlier, later].map(({ view }) => view.document.reportPeriod?.label ?? '');
  const cells = conflicts.map(({ label, groups: [old, now] }) => ({
    label,
    old: old![0]!.observation,
    now: now![0]!.observation,
  }));
  const told = cells.map(({ label, old, now }) => `${label} ${old.raw.trim()} → ${now.raw.trim()}`.trim());
  const wasOpen = cells.every(({ old }) => old.obsStatus === 'P' || old.obsStatus === 'E');
  return {
    severity: wasOpen ? 'info' : 'warning',
    confidence: 0.75,
    message: {
      ja: `「${name}」の${ja}が${years[0]}の報告から${years[1]}の報告で変わっています: ${told.join('、')}`,
      en: `The ${en} of "${name}" changed from the report of ${years[0]} to that of ${years[1]}: ${told.join(', ')}.`,
    },
    observations: cells.flatMap(({ old, now }) => [now, old]),
    evidence: Object.fromEntries(
      cells.flatMap(({ label, old, now }) => [
        [`${label} ${years[0]}`.trim(), old.raw],
        [`${label} ${years[1]}`.trim(), now.raw],
      ]),
    ),
    compared: [name, measure, told],
  };
}
