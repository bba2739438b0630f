import { conflictFound } from '../conflict-found.ts';
import { agreementsOf, type Conflict, conflictsOf } from '../conflicts.ts';
import { bracketBehind } from '../join-key.ts';
import { printedTwice } from '../printed-twice.ts';
import type { Found, Rule } from '../rule.ts';
import { moneyTwice } from '../same-money.ts';
import { type Claim, claimsOfFamily, type Family, familiesOf, headlineYear } from '../same-things.ts';

/**
 * One indicator and period with two values within a report.
 *
 * A person should look because one of the two is wrong, and readers will quote either. Compared are a KPI and the
 * activity row that reports on it, an overview and its sheets, tables printed twice, and money told in two sheets.
 *
 *     成果指標   空き家バンク登録物件を購入した件数   R5 実績 0件
 *     個別シート 空き家バンク登録物件を購入した件数   R5 実績 2件
 *                                                           ^^^
 */
export const sameIndicator: Rule = {
  slug: 'same-indicator',
  title: { ja: '同じ指標の二つの値', en: 'One indicator, two values' },
  subject: 'figures',
  needs: {
    ja: '二か所以上に書かれた指標、または同じ団体の同じ年度の二つ以上の文書',
    en: 'an indicator told in two places, or two documents of one municipality on the same year',
  },
  severity: 'warning',
  check: (view) => {
    const year = headlineYear(view.rows);
    const families = familiesOf(view.rows).map((family) =>
      checkFamily(family, claimsOfFamily(family, view, year)),
    );
    const results = [...families, printedTwice(view), moneyTwice(view)];
    return {
      checked: results.reduce((sum, { checked }) => sum + checked, 0),
      found: results.flatMap(({ found }) => found),
    };
  },
};

/** Rows of the same name that agree on nothing are things of the same name: more rows than two, or more figures than this. */
const MOST_WITHOUT_AGREEMENT = 2;

/** ②確保方策 stands under every service of a plan: what many rows share by chance does not make them one thing. */
function areNamesakes({ rows }: Family, conflicts: readonly Conflict[], agreements: number): boolean {
  const isMany = rows.length > MOST_WITHOUT_AGREEMENT;
  if (agreements === 0 && (isMany || conflicts.length > MOST_WITHOUT_AGREEMENT)) return true;
  if (isMany) return conflicts.length > agreements && conflicts.every(({ groups }) => groups.length > 2);
  const brackets = new Set(rows.flatMap(({ indicator }) => bracketBehind(indicator) ?? []));
  return agreements === 0 && brackets.size > 1;
}

function checkFamily(family: Family, claims: readonly Claim[]): { checked: number; found: Found[] } {
  const slots = Map.groupBy(claims, ({ measure, period }) => `${measure} ${period}`);
  const checked = [...slots.values()].filter((slot) => slot.length > 1).length;
  if (checked === 0) return { checked, found: [] };
  const conflicts = conflictsOf(claims)
    .filter((conflict) => !isYearlyShare(conflict))
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const agreements = agreementsOf(claims);
  if (conflicts.length === 0 || areNamesakes(family, conflicts, agreements)) return { checked, found: [] };
  const byRows = Map.groupBy(conflicts, ({ measure, how, groups }) =>
    JSON.stringify([measure, how, groups.slice(how === 'unitMissing' ? 1 : 0).map(recordsOf)]),
  );
  return { checked, found: [...byRows.values()].map((group) => conflictFound(group, agreements)) };
}

/** 計3地域 for the last year beside 2地域, 0地域 and 1地域 by year: the headline is their sum. */
function isYearlyShare({ measure, groups }: Conflict): boolean {
  const [row, ...others] = new Set(groups.flat().map((claim) => claim.row));
  if (measure !== 'target' || row === undefined || others.length > 0) return false;
  const byYear = new Map(row.targets.map((target) => [target.timePeriod?.end, target.value ?? 0]));
  const sum = [...byYear.values()].reduce((total, value) => total + value, 0);
  const revised = row.targets.filter(({ note }) => note !== null).length > 0;
  return revised || groups.flat().some(({ observation }) => observation.value === sum);
}

const recordsOf = (group: readonly Claim[]): string[] => [...new Set(group.map(({ row }) => row.record.id))];
