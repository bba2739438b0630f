import type { Observation } from '../model/index.ts';
import { foldText } from '../normalize/index.ts';
import { cellWords } from './figure-words.ts';
import {
  baseOf,
  isComparable,
  isKeeping,
  isQuantity,
  isSame,
  isWorse,
  type Side,
  saidSide,
  sideOf,
} from './goal.ts';
import { isLowerBetter } from './lower-is-better.ts';
import type { Row } from './report-view.ts';
import type { Found } from './rule.ts';
import words from './target-words.json' with { type: 'json' };

const SHRINKING = new RegExp(words.mayShrink.join('|'), 'u');
/** Share by which a result must be beyond a target years away before that is worth a warning. */
const CLEARLY = 0.1;
const YEAR_DAYS = 366;
/** Targets below the baseline, one after the other, that show a way back up. */
const LEAST_CLIMB = 2;
const YEARLY = new RegExp(words.yearly.join('|'), 'u');

/** A target worse than where it began: its number, or the baseline, or the side that is good is not what it seems. */
export function findWrongSide(row: Row): Found | null {
  const last = row.targets.findLast(isQuantity);
  const base = last === undefined ? null : baseOf(row, last);
  if (last === undefined || base === null || SHRINKING.test(row.indicator)) return null;
  const side = sideOf(row, last);
  const wrong = row.targets.filter(
    (target) =>
      isQuantity(target) &&
      isComparable(target, base) &&
      !isKeeping(target) &&
      isWorse(target.value ?? 0, base.value ?? 0, side),
  );
  const [first] = wrong;
  if (first === undefined || isYearlyFloor(last)) return null;
  const isSure = isLowerBetter(row.indicator) || !wrong.includes(last);
  const list = wrong.map(cellWords).join('、');
  const isComingBack = isRecovery(row, wrong, side);
  return {
    severity: isComingBack ? 'info' : 'warning',
    confidence: isSure && !isComingBack ? 0.7 : 0.5,
    message: {
      ja: `「${row.indicator}」の目標 ${list} は基準値 ${cellWords(base)} より${side === 'lower' ? '大きく（小さいほど良い指標）' : '小さく'}、後退する目標です。`,
      en: `Target ${list} of "${row.indicator}" is ${side === 'lower' ? 'above' : 'below'} the baseline ${cellWords(base)}: a step back.`,
    },
    observations: [...wrong, base, ...(wrong.includes(last) ? [] : [last])],
    evidence: { target: first.raw, baseline: base.raw, side },
    compared: ['wrongSide', row.indicator, base.raw, wrong.map(({ raw }) => raw)],
  };
}

/** 毎年度3件以上 is a floor for each year; one year of 4件 before it is nothing to keep up. */
const isYearlyFloor = ({ raw, qualifiers: { bound } }: Observation): boolean =>
  YEARLY.test(foldText(raw)) && (bound === 'min' || bound === 'gt');

/** 403 | 200 300 350 400 420: after a fall, plans climb back year by year and past where they began. */
function isRecovery(row: Row, wrong: readonly Observation[], side: Side): boolean {
  const targets = row.targets.filter(isQuantity);
  const isClimb = targets.every(
    (target, i) => i === 0 || isWorse(targets[i - 1]!.value!, target.value!, side),
  );
  return isClimb && wrong.length >= LEAST_CLIMB && wrong.length < targets.length;
}

/** 88.4 84.0 80.1 on the way to 70.0: where no word says which side is good, the results do. */
function isComingDown(row: Row, target: Observation): boolean {
  const values = row.actuals.filter(isQuantity).map(({ value }) => value!);
  const isFalling = values.length > 2 && values.every((value, i) => i === 0 || value < values[i - 1]!);
  return isFalling && saidSide(row, target) === null;
}

/** A target years away that the result is already beyond: it asks for less than there is. */
export function findAlreadyMet(row: Row): Found | null {
  const target = row.targets.findLast(isQuantity);
  const actual = row.actuals.findLast(isQuantity);
  if (target === undefined || actual === undefined || row.baseline !== null || !isComparable(target, actual))
    return null;
  const days =
    (Date.parse(target.timePeriod?.end ?? '') - Date.parse(actual.timePeriod?.end ?? '')) / 86_400_000;
  const [goal, now] = [target.value ?? 0, actual.value ?? 0];
  if (!(days > YEAR_DAYS) || goal <= 0 || !isWorse(goal, now, sideOf(row, target))) return null;
  // a plan for each year has been made with the results known; what falls short of it later is no lack of aim
  const isYearly = row.targets.some(({ timePeriod }) => isSame(timePeriod, actual.timePeriod));
  const isClear = Math.abs(now - goal) > goal * CLEARLY && !isYearly && !isComingDown(row, target);
  return {
    severity: isClear ? 'warning' : 'info',
    confidence: isClear ? 0.5 : 0.4,
    message: {
      ja: `「${row.indicator}」の目標 ${cellWords(target)} は、すでに ${cellWords(actual)} で達成されており、今より低い目標です。`,
      en: `Target ${cellWords(target)} of "${row.indicator}" is already met by ${cellWords(actual)}: it asks for less than there is.`,
    },
    observations: [target, actual],
    evidence: { target: target.raw, actual: actual.raw },
    compared: ['alreadyMet', row.indicator, target.raw, actual.raw],
  };
}
