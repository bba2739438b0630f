import type { Observation } from '../model/index.ts';
import { cellWords } from './figure-words.ts';
import { isChange, isComparable, isQuantity, isSame, isWorse, sideOf } from './goal.ts';
import type { Row } from './report-view.ts';
import type { Found } from './rule.ts';
import words from './target-words.json' with { type: 'json' };

const SHRINKING = new RegExp(words.mayShrink.join('|'), 'u');
const REVISED = new RegExp(words.revised.join('|'), 'u');

/** H29上方修正 beside it. */
const isSaid = ({ raw, note }: Observation): boolean => REVISED.test(`${raw} ${note ?? ''}`);

/** A target of the same or a later year that asks for less than one printed before it. */
export function findLowered(row: Row): Found | null {
  const targets = row.targets.filter((each) => isQuantity(each) && !isChange(each));
  const last = targets.at(-1);
  const before = targets.at(-2);
  if (last === undefined || before === undefined || !isComparable(last, before)) return null;
  if (isSaid(last) || isSaid(before) || isAddedFromYears(targets)) return null;
  if (!isWorse(last.value ?? 0, before.value ?? 0, sideOf(row, last))) return null;
  const isSameYear = isSame(last.timePeriod, before.timePeriod);
  if (!isSameYear && isFalling(targets)) return null;
  // the years of a plan go up and down; 100以上 lets a plan of 106 stand
  const isBound = last.qualifiers.bound !== before.qualifiers.bound;
  const mayFall =
    !isSameYear &&
    (targets.length > 2 || isBound || isPlanYear(row, before) || SHRINKING.test(row.indicator));
  return {
    severity: mayFall ? 'info' : 'warning',
    confidence: isSameYear ? 0.8 : mayFall ? 0.4 : 0.6,
    message: {
      ja: `「${row.indicator}」の目標は ${cellWords(before)} と ${cellWords(last)} で、断りなく${isSameYear ? '同じ年度の値が食い違って' : '下がって'}います。`,
      en: `The targets of "${row.indicator}" are ${cellWords(before)} and ${cellWords(last)}: ${isSameYear ? 'two values for one year' : 'lowered'} without a word.`,
    },
    observations: [last, before],
    evidence: { before: before.raw, after: last.raw },
    compared: ['lowered', row.indicator, before.raw, last.raw],
  };
}

/** A target with a result of its own year beside it is that year's plan, not the one that all years are for. */
const isPlanYear = ({ actuals }: Row, target: Observation): boolean =>
  actuals.some(({ timePeriod }) => isSame(timePeriod, target.timePeriod));

/** Yearly targets that add up to the headline: 2, 0, 0, 0, 1 for 3. */
function isAddedFromYears(targets: readonly Observation[]): boolean {
  const [yearly, head] = [targets.filter((_, i) => i !== targets.length - 2), targets.at(-2)];
  const sum = yearly.reduce((total, { value }) => total + (value ?? 0), 0);
  return Math.abs(sum - (head?.value ?? 0)) < 1e-9;
}

/** A target that falls every year is meant to. */
const isFalling = (targets: readonly Observation[]): boolean =>
  targets.length > 2 &&
  targets.every(({ value }, i) => i === 0 || (value ?? 0) < (targets[i - 1]?.value ?? 0));
