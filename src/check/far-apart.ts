import type { Observation } from '../model/index.ts';
import { cellWords, printed } from './figure-words.ts';
import { inBoth } from './in-both.ts';
import { printedNumber } from './printed-number.ts';
import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';

/** Figures of one row that lie this far from all its others are of another scale (powers of ten: 1.8 is ×63). */
const FAR = 1.8;
/** The others of a row lie within this of each other. */
const TOGETHER = 1;
/** How near to a whole power of ten the repair must bring it. */
const NEAR = 0.3;
const LEVELS = new Set<Observation['measure']>([
  'baseline',
  'target',
  'actual',
  'estimate',
  'budget',
  'settlement',
  'value',
]);

/**
 * A figure a hundred times another of its row, where the row has too few to be a series: budget and settlement, two years.
 *
 *     維持管理費（千円） | R4 95,310 | R5 96,412,000
 *                                     ^^^^^^^^^^ 円?
 */
export function farApart(view: ReportView): Found[] {
  const own = view.observations.filter(
    ({ kind, value, measure }) => kind === 'quantity' && value !== null && LEVELS.has(measure),
  );
  const rows = Map.groupBy(own, ({ recordId, indicator, path, unit, measure, qualifiers }) => {
    // what money is for stands in the row, the header names the year: R4決算額 | R5決算額
    const name = measure === 'settlement' || measure === 'budget' ? '' : indicator;
    return JSON.stringify([recordId, name, path, unit, qualifiers.spanYears, qualifiers.aggregate]);
  });
  return [...rows.values()].flatMap((row) => {
    const [{ recordId, indicator }] = row as [Observation];
    const record = view.recordsById.get(recordId);
    const name = record?.type === 'statistics' ? record.name : indicator;
    return isOneThing(row) ? (aloneIn(row, name) ?? []) : [];
  });
}

/** One figure for each measure and period, all above nought. */
function isOneThing(row: readonly Observation[]): boolean {
  const slots = new Set(
    row.map(({ measure, timePeriod }) => `${measure} ${timePeriod?.start}/${timePeriod?.end}`),
  );
  return row.length > 1 && slots.size === row.length && row.every(({ value }) => value! > 0);
}

function aloneIn(row: readonly Observation[], name: string): Found | null {
  const alone = row.filter((each) => row.every((other) => other === each || apart(each, other) >= FAR));
  const isPair = row.length === 2;
  const suspect = isPair ? likelier(row[0]!, row[1]!) : alone[0];
  if (suspect === undefined || alone.length !== (isPair ? 2 : 1)) return null;
  const others = row.filter((each) => each !== suspect);
  const isLow = suspect.value! < others[0]!.value!;
  // what begins may begin with little
  if (!isPair && isLow && suspect === row[0]) return null;
  if (others.some((a) => others.some((b) => apart(a, b) > TOGETHER))) return null;
  const meant = repairOf(suspect, others);
  const list = others.map(cellWords).join('、');
  const factor = printed(10 ** Math.min(...others.map((other) => apart(suspect, other))));
  return {
    severity: 'warning',
    confidence: 0.6,
    message: {
      ja: `「${name}」の ${cellWords(suspect)} は、同じ行の ${list} と約${factor}倍違います。桁または単位の誤りの疑いがあります。`,
      en: `${cellWords(suspect)} of "${name}" and ${list} of its row are about ${factor} times apart: a power of ten or a unit may have slipped.`,
    },
    observations: [suspect, ...others],
    evidence: { printed: suspect.raw, others: list },
    suggestion:
      meant === null
        ? null
        : {
            observationId: suspect.id,
            field: 'value',
            from: suspect.value,
            to: meant,
            explains: inBoth({
              ja: `${printed(meant)} は ${list} と並びます`,
              en: `${printed(meant)} lies beside ${list}`,
            }),
          },
    compared: ['farApart', name, suspect.raw, list],
  };
}

const apart = (a: Observation, b: Observation): number => Math.abs(Math.log10(a.value! / b.value!));

/** Of two, the one whose digits show the slip: noughts at its end, or a point before three digits. */
function likelier(a: Observation, b: Observation): Observation {
  const [small, large] = a.value! < b.value! ? [a, b] : [b, a];
  const power = Math.round(apart(a, b));
  const hasNoughts = digitsOf(large).endsWith('0'.repeat(power));
  return !hasNoughts && /\.\d{3}(?!\d)/u.test(printedNumber(small.raw)?.text ?? '') ? small : large;
}

const digitsOf = ({ raw }: Observation): string => (printedNumber(raw)?.text ?? '').replace(/\D/gu, '');

function repairOf(suspect: Observation, others: readonly Observation[]): number | null {
  const [other] = others;
  const distance = Math.log10(suspect.value! / other!.value!);
  const power = Math.round(distance);
  const isShown = power < 0 || digitsOf(suspect).endsWith('0'.repeat(power));
  return isShown && Math.abs(distance - power) <= NEAR
    ? Number((suspect.value! / 10 ** power).toPrecision(12))
    : null;
}
