import type { Observation } from '../model/index.ts';
import { readCell } from '../normalize/index.ts';
import { inBoth } from './in-both.ts';
import { isMalformedNumber, type PrintedNumber, printedNumber } from './printed-number.ts';
import type { ReportView, Row } from './report-view.ts';
import type { Found } from './rule.ts';

/**
 * Numbers whose commas or points stand where none can; a part of the rule decimal-separator.
 *
 *     就職率 | 12.9% | 11,2% | 9.6%
 *                        ^ 11.2 was meant
 */
export function malformedNumbers(view: ReportView): Found[] {
  const rows = new Map(view.rows.map((row) => [row.record.id, row]));
  return view.observations
    .filter(isMalformedNumber)
    .flatMap((observation) => malformed(observation, rows.get(observation.recordId)));
}

function malformed(observation: Observation, row: Row | undefined): Found[] {
  const printed = printedNumber(observation.raw);
  if (printed === null) return [];
  const others = (row?.observations ?? []).filter(
    (each) =>
      each.kind === 'quantity' && each.id !== observation.id && each.value !== null && each.value !== 0,
  );
  const mended = mendedRaw(observation, printed, others);
  const [ja, en] =
    mended === null ? ['', ''] : [`${mended.raw} ではありませんか。`, ` ${mended.raw} was probably meant.`];
  const list = others.map(({ raw }) => raw).join('、');
  return [
    {
      severity: 'error',
      confidence: 0.95,
      message: {
        ja: `${observation.indicator}の ${observation.raw} は、桁区切りの位置が正しくありません。${ja}`,
        en: `${observation.raw} of ${observation.indicator} has a separator where none can stand.${en}`,
      },
      observations: [observation, ...others],
      evidence: { printed: observation.raw, meant: mended?.raw ?? null, others: list },
      suggestion:
        mended === null
          ? null
          : {
              observationId: observation.id,
              field: 'value',
              from: observation.value,
              to: mended.value,
              explains:
                list === ''
                  ? inBoth({ ja: '区切りが正しい位置になります', en: 'a separator in its place' })
                  : inBoth({ ja: `${list} と並びます`, en: `${mended.raw} lies among ${list}` }),
            },
      compared: [observation.indicator, observation.raw, list],
    },
  ];
}

/** How far a repaired number may lie from the row's others. */
const WITHIN_FACTOR = 4;

/** The one way to set the separators right that fits the other numbers of the row. */
function mendedRaw(
  { raw }: Observation,
  { text }: PrintedNumber,
  others: readonly Observation[],
): { raw: string; value: number } | null {
  const last = text.lastIndexOf(',');
  const asPoint = `${text.slice(0, last).replaceAll(',', '')}.${text.slice(last + 1)}`;
  const ways = [...(last < 0 || text.includes('.') ? [] : [asPoint]), text.replace(/[,.]/gu, '')];
  const fitting = ways.flatMap((way) => {
    const repaired = raw.replace(/[0-9０-９][0-9０-９,，.．]*/u, way);
    const { value } = readCell(repaired);
    if (value === null) return [];
    const worth = value * headerFactor(others);
    const fits = others.some((other) => isNear(worth, other.value ?? 0));
    return fits ? [{ raw: repaired, value: worth }] : [];
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

const isNear = (a: number, b: number): boolean => a / b > 0 && a / b < WITHIN_FACTOR && b / a < WITHIN_FACTOR;

/** What headers multiply the row's numbers by: 1000 under 千円. */
function headerFactor(others: readonly Observation[]): number {
  const model = others.find(({ multiplier }) => multiplier > 0);
  const own = model === undefined ? null : readCell(model.raw).value;
  return model?.value == null || own === null || own === 0 ? 1 : model.value / own;
}
