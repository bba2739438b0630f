import type { Observation } from '../model/index.ts';
import { inBoth } from './in-both.ts';
import type { ReportView, Row } from './report-view.ts';
import type { Found } from './rule.ts';
import { compareUnits } from './unit-kinds.ts';

/**
 * One indicator in two rows of a report, once in another unit, or in thousands without saying so.
 *
 *     企業版ふるさと納税を活用した寄附件数 | 8者 | 10者 | 10者      財政調整基金保有額 | 9.5億円
 *     企業版ふるさと納税を活用した寄附件数 | 8件 | 10件 | 10件      財政調整基金保有額 | 950,000
 *                                            ^^ 者 or 件?                                ^^^^^^^ 千円, unsaid
 */
export function otherUnitElsewhere(view: ReportView): Found[] {
  const tables = tablesWithUnits(view);
  const byKey = Map.groupBy(view.rows, ({ key }) => key);
  return [...byKey].flatMap(([key, rows]) => {
    if (key === '' || rows.length < 2) return [];
    const model = rows.find((row) => unitOf(row) !== null);
    if (model === undefined) return [];
    return rows.flatMap((row) => (row === model ? [] : (against(row, model, rows, tables) ?? [])));
  });
}

/** Tables in which some number has a unit: a number without one has lost it there. */
const tablesWithUnits = (view: ReportView): Tables =>
  new Set(view.observations.flatMap(({ unit, provenance }) => (unit === null ? [] : [provenance.table])));

type Tables = ReadonlySet<number | null>;

const quantities = ({ baseline, targets, actuals }: Row): Observation[] =>
  [...(baseline === null ? [] : [baseline]), ...targets, ...actuals].filter(
    ({ kind }) => kind === 'quantity',
  );

function unitOf(row: Row): string | null {
  const numbers = quantities(row);
  return numbers.find(({ measure }) => measure === 'actual')?.unit ?? numbers[0]?.unit ?? null;
}

/** Two rows are the same thing where half of their results or more agree, and two at least. */
const SHARE_THAT_AGREES = 0.5;
const LEAST_AGREEING = 2;
const POWERS = [3, 4, 6, 8];
/** As powers of ten: the same digits, and values a plan may have changed since. */
const SAME_RATIO = 0.001;
const NEAR_RATIO = 0.4;

function against(row: Row, model: Row, all: readonly Row[], tables: Tables): Found | null {
  const [own, usual] = [unitOf(row), unitOf(model)];
  if (usual === null) return null;
  if (own === null) return inThousands(row, all) ?? withoutUnit(row, all, tables);
  if (compareUnits(own, usual) !== 'different') return null;
  const pairs = row.actuals.flatMap((actual) => {
    const other = model.actuals.find(({ timePeriod }) => timePeriod?.end === actual.timePeriod?.end);
    return other === undefined || actual.value === null || other.value === null
      ? []
      : [[actual, other] as const];
  });
  const equal = pairs.filter(([a, b]) => a.value === b.value);
  const [first] = equal.filter(([a]) => a.value !== 0);
  if (first === undefined || equal.length < LEAST_AGREEING || equal.length < pairs.length * SHARE_THAT_AGREES)
    return null;
  const [suspect, other] = first;
  return {
    severity: 'warning',
    confidence: 0.8,
    message: {
      ja: `「${row.indicator}」の単位が箇所によって違います：${suspect.raw} と ${other.raw}。`,
      en: `"${row.indicator}" stands in two units: ${suspect.raw} here, ${other.raw} elsewhere.`,
    },
    observations: [suspect, other],
    evidence: { printed: suspect.raw, elsewhere: other.raw },
    compared: [row.indicator, suspect.raw, other.raw],
  };
}

interface Pair {
  readonly each: Observation;
  readonly other: Observation;
}

/** The numbers of a row beside those of the same year that have a unit elsewhere; noughts say nothing. */
function pairsOf(row: Row, all: readonly Row[]): Pair[] {
  const elsewhere = new Map<string, Observation>();
  for (const other of all) {
    for (const each of quantities(other)) if (each.unit !== null) elsewhere.set(placeOf(each), each);
  }
  return quantities(row).flatMap((each) => {
    const other = elsewhere.get(placeOf(each));
    return other === undefined || each.value === null || each.value === 0 ? [] : [{ each, other }];
  });
}

/** The same numbers, but for the unit, in a table whose other numbers have theirs. */
function withoutUnit(row: Row, all: readonly Row[], tables: Tables): Found | null {
  const pairs = pairsOf(row, all);
  const [first] = pairs;
  const isSame = pairs.every(({ each, other }) => each.value === other.value);
  if (first === undefined || !isSame || pairs.length < LEAST_AGREEING) return null;
  const { each, other } = first;
  if (other.unit === '%' || !tables.has(each.provenance.table)) return null;
  return {
    severity: 'warning',
    confidence: 0.6,
    message: {
      ja: `「${row.indicator}」の ${each.raw} に単位がありません。別の箇所では ${other.raw} です。`,
      en: `${each.raw} of "${row.indicator}" has no unit; elsewhere it is ${other.raw}.`,
    },
    observations: [each, ...pairs.slice(1).map((pair) => pair.each), other],
    evidence: { printed: each.raw, elsewhere: other.raw },
    compared: [row.indicator, each.raw, other.raw],
  };
}

/** A row without units whose numbers are a thousandth of the same numbers elsewhere. */
function inThousands(row: Row, all: readonly Row[]): Found | null {
  const pairs = pairsOf(row, all);
  const ratios = pairs.map(({ each, other }) => Math.log10((other.value ?? 0) / (each.value ?? 1)));
  const power = POWERS.find(
    (candidate) =>
      ratios.some((ratio) => Math.abs(ratio - candidate) < SAME_RATIO) &&
      ratios.every((ratio) => Math.abs(ratio - candidate) < NEAR_RATIO),
  );
  const first = pairs.find((_, i) => Math.abs((ratios[i] ?? 0) - (power ?? 0)) < SAME_RATIO);
  if (first === undefined || power === undefined) return null;
  const { each, other } = first;
  return {
    severity: 'warning',
    confidence: 0.8,
    message: {
      ja: `「${row.indicator}」の ${each.raw} に単位がありません。別の箇所の ${other.raw} の${10 ** power}分の1の数字です。`,
      en: `${each.raw} of "${row.indicator}" has no unit; it is a ${10 ** power}th of ${other.raw} elsewhere.`,
    },
    observations: [each, ...pairs.flatMap((pair) => (pair.each === each ? [] : [pair.each])), other],
    evidence: { printed: each.raw, elsewhere: other.raw, factor: 10 ** power },
    suggestion: {
      observationId: each.id,
      field: 'value',
      from: each.value,
      to: Number(((each.value ?? 0) * 10 ** power).toPrecision(15)),
      explains: inBoth({ ja: `ほかでは ${other.raw}`, en: `${other.raw} elsewhere` }),
    },
    compared: [row.indicator, each.raw, other.raw],
  };
}

const placeOf = ({ measure, timePeriod }: Observation): string => `${measure} ${timePeriod?.end ?? ''}`;
