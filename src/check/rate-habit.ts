import {
  DEFINITION_NAMES,
  givesRate,
  RATE_DEFINITIONS,
  type RateCase,
  type RateDefinition,
} from './rate-definitions.ts';
import type { Found } from './rule.ts';

/** Rates needed before the report has a habit whose breach is an error. */
export const LEAST_RATES = 4;
/** Rates a second definition must explain to be part of the habit, and their least share. */
const LEAST_VOTES = 2;
const VOTE_SHARE = 0.05;

/** The definitions that explain the rates, the strongest first; each further one must explain several the others do not. */
export function habitOf(cases: readonly RateCase[]): RateDefinition[] {
  const habit: RateDefinition[] = [];
  let rest = [...cases];
  while (rest.length > 0) {
    const votes = RATE_DEFINITIONS.map((definition) => ({
      definition,
      votes: rest.filter((each) => givesRate(definition, each)).length,
    }));
    const best = votes.reduce((a, b) => (b.votes > a.votes ? b : a));
    const least = habit.length === 0 ? 1 : Math.max(LEAST_VOTES, cases.length * VOTE_SHARE);
    if (best.votes < least) break;
    habit.push(best.definition);
    rest = rest.filter((each) => !givesRate(best.definition, each));
  }
  return habit;
}

/** The report's own habit, told once. */
export function tellHabit(
  cases: readonly RateCase[],
  habit: readonly RateDefinition[],
  explained: readonly RateCase[],
): Found[] {
  const [first] = cases;
  if (first === undefined || cases.length < LEAST_RATES) return [];
  const shares = habit.map((definition) => {
    const own = explained.filter((each) => habit.find((one) => givesRate(one, each)) === definition).length;
    return {
      ja: `${DEFINITION_NAMES[definition].ja} ${own}件`,
      en: `${DEFINITION_NAMES[definition].en} ${own}`,
    };
  });
  return [
    {
      severity: 'info',
      confidence: 0.8,
      message: {
        ja: `達成率${cases.length}件中${explained.length}件は次の計算で説明できます: ${shares.map(({ ja }) => ja).join('、') || 'なし'}。`,
        en: `${explained.length} of ${cases.length} achievement rates are explained by: ${shares.map(({ en }) => en).join(', ') || 'nothing known'}.`,
      },
      observations: [],
      recordIds: [],
      place: first.rate.provenance,
      evidence: {
        rates: cases.length,
        explained: explained.length,
        habit: habit.join(', '),
      },
      compared: [cases.length, explained.length, habit],
    },
  ];
}

/** The figures of a rate, as every finding on it names them. */
export const rateFigures = ({
  row,
  rate,
  target,
  actuals,
  baseline,
}: RateCase): Pick<Found, 'observations' | 'evidence' | 'compared'> => ({
  observations: [rate, ...actuals.toReversed(), target, ...(baseline === null ? [] : [baseline])],
  evidence: {
    rate: rate.raw,
    target: target.raw,
    actuals: actuals.map(({ raw }) => raw).join(' '),
    baseline: baseline?.raw ?? null,
  },
  compared: [row.indicator, rate.raw, target.raw, actuals.map(({ raw }) => raw)],
});
