import { isLowerBetter } from '../../check/lower-is-better.ts';
import type { Observation } from '../../model/index.ts';
import type { Overview } from '../api.ts';

/** What of a row is needed to say whether it met its target. */
type Figure = Pick<Observation, 'value' | 'unit' | 'timePeriod' | 'qualifiers' | 'indicator'>;

/** Counts the rows that met their target as observations come by, those of a row one behind the other. */
export class TargetTally {
  #recordId: string | null = null;
  #targets: Figure[] = [];
  #actuals: Figure[] = [];
  #compared = 0;
  #met = 0;

  add({ recordId, measure, kind, value, unit, timePeriod, qualifiers, indicator }: Observation): void {
    if (recordId !== this.#recordId) this.#endRow();
    this.#recordId = recordId;
    if (kind !== 'quantity' || timePeriod === null) return;
    const figure = { value, unit, timePeriod, qualifiers, indicator };
    if (measure === 'target') this.#targets.push(figure);
    if (measure === 'actual') this.#actuals.push(figure);
  }

  end(): Overview['targets'] {
    this.#endRow();
    return { compared: this.#compared, met: this.#met };
  }

  #endRow(): void {
    const isMet = metTarget(this.#targets, this.#actuals);
    if (isMet !== null) this.#compared += 1;
    if (isMet === true) this.#met += 1;
    this.#targets = [];
    this.#actuals = [];
  }
}

/**
 * Whether the last result reaches the last target of its year or an earlier one; null where there are no such two, or they
 * are of different units. Sums over years and changes are left out: a level says nothing of them.
 */
export function metTarget(targets: readonly Figure[], actuals: readonly Figure[]): boolean | null {
  const actual = latest(actuals.filter(isLevel));
  if (actual === undefined) return null;
  const due = targets.filter((target) => isLevel(target) && endOf(target) <= endOf(actual));
  const target = latest(due.filter(({ indicator }) => indicator === actual.indicator));
  if (target === undefined || target.unit !== actual.unit) return null;
  const isLower = target.qualifiers.bound === 'max' || target.qualifiers.bound === 'lt';
  return isLower || (target.qualifiers.bound === undefined && isLowerBetter(actual.indicator))
    ? actual.value! <= target.value!
    : actual.value! >= target.value!;
}

const isLevel = ({ value, qualifiers }: Figure): boolean =>
  value !== null &&
  qualifiers.direction === undefined &&
  qualifiers.spanYears === undefined &&
  qualifiers.aggregate !== 'cumulative';

const endOf = ({ timePeriod }: Figure): string => timePeriod!.end;

/** Of several of one year the last one printed. */
const latest = (figures: readonly Figure[]): Figure | undefined =>
  figures.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0)).at(-1);
