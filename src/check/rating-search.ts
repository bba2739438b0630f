import type { Observation } from '../model/index.ts';
import { readRatingMark } from '../normalize/index.ts';
import { actualAt, rateAt, saidSide, sideOf, targetAt } from './goal.ts';
import type { Interval } from './interval.ts';
import { PROGRESS_DEFINITIONS, type ProgressDefinition, type ProgressInput, progressBy } from './progress.ts';
import { plainMark, rankMarks, type Thresholds } from './rating-legend.ts';
import type { ReportView, Row } from './report-view.ts';

/** A mark that stands beside a result and a target, with the progress it could judge. */
export interface Marked {
  readonly row: Row;
  readonly rating: Observation;
  readonly mark: string;
  readonly actual: Observation;
  readonly target: Observation;
  readonly progress: ReadonlyMap<ProgressDefinition, Interval>;
  /** the same where more is better after all: only where the baseline stands does it look otherwise */
  readonly otherwise: Marked['progress'] | null;
}

/** A rule that could have given the marks: thresholds on a definition of progress, and how many marks it explains. */
export interface MarkRule extends Thresholds {
  readonly definition: ProgressDefinition;
  readonly explains: number;
}

/** Thresholds cities use, the usual ones first: of equals the first is taken. */
const USUAL_CUTS = [100, 80, 70, 75, 90, 60, 50, 95, 85, 65, 40, 30, 20, 110, 120];

/** All marks of a report that can be computed again. */
export function markedOf(view: ReportView): Marked[] {
  return view.rows.flatMap((row) => row.ratings.flatMap((rating) => markedBy(row, rating)));
}

function markedBy(row: Row, rating: Observation): Marked[] {
  if (rating.kind !== 'rating') return [];
  const target = targetAt(row, rating.timePeriod);
  const actual = actualAt(row, rating.timePeriod);
  if (target === null || actual === null) return [];
  const side = sideOf(row, target);
  const input = { actual, target, baseline: row.baseline, rate: rateAt(row, rating.timePeriod), side };
  const progress = allProgress(input);
  if (progress.size === 0) return [];
  const isGuess =
    side === 'lower' && saidSide(row, target) === null && isHoldingTheLine(row.baseline, target);
  const otherwise = isGuess ? allProgress({ ...input, side: 'higher' }) : null;
  const mark = plainMark(readRatingMark(rating.raw) ?? rating.raw);
  return [{ row, rating, mark, actual, target, progress, otherwise }];
}

/** 54 → 50 may be less that is better, or nearly as much as before; 21 → 17 is meant to become less. */
const isHoldingTheLine = (baseline: Observation | null, { value }: Observation): boolean =>
  baseline?.value != null && value !== null && value >= baseline.value * (1 - LITTLE);
const LITTLE = 0.1;

function allProgress(input: ProgressInput): Marked['progress'] {
  const all = PROGRESS_DEFINITIONS.map((definition) => [definition, progressBy(definition, input)] as const);
  return new Map(all.flatMap(([definition, found]) => (found === null ? [] : [[definition, found]])));
}

/** Whether a rule gives a mark to what it stands beside; null where it says nothing of that mark. */
export function explains(
  rule: Pick<MarkRule, 'definition' | 'marks' | 'cuts'>,
  { mark, progress, otherwise }: Marked,
): boolean | null {
  const at = rule.marks.indexOf(mark);
  const ways = [progress, otherwise].flatMap((way) => way?.get(rule.definition) ?? []);
  if (at < 0 || ways.length === 0) return null;
  const low = rule.cuts[at] ?? Number.NEGATIVE_INFINITY;
  const high = rule.cuts[at - 1] ?? Number.POSITIVE_INFINITY;
  return ways.some((found) => found.high >= low - SLACK && found.low < high);
}
const SLACK = 1e-9;

/** The mark a rule would give. */
export function markBy({ definition, marks, cuts }: MarkRule, { progress }: Marked): string {
  const { low, high } = progress.get(definition) ?? { low: 0, high: 0 };
  const at = cuts.findIndex((cut) => (low + high) / 2 >= cut);
  return marks[at < 0 ? marks.length - 1 : at] ?? '';
}

export function measured(
  definition: ProgressDefinition,
  thresholds: Thresholds,
  all: readonly Marked[],
): MarkRule {
  const { marks, cuts } = thresholds;
  const rule = { definition, marks, cuts };
  return { ...rule, explains: all.filter((marked) => explains(rule, marked) === true).length };
}

/** The definition that explains most marks with given thresholds; of equals the plain ratio. */
export function bestDefinition(thresholds: Thresholds, all: readonly Marked[]): MarkRule {
  const [ratio, ...others] = PROGRESS_DEFINITIONS.map((definition) => measured(definition, thresholds, all));
  return others.reduce((best, rule) => (rule.explains > best.explains ? rule : best), ratio as MarkRule);
}

/** The thresholds and definition that explain most marks; null where the marks are of no known scale or all alike. */
export function searchRule(all: readonly Marked[]): MarkRule | null {
  const ranks = rankMarks(all.map(({ mark }) => mark));
  if (ranks === null || ranks.size < 2) return null;
  const marks = [...ranks.keys()].toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  const rules = PROGRESS_DEFINITIONS.map((definition) =>
    measured(definition, { marks, cuts: cutsFor(definition, marks, all) }, all),
  );
  return rules.reduce((best, rule) => (rule.explains > best.explains ? rule : best));
}

/** Each mark parted from the next where fewest marks stand on the wrong side. */
function cutsFor(definition: ProgressDefinition, marks: readonly string[], all: readonly Marked[]): number[] {
  const points = all.flatMap(({ mark, progress }) => {
    const found = progress.get(definition);
    return found === undefined ? [] : [{ rank: marks.indexOf(mark), at: (found.low + found.high) / 2 }];
  });
  let above = Number.POSITIVE_INFINITY;
  return marks.slice(0, -1).map((_, rank) => {
    const wrong = (cut: number): number =>
      points.filter(
        (point) => (point.rank === rank && point.at < cut) || (point.rank === rank + 1 && point.at >= cut),
      ).length;
    const usual = USUAL_CUTS.filter((cut) => cut < above);
    const cut = usual.reduce((best, each) => (wrong(each) < wrong(best) ? each : best), usual[0] ?? 0);
    above = cut;
    return cut;
  });
}
