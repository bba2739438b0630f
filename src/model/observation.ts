import { z } from 'zod';
import { Provenance } from './place.ts';
import { Period, Reading } from './reading.ts';

export const Measure = z.enum([
  'baseline',
  'target',
  'actual',
  'estimate',
  'achievementRate',
  'rating',
  'budget',
  'settlement',
  'change',
  'count',
  'value',
]);
export type Measure = z.infer<typeof Measure>;

/** A municipality by its 全国地方公共団体コード (6 digits with check digit). */
export const RefArea = z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string() });
export type RefArea = z.infer<typeof RefArea>;

/** One value cell of a report: what is measured, of what, when, and what was printed. */
export const Observation = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  recordId: z.string(),
  refArea: RefArea.nullable(),
  path: z.array(z.string()).describe('headings it stands under, outermost first, as printed'),
  activity: z.string().nullable().describe('取組内容 of an activity row'),
  indicator: z.string().describe('the label as printed'),
  indicatorKey: z.string().describe('the label folded for joining'),
  measure: Measure,
  timePeriod: Period.nullable(),
  raw: z.string().describe('the cell, exactly'),
  ...Reading.shape,
  departments: z.array(z.string()),
  provenance: Provenance,
  findings: z.array(z.string()),
});
export type Observation = z.infer<typeof Observation>;
