import type { Observation } from '../../model/index.ts';
import { layoutDoubts } from '../layout-doubts.ts';
import type { Found, Rule } from '../rule.ts';
import { isUncertain } from '../uncertain.ts';

/**
 * Cells read too uncertainly to be trusted: characters a scan shows badly, or a layout that could be meant otherwise.
 *
 * A person should look because what follows from such a number (a sum, a rate) follows from a guess. One finding a row. A
 * row whose cells were moved is told by shifted-row, and not here again. What laying out a page was not sure of is told too.
 *
 *     scan   実績値  1?8人   confidence 0.41
 *                    ^
 */
export const lowConfidence: Rule = {
  slug: 'low-confidence',
  title: { ja: '確かでない読み取り', en: 'An uncertain reading' },
  subject: 'cells',
  needs: { ja: '読み取った値', en: 'values that were read' },
  severity: 'warning',
  check: (view) => {
    const { observations, slips } = view;
    const moved = new Set(slips.flatMap(({ observationIds }) => observationIds));
    const uncertain = observations.filter((each) => isUncertain(each) && !moved.has(each.id));
    const rows = Map.groupBy(uncertain, ({ recordId, provenance: { page, table, row } }) =>
      JSON.stringify([recordId, page, table, row]),
    );
    return {
      checked: observations.length,
      found: [...[...rows.values()].map(foundOf), ...layoutDoubts(view)],
    };
  },
};

function foundOf(row: readonly Observation[]): Found {
  const cells = row.toSorted((a, b) => a.provenance.confidence - b.provenance.confidence);
  const least = cells[0]!;
  const told = cells.map(({ raw }) => raw.trim()).join('、');
  const share = Math.round(least.provenance.confidence * 100);
  return {
    severity: 'warning',
    confidence: 1 - least.provenance.confidence,
    message: {
      ja: `「${least.indicator}」の読み取りが確かではありません（確からしさ ${share}%）: ${told}`,
      en: `The reading of "${least.indicator}" is uncertain (confidence ${share}%): ${told}.`,
    },
    observations: cells,
    evidence: Object.fromEntries(
      cells.map(({ raw, provenance }, i) => [`${i + 1} ${raw}`, provenance.confidence]),
    ),
    compared: [least.indicator, told],
  };
}
