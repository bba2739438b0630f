import type { Observation } from '../../model/index.ts';
import { lostUnit, mixedMultiples } from '../lost-units.ts';
import type { Row } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';
import { otherUnitElsewhere } from '../unit-elsewhere.ts';
import { compareUnits, isRelative, nameVerdict } from '../unit-kinds.ts';

/**
 * Baseline, target and results of a row are in units that do not compare, or in one its name denies.
 *
 * A person should look because a rate over two different things says nothing: 9 cases are no part of 50 companies.
 *
 *     IT企業等の誘致及び企業創業 | 7件 | 50社 | 5件 | 9件
 *                                       ^^ the only one in 社
 */
export const unitMismatch: Rule = {
  slug: 'unit-mismatch',
  title: { ja: '比べられない単位', en: 'Units that do not compare' },
  subject: 'figures',
  needs: { ja: '単位のある値が二つ以上の行', en: 'a row with two values in units' },
  severity: 'warning',
  check: (view) => {
    const rows = view.rows
      .map((row) => ({ row, numbers: numbersOf(row) }))
      .filter(({ numbers }) => numbers.filter(({ unit }) => unit !== null).length > 1);
    return {
      checked: rows.length,
      found: [...rows.flatMap(({ row, numbers }) => ofRow(row, numbers)), ...otherUnitElsewhere(view)],
    };
  },
};

function numbersOf({ baseline, targets, actuals }: Row): Observation[] {
  const all = [...(baseline === null ? [] : [baseline]), ...targets, ...actuals];
  return all.filter((each) => each.kind === 'quantity' && !isRelative(each));
}

/** One finding a row: the gravest of what can be said of its units. */
function ofRow(row: Row, numbers: readonly Observation[]): Found[] {
  const [unlike, named] = [differing(row, numbers), unlikeName(row, numbers)];
  const found = named?.severity === 'warning' && unlike?.severity !== 'warning' ? named : (unlike ?? named);
  const lost = lostUnit(row, numbers) ?? mixedMultiples(row, numbers);
  return [...(found === null ? [] : [found]), ...(lost === null ? [] : [lost])];
}

/** The unit most of the row's numbers have; of two as frequent, that of the results. */
function usualUnit(numbers: readonly Observation[]): string | null {
  const counts = new Map<string, number>();
  for (const { unit, measure } of numbers) {
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + (measure === 'actual' ? 1.01 : 1));
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function differing(row: Row, numbers: readonly Observation[]): Found | null {
  const usual = usualUnit(numbers);
  if (usual === null) return null;
  const kinds = numbers.map((each) => ({
    each,
    is: each.unit === null ? 'same' : compareUnits(each.unit, usual),
  }));
  const odd = kinds.filter(({ is }) => is === 'different').map(({ each }) => each);
  const rates = kinds.filter(({ is }) => is === 'rate').map(({ each }) => each);
  const [suspect] = odd.length > 0 ? odd : rates;
  if (suspect === undefined) return null;
  const units = new Set(odd.map(({ unit }) => unit));
  const isExplained = row.observations.some(({ parts }) =>
    parts.some(({ unit }) => unit !== null && (unit === usual || units.has(unit)) && unit !== '%'),
  );
  const isGrave = odd.length > 0 && !isExplained;
  const rest = numbers.filter((each) => !odd.includes(each) && !rates.includes(each));
  const list = [...new Set(rest.map(({ raw }) => raw))].join('、');
  const ratio = odd.length > 0 && (usual === '%' || units.has('%'));
  return {
    severity: isGrave ? 'warning' : 'info',
    confidence: isGrave ? 0.85 : 0.6,
    message: {
      ja: `${row.indicator}の ${suspect.raw} は単位が「${suspect.unit}」ですが、他の値は「${usual}」です（${list}）。${ratio ? '数量と割合は比べられません。' : ''}`,
      en: `${suspect.raw} of ${row.indicator} is in ${suspect.unit} while the others are in ${usual} (${list})${ratio ? '; an amount and a percentage do not compare' : ''}.`,
    },
    observations: [suspect, ...(odd.length > 0 ? odd : rates).filter((each) => each !== suspect), ...rest],
    evidence: { printed: suspect.raw, unit: suspect.unit, usualUnit: usual, others: list },
    compared: [row.indicator, suspect.raw, list],
  };
}

function unlikeName(row: Row, numbers: readonly Observation[]): Found | null {
  const [suspect] = numbers.filter(({ unit }) => unit !== null).toSorted((a, b) => rank(b) - rank(a));
  const usual = usualUnit(numbers);
  const verdict = usual === null ? 'fits' : nameVerdict(row.indicator, usual);
  if (suspect === undefined || verdict === 'fits') return null;
  const isWrong = verdict === 'wrong';
  return {
    severity: isWrong ? 'warning' : 'info',
    confidence: isWrong ? 0.75 : 0.5,
    message: {
      ja: `「${row.indicator}」の値の単位が「${usual}」です（${suspect.raw}）。指標の名前と合いません。`,
      en: `The values of "${row.indicator}" are in ${usual} (${suspect.raw}), which its name does not say.`,
    },
    observations: [suspect, ...numbers.filter((each) => each !== suspect)],
    evidence: { indicator: row.indicator, printed: suspect.raw, unit: usual },
    compared: [row.indicator, usual],
  };
}

const rank = ({ measure, value }: Observation): number =>
  (measure === 'actual' ? 1 : 0) + (value === 0 ? 0 : 2);
