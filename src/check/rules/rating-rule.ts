import { nameKey } from '../names.ts';
import { LEAST_MARKS, tellContradiction, tellDissent, tellRule } from '../rating-found.ts';
import { type Legend, readLegend, tellsOfTrend } from '../rating-legend.ts';
import {
  bestDefinition,
  explains,
  type Marked,
  type MarkRule,
  markedOf,
  measured,
  searchRule,
} from '../rating-search.ts';
import type { Rule } from '../rule.ts';

/** Share of marks a rule must explain to be the report's own. */
const SHARE = 0.8;
/** Marks outside the rule that are still slips, by number and by share: more, and people judged, not thresholds. */
const FEW = 2;
const DISSENT = 0.1;
/** Marks by which another definition must do better than the plain reading of the legend. */
const LEAST_GAIN = 3;

/**
 * ○ △ × beside a result and a target against the rule that gives them.
 *
 * A person should look because the mark is what readers take away. The report's own legend is tried first; where it does
 * not explain the marks, the definition of progress and the thresholds that do are searched for and told once with how
 * many marks they explain; then the marks which do not follow them are flagged.
 *
 *     ○:100%以上 △:70-100%未満 ×:70%未満
 *     商談会への参加企業数 | 222社 ▼ 300社 | R1 | 300社 | 243社 | ×
 *                                                               ^ 243 ÷ 300 = 81% is △; (243−222) ÷ (300−222) = 26.9% is ×
 */
export const ratingRule: Rule = {
  slug: 'rating-rule',
  title: { ja: '評価記号と数値', en: 'Marks against figures' },
  subject: 'figures',
  needs: { ja: '実績値・目標値のある評価記号', en: 'marks beside a result and a target' },
  severity: 'warning',
  check: (view) => {
    const all = markedOf(view);
    if (all.length === 0) return { checked: 0, found: [] };
    const legend = readLegend(view.text);
    const plain = legend === null ? null : plainReading(legend, all);
    if (legend === null && tellsOfTrend(view.text, all)) return { checked: all.length, found: [] };
    const rule = ruleOf(legend, plain, all);
    if (rule === null) return { checked: all.length, found: [] };
    const others = dissentersOf(rule, all).filter((marked) => legend !== null || isClearlyOff(rule, marked));
    const told =
      plain === null || rule === plain
        ? tellRule(rule, all, legend)
        : tellContradiction(rule, plain, all, legend as Legend);
    const isHeld = others.length <= Math.max(FEW, all.length * DISSENT);
    return {
      checked: all.length,
      found: [...told, ...(isHeld ? others.map((each) => tellDissent(each, rule, plain)) : [])],
    };
  },
};

/** Percent by which a mark must miss thresholds that nobody printed. */
const CLEARLY = 5;

/** Whether a mark lies well beyond its thresholds. */
function isClearlyOff({ definition, marks, cuts }: MarkRule, { mark, progress }: Marked): boolean {
  const at = marks.indexOf(mark);
  const found = progress.get(definition);
  if (found === undefined) return false;
  return found.high < (cuts[at] ?? -Infinity) - CLEARLY || found.low > (cuts[at - 1] ?? Infinity) + CLEARLY;
}

/** What the legend's percentages are of: the printed rates where these explain the marks as well as result ÷ target does. */
function plainReading(legend: Legend, all: readonly Marked[]): MarkRule {
  const [ratio, printed] = [measured('ratio', legend, all), measured('printed', legend, all)];
  return printed.explains >= ratio.explains && all.some(({ row }) => row.rates.length > 0) ? printed : ratio;
}

/** Marks the rule would not give, but for a row that has lost its baseline where the same figures stand with it. */
function dissentersOf(rule: MarkRule, all: readonly Marked[]): Marked[] {
  const keyOf = ({ row, mark, actual, target }: Marked): string =>
    JSON.stringify([nameKey(row.indicator), mark, actual.value, target.value]);
  const others = all.filter((marked) => explains(rule, marked) === false);
  if (others.every(({ row }) => row.baseline !== null)) return others;
  const explained = new Set(all.filter((marked) => explains(rule, marked) === true).map(keyOf));
  return others.filter((marked) => marked.row.baseline !== null || !explained.has(keyOf(marked)));
}

/** The legend read plainly, unless its thresholds on another definition, or other thresholds, explain clearly more. */
function ruleOf(legend: Legend | null, plain: MarkRule | null, all: readonly Marked[]): MarkRule | null {
  const enough = (rule: MarkRule | null): boolean => rule !== null && rule.explains >= all.length * SHARE;
  const searched = all.length >= LEAST_MARKS ? searchRule(all) : null;
  if (legend === null || plain === null) return enough(searched) ? searched : null;
  const best = bestDefinition(legend, all);
  if (best.explains >= plain.explains + LEAST_GAIN && enough(best)) return best;
  if (enough(plain)) return plain;
  return enough(searched) ? searched : null;
}
