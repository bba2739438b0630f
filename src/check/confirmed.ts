import type { Observation } from '../model/index.ts';
import { dividedBy, intervalOfObservation, overlaps, scaled, sumOf } from './interval.ts';
import { oncePerReport } from './once-per-report.ts';
import { printedNumber } from './printed-number.ts';
import type { ReportView, Row } from './report-view.ts';

/** Who else says that a number is what it is: the same number in another table, a rate made of it, the row's own words. */
export type Confirmation = 'elsewhere' | 'rate' | 'words';

/** Records by the numbers in them. Linear in observations. */
const placesOf = oncePerReport(({ observations }) => {
  const places = new Map<string, Set<string>>();
  for (const observation of observations) {
    const key = keyOf(observation);
    if (key === null) continue;
    const records = places.get(key);
    if (records === undefined) places.set(key, new Set([observation.recordId]));
    else records.add(observation.recordId);
  }
  return places;
});

/** Whether another place of the report confirms a number, and which. */
export function confirmationOf(
  observation: Observation,
  row: Row | null,
  view: ReportView,
): Confirmation | null {
  const key = keyOf(observation);
  if (key !== null && (placesOf(view).get(key)?.size ?? 0) > 1) return 'elsewhere';
  if (row === null) return null;
  if (isInRate(observation, row)) return 'rate';
  return isInWords(observation, row) ? 'words' : null;
}

function keyOf({ kind, value, indicatorKey, timePeriod, measure }: Observation): string | null {
  if (kind !== 'quantity' || value === null || value === 0) return null;
  return JSON.stringify([indicatorKey, measure, timePeriod?.end ?? null, value]);
}

const PERCENT = 100;

/** Whether the printed rate is this number (the last one, or all together) over the target. */
function isInRate(observation: Observation, { actuals, targets, rates }: Row): boolean {
  const target = targets.at(-1);
  const [rate] = rates;
  const whole = target === undefined ? null : intervalOfObservation(target);
  const printed = rate === undefined ? null : intervalOfObservation(rate);
  if (whole === null || printed === null) return false;
  const numbers = actuals.flatMap((actual) => intervalOfObservation(actual) ?? []);
  const isLast = observation === target || observation === actuals.at(-1);
  const own = actuals.at(-1) === undefined ? null : intervalOfObservation(actuals.at(-1) as Observation);
  const ways = [sumOf(numbers), ...(isLast && own !== null ? [own] : [])];
  return ways.some((way) => {
    const share = dividedBy(way, whole);
    return share !== null && overlaps(scaled(share, PERCENT), printed);
  });
}

const LEAST_DIGITS = 3;

/** Whether 評価・課題 names the number, with or without its comma. */
function isInWords({ raw }: Observation, { text }: Row): boolean {
  const printed = printedNumber(raw);
  const digits = printed?.text.replaceAll(',', '') ?? '';
  if (digits.length < LEAST_DIGITS) return false;
  const bare = text.normalize('NFKC').replaceAll(',', '');
  const at = bare.indexOf(digits);
  return at >= 0 && !/[\d.]/u.test(bare[at - 1] ?? '') && !/\d/u.test(bare[at + digits.length] ?? '');
}
