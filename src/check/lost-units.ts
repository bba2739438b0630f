import type { Observation } from '../model/index.ts';
import { inBoth } from './in-both.ts';
import type { Row } from './report-view.ts';
import type { Found } from './rule.ts';
import { compareUnits, isMixable } from './unit-kinds.ts';

const LEAST_OTHERS = 2;

/** One number without its unit where all others of the row have theirs. */
export function lostUnit(row: Row, numbers: readonly Observation[]): Found | null {
  const bare = numbers.filter(({ unit }) => unit === null);
  const others = numbers.filter(({ unit }) => unit !== null);
  const [suspect] = bare;
  const units = new Set(others.map(({ unit }) => unit));
  if (suspect === undefined || bare.length > 1 || others.length < LEAST_OTHERS || units.size > 1) return null;
  const usual = others[0]?.unit ?? '';
  const list = others.map(({ raw }) => raw).join('、');
  return {
    severity: 'warning',
    confidence: 0.7,
    message: {
      ja: `${row.indicator}の ${suspect.raw} だけ単位がありません。他の値は「${usual}」です（${list}）。`,
      en: `${suspect.raw} of ${row.indicator} alone has no unit; the others are in ${usual} (${list}).`,
    },
    observations: [suspect, ...others],
    evidence: { printed: suspect.raw, usualUnit: usual, others: list },
    suggestion: {
      observationId: suspect.id,
      field: 'unit',
      from: null,
      to: usual,
      explains: inBoth({ ja: `${list} の単位`, en: `the unit of ${list}` }),
    },
    compared: [row.indicator, suspect.raw, list],
  };
}

/** 0万人 beside 1,100人: the same unit, once in ten thousands. */
export function mixedMultiples(row: Row, numbers: readonly Observation[]): Found | null {
  const inResults = row.actuals.filter((each) => numbers.includes(each));
  const isMixed = (list: readonly Observation[]): boolean =>
    list.some(({ multiplier }) => multiplier > 0) && list.some(({ multiplier }) => multiplier === 0);
  if (!isMixed(numbers)) return null;
  const [large, small] = [
    numbers.find(({ multiplier }) => multiplier > 0),
    numbers.find(({ multiplier }) => multiplier === 0),
  ];
  if (
    large === undefined ||
    small === undefined ||
    compareUnits(large.unit ?? '', small.unit ?? '') !== 'same'
  )
    return null;
  const isGrave = isMixed(inResults) && isMixable(large.unit);
  const suspect = inResults.find(({ multiplier }) => multiplier > 0) ?? large;
  return {
    severity: isGrave ? 'warning' : 'info',
    confidence: isGrave ? 0.7 : 0.5,
    message: {
      ja: `${row.indicator}の行で、${suspect.raw} と ${small.raw} が混ざっています。桁の単位をそろえないと比べられません。`,
      en: `The row of ${row.indicator} mixes ${suspect.raw} and ${small.raw}: multiples of different size.`,
    },
    observations: [suspect, ...numbers.filter((each) => each !== suspect)],
    evidence: { printed: suspect.raw, beside: small.raw },
    compared: [row.indicator, suspect.raw, small.raw],
  };
}
