import type { Observation } from '../../model/index.ts';
import { resultOf } from '../equations/index.ts';
import { inBoth } from '../in-both.ts';
import type { ReportView } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';
import { seriesOf as seriesOfNumbers } from '../series.ts';

/** Values of the other sign that must stand beside the odd one. */
const LEAST_OTHERS = 3;
/** How far outside the others' size the odd one may lie and still be one of them. */
const REACH = 3;
/** Indicators that go both ways: 増減, 収支, a difference to the average. */
const BOTH_WAYS =
  /増減|差|収支|損益|利益|動態|超過|過不足|増加|減少|純増|伸び|成長|変化|平均|前年|前回|年比|度比|気温/u;

/**
 * One sign is wrong: turned round, the sums agree, or the value stands among its years.
 *
 * A person should look because △ is easily lost or set, and the reader of the number cannot tell.
 *
 *     当初予算削減額  △54,573千円 | △60,056千円 | 48,333千円 | △28,175千円
 *                                             ^^^^^^^^^^ all others are negative
 */
export const signError: Rule = {
  slug: 'sign-error',
  title: { ja: '符号の誤り', en: 'A wrong sign' },
  subject: 'figures',
  needs: {
    ja: '合計・差などの計算、または4年度以上の値',
    en: 'sums or differences, or four years of values',
  },
  severity: 'error',
  check: (view) => {
    const graph = resultOf(view, 'sign-error');
    const told = new Set(graph.found.map(({ observations }) => observations[0]?.id));
    const series = seriesOf(view);
    const found = series.flatMap((values) => oddSign(values) ?? []);
    return {
      checked: graph.checked + series.length,
      found: [...graph.found, ...found.filter(({ observations }) => !told.has(observations[0]?.id))],
    };
  },
};

/** Baseline, results and targets of a row, in the unit of its results; and the lines of plain tables. */
function seriesOf(view: ReportView): Observation[][] {
  const rows = view.rows.map(({ baseline, actuals, targets }) => {
    const all = [...(baseline === null ? [] : [baseline]), ...actuals, ...targets];
    return all.filter(({ unit }) => unit === actuals[0]?.unit || actuals.length === 0);
  });
  const lines = seriesOfNumbers(view)
    .filter(({ kind }) => kind === 'statistics')
    .map(({ points }) => points.map(({ observation }) => observation));
  return [...rows, ...lines]
    .filter(([first]) => first !== undefined && !BOTH_WAYS.test(first.indicator))
    .map((values) =>
      values.filter(
        ({ kind, value, qualifiers }) => kind === 'quantity' && value !== 0 && !qualifiers.direction,
      ),
    )
    .filter((values) => values.length > LEAST_OTHERS);
}

function oddSign(values: readonly Observation[]): Found | null {
  const negative = values.filter(({ value }) => (value ?? 0) < 0);
  const positive = values.filter(({ value }) => (value ?? 0) > 0);
  const [odd, second] = negative.length < positive.length ? negative : positive;
  if (odd === undefined || second !== undefined) return null;
  const others = values.filter((each) => each !== odd);
  const sizes = others.map(({ value }) => Math.abs(value ?? 0));
  const size = Math.abs(odd.value ?? 0);
  if (size * REACH < Math.min(...sizes) || size > Math.max(...sizes) * REACH) return null;
  const rest = others.map(({ raw }) => raw).join('、');
  return {
    severity: 'warning',
    confidence: 0.75,
    message: {
      ja: `${odd.raw}だけ符号が他の値（${rest}）と逆です。`,
      en: `Only ${odd.raw} has another sign than the others (${rest}).`,
    },
    observations: [odd, ...others],
    evidence: { suspect: odd.raw, others: rest },
    suggestion: {
      observationId: odd.id,
      field: 'value',
      from: odd.value,
      to: -(odd.value ?? 0),
      explains: inBoth({ ja: '他の値と同じ符号になります', en: 'it has the sign of the others' }),
    },
    compared: [odd.indicator, odd.raw, rest],
  };
}
