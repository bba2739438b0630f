import type { Observation } from '../../model/index.ts';
import { foldText } from '../../normalize/index.ts';
import { addedUpRates } from '../added-rates.ts';
import words from '../cumulative-words.json' with { type: 'json' };
import { mixedTotals } from '../mixed-totals.ts';
import type { Row } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * A running total that falls, a total printed where a year's figure belongs, a monthly figure added up over years.
 *
 * A person should look because totals cannot fall, and because yearly figures beside running totals give rates that grow
 * with every year or melt away.
 *
 *     ICT等を活用した事業累計件数 | 10件 | 14件 | 12件
 *                                                ^^^^ fewer than the year before
 */
export const cumulativeSeries: Rule = {
  slug: 'cumulative-series',
  title: { ja: '累計の食い違い', en: 'Running totals that do not run' },
  subject: 'figures',
  needs: { ja: '累計の指標、または三年以上の実績', en: 'a running total, or results of three years or more' },
  severity: 'error',
  check: ({ rows }) => {
    const series = rows.filter((row) => declared(row) !== null || quantities(row.actuals).length > 2);
    return {
      checked: series.length,
      found: series.flatMap((row) => [...falling(row), ...mixedTotals(row), ...addedUpRates(row)]),
    };
  },
};

const quantities = (list: readonly Observation[]): Observation[] =>
  list.filter(({ kind, value }) => kind === 'quantity' && value !== null);

/** 累計12件; 延べ12人 counts the visits of one year. */
const isTotal = ({ qualifiers, raw }: Observation): boolean =>
  qualifiers.aggregate === 'cumulative' && !words.perYear.some((word) => raw.includes(word));

/** Who says that the row is a running total: its name, its results, or only its target. */
function declared({ indicator, actuals, targets }: Row): 'name' | 'target' | null {
  const name = foldText(indicator);
  if (words.cumulative.some((word) => name.includes(word))) return 'name';
  if (actuals.some(isTotal)) return 'name';
  const values = quantities(targets).map(({ value }) => value ?? 0);
  const isRising = values.length > 2 && values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0));
  return isRising && targets.some(({ qualifiers }) => qualifiers.aggregate === 'cumulative')
    ? 'target'
    : null;
}

function falling(row: Row): Found[] {
  const who = declared(row);
  if (who === null) return [];
  const lists = [quantities(row.actuals), quantities(row.targets)];
  // a target of its own without a year closes the plan
  return lists.flatMap((list) => list.slice(1).flatMap((each, i) => fallOf(row, list[i], each, who)));
}

function fallOf(
  { indicator, observations }: Row,
  before: Observation | undefined,
  each: Observation,
  who: 'name' | 'target',
): Found[] {
  if (before?.value == null || each.value === null || before.unit !== each.unit) return [];
  if (each.value >= before.value || isSpan(each) || isSpan(before)) return [];
  if (before.timePeriod !== null && before.timePeriod.end === each.timePeriod?.end) return [];
  const isTarget = each.measure === 'target';
  const isSure = who === 'name' && !isTarget;
  const what = isTarget ? { ja: '累計の目標', en: 'running target' } : { ja: '累計', en: 'running total' };
  const labels = [before, each].map(({ timePeriod }) => timePeriod?.label ?? '最終');
  const labelsEn = [before, each].map(({ timePeriod }) => timePeriod?.label ?? 'last');
  const others = observations.filter(
    (other) => other.measure === each.measure && other !== each && other !== before,
  );
  return [
    {
      severity: isSure ? 'error' : 'warning',
      confidence: isSure ? 0.9 : 0.7,
      message: {
        ja: `${indicator}は累計ですが、${labels[0]} ${before.raw} から ${labels[1]} ${each.raw} に減っています。${what.ja}は減りません。`,
        en: `${indicator} is a running total, yet it falls from ${before.raw} (${labelsEn[0]}) to ${each.raw} (${labelsEn[1]}): a ${what.en} does not fall.`,
      },
      observations: [each, before, ...others],
      evidence: { before: before.raw, printed: each.raw },
      compared: [indicator, labels, before.raw, each.raw],
    },
  ];
}

const isSpan = ({ qualifiers }: Observation): boolean => qualifiers.spanYears !== undefined;
