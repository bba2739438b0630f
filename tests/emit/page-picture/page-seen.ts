import type { PageSeen } from '../../../src/emit/page-picture/page-seen.ts';
import type { Observation } from '../../../src/model/index.ts';

export const BLANK: PageSeen = {
  path: 'reports/r5.pdf',
  number: 3,
  pages: 12,
  width: 200,
  height: 100,
  rules: [],
  tables: 0,
  cells: [],
  headings: [],
  values: [],
  doubts: [],
};

/** A value with what a picture shows of it. */
export function valueIn(
  box: [number, number, number, number] | null,
  measure: Observation['measure'],
  year: { label: string; start: string } | null,
): Observation {
  const timePeriod = year && { ...year, end: '2024-03-31', basis: 'fiscalYear' as const };
  return { measure, timePeriod, provenance: { box } } as unknown as Observation;
}
