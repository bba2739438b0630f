import type { Observation } from '../model/index.ts';
import type { ReportView } from './report-view.ts';
import type { Found, RuleResult } from './rule.ts';

/** Amounts this close, of this many digits, are one amount: chance would need some 100,000 pairs. */
const CLOSE = 2e-5;
const LEAST_DIGITS = 5;

const digitsOf = (observation: Observation): number => observation.raw.replace(/[^0-9]/gu, '').length;

/**
 * The same money told in two sheets with a slightly different amount.
 *
 *     決算額 その他    237,030 千円   (sheet on the finances)
 *     決算額 一般財源  237,028 千円   (sheet on the donations)
 *                          ^^
 */
export function moneyTwice(view: ReportView): RuleResult {
  const amounts = view.observations.filter((observation) => isAmount(observation, view));
  const years = Map.groupBy(amounts, ({ measure, timePeriod }) => `${measure} ${timePeriod?.end}`);
  const found: Found[] = [];
  for (const year of years.values()) {
    const sorted = year.toSorted((a, b) => a.value! - b.value!);
    const told = new Set<string>();
    for (const [i, own] of sorted.entries()) {
      const next = sorted[i + 1];
      if (next === undefined || next.value === own.value || next.value! - own.value! > CLOSE * next.value!)
        continue;
      if (sheetOf(own) === sheetOf(next) || told.has(own.raw)) continue;
      told.add(next.raw);
      found.push(foundOf(own, next));
    }
  }
  return { checked: amounts.length, found };
}

function isAmount(observation: Observation, view: ReportView): boolean {
  const { measure, kind, unit, value, recordId } = observation;
  return (
    (measure === 'settlement' || measure === 'budget') &&
    kind === 'quantity' &&
    unit === '円' &&
    (value ?? 0) > 0 &&
    digitsOf(observation) >= LEAST_DIGITS &&
    view.recordsById.get(recordId)?.type === 'statistics'
  );
}

const sheetOf = ({ path }: Observation): string => path.slice(0, 3).join('\u001f');

function foundOf(a: Observation, b: Observation): Found {
  const year = a.timePeriod?.label ?? '';
  const sheets = [a, b].map(({ path }) => path.at(-2) ?? path.at(-1) ?? '');
  return {
    severity: 'warning',
    confidence: 0.5,
    message: {
      ja: `同じ額と思われる${year}の金額が二つの票で少し違います: ${a.raw}（${sheets[0]}、${a.indicator}）と ${b.raw}（${sheets[1]}、${b.indicator}）`,
      en: `What seems to be one amount (${year}) differs slightly in two sheets: ${a.raw} (${sheets[0]}, ${a.indicator}) and ${b.raw} (${sheets[1]}, ${b.indicator}).`,
    },
    observations: [a, b],
    evidence: { [`${sheets[0]} ${a.indicator}`]: a.raw, [`${sheets[1]} ${b.indicator}`]: b.raw },
    compared: [year, a.raw, b.raw, a.indicator, b.indicator],
  };
}
