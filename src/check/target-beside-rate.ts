import type { Observation } from '../model/index.ts';
import { cellWords, printed, printedPercent } from './figure-words.ts';
import { actualAt, baseOf, figuresOf, isComparable, isQuantity, isWorse, saidSide, sideOf } from './goal.ts';
import type { Interval } from './interval.ts';
import { givesRate, rateCasesOfRow } from './rate-definitions.ts';
import { plainMark } from './rating-legend.ts';
import type { Row } from './report-view.ts';
import type { Found } from './rule.ts';
import words from './target-words.json' with { type: 'json' };

/** A rate from which readers take a result for progress: half of the way. */
const LOOKS_GOOD = 50;
/** A rate from which the target measures nothing, or the figures are of different kinds. */
const FAR_BEYOND = 500;
const GOOD_MARKS = new Set(words.goodMarks);
const BAD_MARKS = new Set(words.badMarks);

/** A result at or below the baseline, and a rate or mark that looks good all the same. */
export function findNoBetter(row: Row): Found | null {
  const target = row.targets.findLast(isQuantity);
  const base = target === undefined ? null : baseOf(row, target);
  const judged = row.rates.at(-1) ?? row.ratings.at(-1);
  if (target === undefined || base === null || judged === undefined) return null;
  const actual = actualAt(row, judged.timePeriod);
  if (actual === null || !isQuantity(actual) || !isComparable(actual, base) || !isFlattering(row, judged))
    return null;
  const side = sideOf(row, target);
  const [from, to, goal] = [base.value ?? 0, actual.value ?? 0, target.value ?? 0];
  if (!isWorse(from, goal, side) || isWorse(from, to, side)) return null;
  const isRate = judged.measure === 'achievementRate';
  const looksGood = !isRate || ((judged.value ?? 0) >= LOOKS_GOOD && !isMarkedDown(row));
  // 54 → 50 that came to 58: where no word says that less is better, more may have been meant
  const isGuess = side === 'lower' && saidSide(row, target) === null && to > goal;
  const isGood = looksGood && !isWithinRounding(actual, base) && !(isGuess && !isRate);
  const way = printedPercent(point(((to - from) / (goal - from)) * 100));
  const than = from === to ? { ja: 'と同じ', en: 'the same as' } : { ja: 'に届かず', en: 'no better than' };
  return {
    severity: isGood ? 'warning' : 'info',
    confidence: isGood ? 0.7 : 0.5,
    message: {
      ja: `「${row.indicator}」は ${cellWords(actual)} で基準値 ${cellWords(base)} ${than.ja}、基準値からの進みは ${way} ですが、${isRate ? '達成率' : '評価'}は ${judged.raw} です。`,
      en: `"${row.indicator}": ${cellWords(actual)} is ${than.en} the baseline ${cellWords(base)} (${way} of the way), and yet the ${isRate ? 'rate' : 'mark'} is ${judged.raw}.`,
    },
    observations: [judged, actual, base, target],
    evidence: {
      actual: actual.raw,
      baseline: base.raw,
      target: target.raw,
      judged: judged.raw,
      wayFromBaseline: way,
    },
    compared: ['noBetter', row.indicator, base.raw, actual.raw, target.raw, judged.raw],
  };
}

const point = (value: number): Interval => ({ low: value, high: value });

/** A mark that says good, or a rate above nothing that takes the last result alone and no notice of the baseline. */
function isFlattering(row: Row, judged: Observation): boolean {
  if (judged.measure !== 'achievementRate') return GOOD_MARKS.has(plainMark(judged.raw));
  const own = rateCasesOfRow(row).find(({ rate }) => rate === judged);
  return own !== undefined && (judged.value ?? 0) > 0 && givesRate('last', own);
}

/** A mark beside the rate says already that all is not well. */
const isMarkedDown = ({ ratings }: Row): boolean => BAD_MARKS.has(plainMark(ratings.at(-1)?.raw ?? ''));

/** 約7割 beside 7割: not known to be no better. */
function isWithinRounding(a: Observation, b: Observation): boolean {
  const [own, other] = [figuresOf(a)[0]?.interval, figuresOf(b)[0]?.interval];
  return (
    own !== undefined &&
    other !== undefined &&
    own.low < own.high &&
    own.low < other.high - 1e-9 &&
    other.low < own.high - 1e-9
  );
}

/** A rate of several hundred percent: the target was met at once, or the figures are of different kinds. */
export function findFarBeyond(row: Row): Found | null {
  const rate = row.rates.findLast((each) => isQuantity(each) && (each.value ?? 0) >= FAR_BEYOND);
  const target = row.targets.findLast(isQuantity);
  if (rate === undefined || target === undefined) return null;
  const actuals = row.actuals.filter(isQuantity);
  const [first] = actuals.filter(
    (each) => isComparable(each, target) && Math.abs(each.value ?? 0) >= Math.abs(target.value ?? 0),
  );
  const times = printed((rate.value ?? 0) / 100);
  const met =
    first === undefined
      ? { ja: '', en: '' }
      : {
          ja: `${cellWords(first)} だけで目標を超えており、`,
          en: `${cellWords(first)} alone is beyond it; `,
        };
  return {
    severity: 'warning',
    confidence: 0.6,
    message: {
      ja: `「${row.indicator}」の達成率 ${rate.raw} は目標 ${cellWords(target)} の${times}倍です。${met.ja}目標の水準か、数え方・単位が実績と合っていません。`,
      en: `Rate ${rate.raw} of "${row.indicator}" is ${times} times the target ${cellWords(target)}: ${met.en}the target is of another level, or counted otherwise than the results.`,
    },
    observations: [rate, target, ...actuals],
    evidence: { rate: rate.raw, target: target.raw, actuals: actuals.map(({ raw }) => raw).join(' ') },
    compared: ['farBeyond', row.indicator, rate.raw, target.raw, actuals.map(({ raw }) => raw)],
  };
}
