import { isDeepStrictEqual } from 'node:util';
import type { ReportView, Row } from '../../src/check/report-view.ts';
import type { Finding, Observation, Report } from '../../src/model/index.ts';
import { readCell } from '../../src/normalize/index.ts';
import { type Figure, figureOf, grouped } from './figure.ts';
import type { Slip, SlipKind } from './kinds.ts';
import { type Equation, type Now, seriesBeside, standsOut } from './testimony.ts';

/** What became of one slip. */
export interface Outcome {
  /** rules that gave a new warning or error on the cell or its row; empty: missed */
  readonly rules: readonly string[];
  /** whether the slip breaks an equation, or stands out of a series of three or more */
  readonly isTestified: boolean;
  /** whether one change of the cell, and only one, makes all agree again */
  readonly isUnique: boolean;
  readonly isRightSuggestion: boolean;
  /** the slip changes nothing of what is read */
  readonly isVoid: boolean;
}

/** The clean report, its equations, and the findings it has before anything slips. */
export interface Clean {
  readonly view: ReportView;
  readonly equations: ReadonlyMap<Observation, readonly Equation[]>;
  readonly rowOf: ReadonlyMap<string, Row>;
  readonly fingerprints: ReadonlySet<string>;
}

const isGrave = ({ severity }: Finding): boolean => severity !== 'info';

/** Compares the report with the slip in it with the clean one. */
export function judge(slip: Slip, kind: SlipKind, clean: Clean, slipped: Report): Outcome {
  const now = nowIn(slipped, clean, slip);
  // a slip of a whole row or head is one even where the reading sees through it
  const isVoid = kind.isOfTable !== true && slip.cells.every((cell) => isSameReading(cell, now(cell)));
  const news = newOnRow(slip, clean, slipped);
  const repairs = kind.isOneCell ? uniqueRepair(slip, clean, now) : false;
  return {
    rules: [...new Set(news.flatMap(rulesOf))],
    isTestified: kind.isOfTable === true || slip.cells.some((cell) => isTestified(cell, clean, now)),
    isUnique: repairs,
    isRightSuggestion: repairs && news.some((finding) => isRight(finding, slip.cells[0]!, now)),
    isVoid,
  };
}

/** Where the slip leaves the number of cells as it is, cells answer to each other in order; else by line and raw text. */
function nowIn({ observations }: Report, { view }: Clean, slip: Slip): Now {
  if (observations.length === view.observations.length) {
    const at = new Map(view.observations.map((observation, index) => [observation.id, index]));
    return ({ id }) => observations[at.get(id) ?? -1];
  }
  const touched = new Set(slip.cells.map(({ id }) => id));
  return (cell) => (touched.has(cell.id) ? undefined : cell);
}

function isSameReading(before: Observation, now: Observation | undefined): boolean {
  if (now === undefined) return false;
  const of = ({ kind, value, unit, measure, timePeriod, indicator, raw }: Observation) => ({
    reading: kind === 'rating' ? raw : { value, unit, kind },
    measure,
    timePeriod: timePeriod?.start,
    indicator,
  });
  return isDeepStrictEqual(of(before), of(now));
}

function newOnRow(slip: Slip, { fingerprints, view }: Clean, { findings, observations }: Report): Finding[] {
  const lines = new Set([...slip.cells.map(({ provenance }) => provenance.line), slip.headLine ?? -1]);
  const records = new Set(slip.cells.map(({ recordId }) => view.recordsById.get(recordId)?.provenance.line));
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const isOnRow = (finding: Finding): boolean =>
    lines.has(finding.line) ||
    (finding.recordIds.length === 1 && records.has(finding.line)) ||
    finding.observationIds.some((id) => lines.has(byId.get(id)?.provenance.line ?? null));
  return findings.filter(
    (finding) => isGrave(finding) && !fingerprints.has(finding.fingerprint) && isOnRow(finding),
  );
}

/** Rows of a mark that must agree on a range before a mark outside of it is out of order. */
const LEAST_ROWS_OF_MARK = 3;

/** Whether the row of a mark has come as far as no row of the mark that now stands there, by printed rate or result ÷ target. */
function isOutOfOrder(cell: Observation, mark: string, rows: Iterable<Row>): boolean {
  let own: number | null = null;
  const others: number[] = [];
  for (const row of rows) {
    const progress = progressOf(row);
    if (progress === null) continue;
    if (row.ratings.includes(cell)) own = progress;
    else if (row.ratings.length === 1 && row.ratings[0]!.raw === mark) others.push(progress);
  }
  if (own === null || others.length < LEAST_ROWS_OF_MARK) return false;
  return own < Math.min(...others) || own > Math.max(...others);
}

function progressOf({ rates, targets, actuals }: Row): number | null {
  const rate = rates.at(-1)?.value;
  const target = targets.at(-1)?.value;
  const result = actuals.at(-1)?.value;
  if (typeof rate === 'number') return rate;
  return typeof target === 'number' && typeof result === 'number' && target !== 0
    ? (result / target) * 100
    : null;
}

/** The rule of a finding and those that became part of it. */
export function rulesOf({ rule, evidence }: Finding): string[] {
  const also = Object.keys(evidence).flatMap((name) => /^also: ([\w-]+)/.exec(name)?.[1] ?? []);
  return [rule, ...also];
}

function isTestified(cell: Observation, { equations, rowOf }: Clean, now: Now): boolean {
  const reading = now(cell);
  const broken = (equations.get(cell) ?? []).some((equation) => !equation.holds(now));
  if (broken || reading === undefined) return broken;
  if (cell.kind === 'rating') return isOutOfOrder(cell, reading.raw, rowOf.values());
  return standsOut(reading, seriesBeside(cell, rowOf.get(cell.recordId), now));
}

/**
 * Whether one single edit of one figure, and only one, makes the broken equations hold, and it is the one that slipped;
 * where no equation speaks, whether one power of ten brings the figure into its series.
 */
function uniqueRepair({ cells: [cell] }: Slip, { equations, rowOf }: Clean, now: Now): boolean {
  const slipped = cell === undefined ? undefined : now(cell);
  const figure = slipped === undefined ? null : figureOf(slipped);
  if (cell === undefined || slipped === undefined || figure === null) return false;
  const broken = telling(equations.get(cell)).filter((equation) => !equation.holds(now));
  if (broken.length > 0) {
    const suspects = new Set(broken.flatMap(({ cells }) => cells));
    const repairs = [...suspects].flatMap((suspect) =>
      repairsOf(suspect, broken, telling(equations.get(suspect)), now).map((value) => ({ suspect, value })),
    );
    return repairs.length === 1 && repairs[0]?.suspect === cell && repairs[0].value === cell.value;
  }
  const series = seriesBeside(cell, rowOf.get(cell.recordId), now);
  if (!standsOut(slipped, series)) return false;
  const fitting = powersOfTen(figure).filter((value) => !standsOut({ ...slipped, value }, series));
  return fitting.length === 1 && fitting[0] === cell.value;
}

/** Rates are rounded: too many figures fit them. */
const telling = (equations: readonly Equation[] = []): Equation[] =>
  equations.filter(({ name }) => name !== 'rate');

/** The values one edit of the suspect away that make the broken equations hold and leave its others whole. */
function repairsOf(
  suspect: Observation,
  broken: readonly Equation[],
  own: readonly Equation[],
  now: Now,
): number[] {
  const reading = now(suspect);
  const figure = reading === undefined ? null : figureOf(reading);
  if (reading === undefined || figure === null) return [];
  const fits = (value: number): boolean => {
    const then: Now = (other) => (other === suspect ? { ...reading, value } : now(other));
    return [...broken, ...own].every((equation) => equation.holds(then, equation.holds(asPrinted, true)));
  };
  return [...new Set(singleEdits(figure))].filter(fits);
}

/** The clean report, in which an equation may hold to the digit. */
const asPrinted: Now = (observation) => observation;

const TEN = [-3, -2, -1, 1, 2, 3];
const clean = (value: number): number => Number(value.toPrecision(12));

const powersOfTen = ({ observation: { value } }: Figure): number[] =>
  TEN.map((power) => clean(value! * 10 ** power));

/** Every value one slip of the hand away: a digit lost, doubled, exchanged, a point moved, a sign. */
function singleEdits(figure: Figure): number[] {
  const { observation, digits } = figure;
  const bare = digits.replaceAll(',', '');
  const edited: string[] = [];
  for (let at = 0; at <= bare.length; at += 1) {
    const [left, right] = [bare.slice(0, at), bare.slice(at)];
    for (let digit = 0; digit <= 9; digit += 1)
      edited.push(`${left}${digit}${right}`, `${left}${digit}${right.slice(1)}`);
    edited.push(left + right.slice(1));
    if (right.length > 1) edited.push(`${left}${right[1]}${right[0]}${right.slice(2)}`);
  }
  const sign = Math.sign(observation.value!) || 1;
  const values = edited
    .filter((text) => /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text))
    .map((text) =>
      clean(sign * Number(grouped(text, '').replaceAll(',', '')) * 10 ** observation.multiplier),
    );
  return [...values, ...powersOfTen(figure), -observation.value!].filter(
    (value) => value !== observation.value,
  );
}

/** Whether the finding would put back what stood there. */
function isRight({ suggestion }: Finding, cell: Observation, now: Now): boolean {
  if (suggestion === null || suggestion.observationId !== now(cell)?.id) return false;
  const { to } = suggestion;
  if (to === cell.value || to === cell.raw) return true;
  if (typeof to !== 'string') return false;
  return readCell(to, { unit: cell.unit, multiplier: cell.multiplier }).value === cell.value;
}
