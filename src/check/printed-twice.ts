import type { Observation } from '../model/index.ts';
import type { ReportView } from './report-view.ts';
import type { Found, RuleResult } from './rule.ts';

/** How many cells two lines must share in print before a cell in which they differ is a slip. */
const LEAST_SHARED = 3;
const MOST_LINES = 12;

/**
 * Lines of plain tables that are printed twice and differ in a cell.
 *
 *     summary   人口  304,831  305,214  305,549
 *     annex     人口  304,831  305,214  305,594
 *                                         ^^^^^ the other cells are the same
 */
export function printedTwice(view: ReportView): RuleResult {
  const lines = new Map<string, Map<string, Observation>>();
  const families = new Map<string, string[]>();
  for (const observation of view.observations) {
    const { recordId, indicator, indicatorKey, kind, measure, timePeriod, provenance } = observation;
    if (kind !== 'quantity' || view.recordsById.get(recordId)?.type !== 'statistics') continue;
    const name = view.recordsById.get(recordId)?.name ?? '';
    const line = `${provenance.table} ${recordId} ${indicator}`;
    const known = lines.get(line);
    const slot = `${measure} ${timePeriod?.start ?? ''}/${timePeriod?.end ?? provenance.headers.join('>')}`;
    if (known !== undefined) {
      known.set(slot, observation);
      continue;
    }
    lines.set(line, new Map([[slot, observation]]));
    const family = `${indicatorKey} ${name}`;
    families.set(family, [...(families.get(family) ?? []).slice(0, MOST_LINES - 1), line]);
  }
  let checked = 0;
  const found: Found[] = [];
  for (const family of families.values()) {
    for (const [i, later] of family.entries()) {
      const b = lines.get(later)!;
      for (const earlier of family.slice(0, i)) {
        const a = lines.get(earlier)!;
        const shared = [...b].flatMap(([slot, own]) => (a.has(slot) ? [[a.get(slot)!, own] as const] : []));
        const equal = shared.filter(([x, y]) => x.value === y.value && x.value !== 0);
        const different = shared.filter(([x, y]) => x.value !== y.value);
        const isSame = new Set(equal.map(([x]) => x.value)).size >= LEAST_SHARED;
        if (!isSame) continue;
        checked += shared.length;
        if (different.length > 0 && different.length * 2 < equal.length)
          found.push(foundOf(different, equal.length));
      }
    }
  }
  return { checked, found };
}

function foundOf(different: readonly (readonly [Observation, Observation])[], equal: number): Found {
  const [first] = different[0]!;
  const told = different.map(([a, b]) => `${a.timePeriod?.label ?? ''} ${a.raw} / ${b.raw}`.trim());
  return {
    severity: 'warning',
    confidence: 0.85,
    message: {
      ja: `二か所に載る「${first.indicator}」は${equal}個の値が同じですが、次が違います: ${told.join('、')}`,
      en: `"${first.indicator}" is printed twice with ${equal} equal values, but differs in: ${told.join(', ')}.`,
    },
    observations: different.flatMap(([a, b]) => [b, a]),
    evidence: Object.fromEntries(
      different.flatMap(([a, b], i) => [
        [`earlier ${i + 1}`, a.raw],
        [`later ${i + 1}`, b.raw],
      ]),
    ),
    compared: [first.indicator, told],
  };
}
