import {
  dividedBy,
  type Interval,
  intervalOfObservation,
  minus,
  overlaps,
  scaled,
  sumOf,
} from '../../src/check/interval.ts';
import type { ReportView, Row } from '../../src/check/report-view.ts';
import type { Observation } from '../../src/model/index.ts';

/** The cells as they read now: a slipped cell is another observation than the one the equation was found on. */
export type Now = (observation: Observation) => Observation | undefined;

/** A relation between cells that holds in the clean report, found without the rules that are measured by it. */
export interface Equation {
  readonly name: 'sum' | 'rate' | 'delta' | 'repeat';
  readonly cells: readonly Observation[];
  /** `exactly`: to the printed digit, without the slack of rounding */
  readonly holds: (now: Now, exactly?: boolean) => boolean;
}

const TOTAL = /合計|総計|総額|総数|^計$|事業費/u;
/** Sums of fewer parts hold by chance too often to testify. */
const LEAST_PARTS = 2;

/** All equations of a report that hold: sums down columns and along rows, rates, differences in brackets, repeats. */
export function equationsOf(view: ReportView): Equation[] {
  const unmoved: Now = (observation) => observation;
  const all = [
    ...columnSums(view),
    ...rowSums(view),
    ...view.rows.flatMap(rates),
    ...view.rows.flatMap(deltas),
  ];
  return [...all, ...repeats(view)].filter((equation) => equation.holds(unmoved));
}

const interval = (observation: Observation | undefined, exactly = false): Interval | null =>
  observation === undefined
    ? null
    : intervalOfObservation(exactly ? { ...observation, precision: 0 } : observation);

function intervals(cells: readonly Observation[], now: Now, exactly = false): Interval[] | null {
  const all = cells.map((cell) => interval(now(cell), exactly));
  return all.some((one) => one === null) ? null : (all as Interval[]);
}

function sum(total: Observation, parts: readonly Observation[]): Equation {
  return {
    name: 'sum',
    cells: [total, ...parts],
    holds: (now, exactly) => {
      const known = intervals(parts, now, exactly);
      const whole = interval(now(total), exactly);
      return known !== null && whole !== null && overlaps(sumOf(known), whole);
    },
  };
}

const isAmount = ({ kind, value }: Observation): boolean => kind === 'quantity' && value !== null;
const isTotal = ({ indicator, path, provenance }: Observation): boolean =>
  [indicator, path.at(-1) ?? '', ...provenance.headers].some((label) =>
    TOTAL.test(label.replace(/\s/gu, '')),
  );

function columnSums({ columns }: ReportView): Equation[] {
  return columns.flatMap(({ observations }) => {
    const found: Equation[] = [];
    let parts: Observation[] = [];
    for (const cell of observations.filter(isAmount)) {
      const isSum = isTotal(cell) && parts.length >= LEAST_PARTS;
      if (isSum) found.push(sum(cell, parts));
      parts = isSum ? [] : [...parts, cell];
    }
    return found.filter(({ cells }) => cells.some(({ value }) => value !== 0));
  });
}

function rowSums(view: ReportView): Equation[] {
  const rows = Map.groupBy(
    view.observations.filter(
      (cell) => isAmount(cell) && view.recordsById.get(cell.recordId)?.type === 'statistics',
    ),
    ({ provenance: { table, line } }) => `${table}:${line}`,
  );
  return [...rows.values()].flatMap((cells) => {
    const totals = cells.filter(({ provenance: { headers }, indicator }) =>
      [...headers, indicator].some((label) => TOTAL.test(label)),
    );
    const parts = cells.filter((cell) => !totals.includes(cell));
    return totals.length === 1 && parts.length >= LEAST_PARTS ? [sum(totals[0]!, parts)] : [];
  });
}

/** 達成率 by every definition in use that the printed figures bear out. */
function rates({ rates: printed, targets, actuals, baseline }: Row): Equation[] {
  const target = targets.at(-1);
  const results = actuals.filter(isAmount);
  const last = results.at(-1);
  if (target === undefined || last === undefined) return [];
  const rate = (
    cell: Observation,
    used: readonly Observation[],
    of: (known: readonly Interval[]) => Interval | null,
  ): Equation => ({
    name: 'rate',
    cells: [cell, ...used],
    holds: (now) => {
      const known = intervals(used, now);
      const said = interval(now(cell));
      const share = known === null ? null : of(known);
      return said !== null && share !== null && overlaps(scaled(share, 100), said);
    },
  });
  return printed
    .filter(isAmount)
    .flatMap((cell) => [
      rate(cell, [last, target], ([result, goal]) => dividedBy(result!, goal!)),
      rate(cell, [target, ...results], ([goal, ...all]) => dividedBy(sumOf(all), goal!)),
      ...(baseline === null
        ? []
        : [
            rate(cell, [last, target, baseline], ([result, goal, base]) =>
              dividedBy(minus(result!, base!), minus(goal!, base!)),
            ),
          ]),
    ]);
}

/** 8,138件 (+3078件) behind 5,060件. */
function deltas({ actuals }: Row): Equation[] {
  return actuals.slice(1).flatMap((cell, index) => {
    const before = actuals[index]!;
    const isSigned = cell.parts.length === 1 && /[+＋\-−△▲]/u.test(cell.parts[0]!.raw);
    if (!isSigned || !isAmount(cell) || !isAmount(before)) return [];
    return [
      {
        name: 'delta' as const,
        cells: [cell, before],
        holds: (now: Now, exactly?: boolean) => {
          const known = intervals([cell, before], now, exactly);
          const difference = now(cell)?.parts[0]?.value;
          if (known === null || difference === undefined) return false;
          return overlaps(minus(known[0]!, known[1]!), { low: difference, high: difference });
        },
      },
    ];
  });
}

/** The same indicator and period with the same value in two places. */
function repeats({ observations }: ReportView): Equation[] {
  const places = Map.groupBy(
    observations.filter((cell) => isAmount(cell) && Math.abs(cell.value!) >= 10 && cell.timePeriod !== null),
    ({ indicatorKey, measure, timePeriod, unit, path }) =>
      JSON.stringify([indicatorKey, measure, timePeriod!.start, timePeriod!.end, unit, path.at(-1)]),
  );
  return [...places.values()]
    .filter((cells) => cells.length === 2)
    .map((cells) => ({
      name: 'repeat',
      cells,
      holds: (now, exactly) => {
        const known = intervals(cells, now, exactly);
        return known !== null && overlaps(known[0]!, known[1]!);
      },
    }));
}

/** A series this many times as wide as its smallest member testifies to nothing. */
const STEADY = 3;
/** A member so many times outside its series' range stands out. */
const FAR = 3;

/** The other figures of the cell's row, where they are three or more, of one sign and close together. */
export function seriesBeside(cell: Observation, row: Row | undefined, now: Now): Observation[] {
  const own =
    row === undefined ? [] : [...(row.baseline ? [row.baseline] : []), ...row.targets, ...row.actuals];
  const others = own.filter((other) => other !== cell && isAmount(other) && other.unit === cell.unit);
  const known = others.flatMap((other) => now(other) ?? []).filter(isAmount);
  const sizes = known.map(({ value }) => Math.abs(value!));
  const isSteady = Math.min(...sizes) > 0 && Math.max(...sizes) <= STEADY * Math.min(...sizes);
  const signs = new Set(known.map(({ value }) => Math.sign(value!)));
  return known.length >= 3 && isSteady && signs.size === 1 ? known : [];
}

/** Whether the cell, as it reads now, stands far outside its series, or in another unit or kind than all of it. */
export function standsOut(now: Observation, series: readonly Observation[]): boolean {
  if (series.length === 0) return false;
  if (now.kind !== 'quantity' || now.value === null) return true;
  if (series.every(({ unit }) => unit !== null && unit !== now.unit)) return true;
  const sizes = series.map(({ value }) => Math.abs(value!));
  const size = Math.abs(now.value);
  const isOtherSign = now.value !== 0 && Math.sign(now.value) !== Math.sign(series[0]!.value!);
  return isOtherSign || size > FAR * Math.max(...sizes) || size < Math.min(...sizes) / FAR;
}
