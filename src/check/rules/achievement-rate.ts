import { printedPercent } from '../figure-words.ts';
import { isChange } from '../goal.ts';
import { findLevelAsChange } from '../level-as-change.ts';
import { arithmetic } from '../rate-arithmetic.ts';
import { contradict } from '../rate-contradiction.ts';
import {
  givesCutRate,
  givesRate,
  isAddedUp,
  RATE_DEFINITIONS,
  type RateCase,
  type RateDefinition,
  rateBy,
  rateCasesOf,
} from '../rate-definitions.ts';
import { habitOf, LEAST_RATES, rateFigures, tellHabit } from '../rate-habit.ts';
import type { Bilingual, Found, Rule } from '../rule.ts';

/** Share of rates the habit must explain for a rate outside it to be wrong rather than of another kind. */
const SHARE = 0.75;

/** What a report that divides results by targets does where less is better. */
const TURNED = new Set<RateDefinition>(['inverse', 'mirrored']);

/**
 * The printed 達成率 against every definition in use; the report's own habit is found by vote.
 *
 * A person should look because the rate is what is quoted, and nobody computes it again.
 *
 *     雇用創出数 | 250人増加 | 19人 | 27人 | 15人 | 11人 | 29%        72 ÷ 250 = 28.8%: the sum, as for other totals
 *     転入者数   | 500人増加 | -164人 … -116人 | -179% (-394人増加)
 *                                               ^^^^^ -394 ÷ 500 = -78.8%, less 100
 */
export const achievementRate: Rule = {
  slug: 'achievement-rate',
  title: { ja: '達成率の検算', en: 'Achievement rates computed again' },
  subject: 'figures',
  needs: { ja: '実績値・目標値のある達成率', en: 'rates beside a result and a target' },
  severity: 'error',
  check: (view) => {
    const cases = rateCasesOf(view);
    const habit = habitOf(cases);
    const explained = cases.filter((each) => habit.some((definition) => givesRate(definition, each)));
    const isHabit = cases.length >= LEAST_RATES && explained.length >= cases.length * SHARE;
    const isLost = cases.length >= LEAST_RATES && explained.length < cases.length / 2;
    const found = isLost ? [] : cases.flatMap((each) => judge(each, habit, isHabit) ?? []);
    return { checked: cases.length, found: [...tellHabit(cases, habit, explained), ...found] };
  },
};

/** What is to be said of one rate; null where it follows the habit. */
function judge(rateCase: RateCase, habit: readonly RateDefinition[], isHabit: boolean): Found | null {
  const level = findLevelAsChange(rateCase);
  if (level !== null) return level;
  const { actuals } = rateCase;
  const fitting = RATE_DEFINITIONS.filter((definition) => givesRate(definition, rateCase));
  const [found] = habit.filter((definition) => fitting.includes(definition));
  if (found !== undefined) {
    if (actuals.length < 2 || fitting.includes('last') === fitting.includes('sum') || !habit.includes('last'))
      return null;
    if (isAddedUp(rateCase) === fitting.includes('sum') || isChange(rateCase.target)) return null;
    return isAddedUp(rateCase)
      ? say(rateCase, found, 'warning', 0.5, {
          ja: '目標は複数年の合計ですが、直近の年だけで割っています',
          en: 'the target is for several years together, the rate takes only the last',
        })
      : say(rateCase, found, 'info', 0.3, {
          ja: '目標に累計の断りはありません',
          en: 'the target does not say that years are added up',
        });
  }
  const [other] = fitting;
  if (other !== undefined && TURNED.has(other)) return null;
  if (other !== undefined)
    return say(rateCase, other, isHabit ? 'warning' : 'info', 0.5, {
      ja: '他の達成率とは計算が違います',
      en: 'other rates are computed differently',
    });
  return habit.some((definition) => givesCutRate(definition, rateCase))
    ? null
    : contradict(rateCase, habit, isHabit);
}

/** A rate that only another formula gives. */
function say(
  rateCase: RateCase,
  definition: RateDefinition,
  severity: Found['severity'],
  confidence: number,
  why: Bilingual,
): Found {
  const { row, rate } = rateCase;
  const [words, at] = [
    arithmetic(definition, rateCase),
    printedPercent(rateBy(definition, rateCase) ?? { low: 0, high: 0 }),
  ];
  const usual = definition === 'last' ? 'sum' : 'last';
  const [plain, instead] = [arithmetic(usual, rateCase), rateBy(usual, rateCase)];
  const than =
    instead === null
      ? { ja: '', en: '' }
      : {
          ja: `（${plain.ja} なら ${printedPercent(instead)}）`,
          en: ` (${plain.en} would be ${printedPercent(instead)})`,
        };
  return {
    ...rateFigures(rateCase),
    severity,
    confidence,
    message: {
      ja: `「${row.indicator}」の達成率 ${rate.raw} は ${words.ja} = ${at} です。${why.ja}${than.ja}。`,
      en: `Rate ${rate.raw} of "${row.indicator}" is ${words.en} = ${at}: ${why.en}${than.en}.`,
    },
  };
}
