import type { Observation } from '../model/index.ts';
import { printedPercent } from './figure-words.ts';
import { inBoth } from './in-both.ts';
import type { Interval } from './interval.ts';
import { arithmetic } from './rate-arithmetic.ts';
import { isAddedUp, type RateCase, type RateDefinition, rateBy } from './rate-definitions.ts';
import { rateFigures } from './rate-habit.ts';
import { findPowerRepair } from './rate-repair.ts';
import { findRateSlip } from './rate-slip.ts';
import type { Bilingual, Found } from './rule.ts';

/** How many times the smallest number of a row its largest may be, with nothing suspicious in that. */
const EVEN = 5;

/** A rate no definition gives: with the formula or the cell that would. */
export function contradict(rateCase: RateCase, habit: readonly RateDefinition[], isHabit: boolean): Found {
  const { row, rate } = rateCase;
  const own = isAddedUp(rateCase) ? (['sum', ...habit] as const) : habit;
  const definitions = [...new Set<RateDefinition>(own.length > 0 ? own : ['last'])];
  const cell = findPowerRepair(definitions, rateCase);
  const slip = cell === null ? findRateSlip(definitions, rateCase) : null;
  const tried = definitions.flatMap((definition) => {
    const computed = rateBy(definition, rateCase);
    const words = arithmetic(definition, rateCase);
    return computed === null
      ? []
      : [
          {
            ja: `${words.ja} = ${printedPercent(computed)}`,
            en: `${words.en} = ${printedPercent(computed)}`,
          },
        ];
  });
  const repair = repairOf(
    rateCase,
    slip,
    cell,
    isEven(rateCase) ? rateBy(definitions[0] ?? 'last', rateCase) : null,
  );
  const base = rateFigures(rateCase);
  return {
    ...base,
    observations:
      cell === null
        ? base.observations
        : [cell.cell, ...base.observations.filter((each) => each !== cell.cell)],
    severity: isHabit ? 'error' : 'warning',
    confidence: isHabit ? 0.9 : 0.6,
    message: {
      ja: `「${row.indicator}」の達成率 ${rate.raw} は ${tried.map(({ ja }) => ja).join('、')} と合いません${repair.ja}。`,
      en: `Rate ${rate.raw} of "${row.indicator}" does not agree with ${tried.map(({ en }) => en).join(', ')}${repair.en}.`,
    },
    suggestion: repair.suggestion,
  };
}

function repairOf(
  { rate }: RateCase,
  slip: ReturnType<typeof findRateSlip>,
  cell: ReturnType<typeof findPowerRepair>,
  computed: Interval | null,
): Bilingual & { suggestion: NonNullable<Found['suggestion']> | null } {
  if (slip !== null)
    return {
      ja: `（${slip.says.ja}です）`,
      en: ` (it is ${slip.says.en})`,
      suggestion: {
        observationId: rate.id,
        field: 'value',
        from: rate.value,
        to: slip.to,
        explains: inBoth(slip.says),
      },
    };
  if (cell === null)
    return { ja: '', en: '', suggestion: computed === null ? null : rateInstead(rate, computed) };
  const { raw, id, value } = cell.cell;
  return {
    ja: `（${raw} が10の${cell.power}乗倍なら合います）`,
    en: ` (it would with ${raw} times 10^${cell.power})`,
    suggestion: {
      observationId: id,
      field: 'value',
      from: value,
      to: cell.to,
      explains: inBoth({ ja: `達成率 ${rate.raw} が合います`, en: `the rate ${rate.raw} holds` }),
    },
  };
}

/** The rate as the habit computes it. */
function rateInstead(rate: Observation, { low, high }: Interval): NonNullable<Found['suggestion']> {
  const unit = rate.precision ?? 1;
  const to = Number((Math.round((low + high) / 2 / unit) * unit).toPrecision(12));
  return {
    observationId: rate.id,
    field: 'value',
    from: rate.value,
    to,
    explains: inBoth({ ja: 'この行の実績と目標値に合います', en: 'the results and the target of the row' }),
  };
}

/** Whether the row's own numbers keep together, so that the rate is the likeliest to be wrong. */
function isEven({ actuals, target, baseline }: RateCase): boolean {
  const sizes = [...actuals, target, ...(baseline === null ? [] : [baseline])].map(({ value }) =>
    Math.abs(value ?? 0),
  );
  const sorted = sizes.filter((size) => size > 0).toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  return least !== undefined && most !== undefined && sorted.length > 1 && most / least < EVEN;
}
