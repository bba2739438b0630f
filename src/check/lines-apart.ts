import type { Observation, Record } from '../model/index.ts';

type IndicatorRecord = Extract<Record, { type: 'indicator' | 'activity' }>;

/** Slots a line must repeat of another before the two are two things. */
const LEAST_REPEATED = 2;

/**
 * Lines under one label that each have a baseline and results of the same years tell of different things:
 *
 *     成人の喫煙率 | 男性 | 29.8% | 25.4%
 *                | 女性 |  7.9% |  7.1%
 */
export function linesApart(group: readonly Observation[]): Observation[][] {
  const lines = [...Map.groupBy(group, ({ provenance: { table, row } }) => `${table} ${row}`).values()];
  const slots = lines.map((line) =>
    line
      .filter(({ measure }) => measure === 'baseline' || measure === 'actual')
      .map(({ measure, timePeriod }) => `${measure} ${timePeriod?.start}/${timePeriod?.end}`)
      .toSorted()
      .join(),
  );
  const isRepeated = new Set(slots).size === 1 && slots[0]!.split(',').length >= LEAST_REPEATED;
  return isRepeated ? lines : [];
}

/** What a further column of the line says: 女性; else its number. */
export function lineName({ texts }: Pick<IndicatorRecord, 'texts'>, lines: number, at: number): string {
  const columns = [...Map.groupBy(texts, ({ label }) => label).values()];
  const telling = columns.find(
    (column) => column.length === lines && new Set(column.map(({ text }) => text)).size === lines,
  );
  return telling?.[at]?.text ?? `${at + 1}`;
}
