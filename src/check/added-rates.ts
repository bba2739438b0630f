import { foldText } from '../normalize/index.ts';
import words from './cumulative-words.json' with { type: 'json' };
import { dividedBy, intervalOfObservation, overlaps, scaled, sumOf } from './interval.ts';
import type { Row } from './report-view.ts';
import type { Found } from './rule.ts';

const PERCENT = 100;

/**
 * A monthly, daily or mean figure whose years were added up: for its rate, or by a target that says 累計.
 *
 *     月間利用件数 | 目標 15件(累計) | 21件 | 24件 | 18件 | 13件 | 507%
 *                                                              ^^^^ 76 ÷ 15, though the year's mean is 19
 */
export function addedUpRates({ indicator, actuals, targets, rates }: Row): Found[] {
  const word = words.perPeriod.find((each) => foldText(indicator).includes(each));
  const target = targets.findLast(({ kind }) => kind === 'quantity');
  const years = actuals.filter(({ kind, value }) => kind === 'quantity' && value !== null);
  if (
    word === undefined ||
    target === undefined ||
    years.length < 2 ||
    target.qualifiers.aggregate === 'mean'
  )
    return [];
  const [rate] = rates;
  const whole = intervalOfObservation(target);
  const printed = rate === undefined ? null : intervalOfObservation(rate);
  const sum = sumOf(years.flatMap((each) => intervalOfObservation(each) ?? []));
  const share = whole === null ? null : dividedBy(sum, whole);
  const isAdded = share !== null && printed !== null && overlaps(scaled(share, PERCENT), printed);
  const isCalledTotal = target.qualifiers.aggregate === 'cumulative';
  if (!isAdded && !isCalledTotal) return [];
  const terms = years.map(({ raw }) => raw).join(' + ');
  const suspect = isAdded && rate !== undefined ? rate : target;
  const [ja, en] = isAdded
    ? [
        `達成率 ${rate?.raw} は ${terms} を足して目標 ${target.raw} で割ったものです`,
        `the rate ${rate?.raw} is ${terms} over the target ${target.raw}`,
      ]
    : [`目標は ${target.raw} です`, `the target is ${target.raw}`];
  return [
    {
      severity: 'warning',
      confidence: isAdded ? 0.85 : 0.7,
      message: {
        ja: `${indicator}は「${word}」の値で、年をまたいで足せませんが、${ja}。`,
        en: `${indicator} is a figure of ${word} and cannot be added over years, yet ${en}.`,
      },
      observations: [suspect, ...(suspect === target ? [] : [target]), ...years],
      evidence: { target: target.raw, rate: rate?.raw ?? null, sum: terms },
      compared: [indicator, target.raw, rate?.raw ?? null, terms],
    },
  ];
}
