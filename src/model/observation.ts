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

/** The reading a person's verdict has replaced, whole. */
export const OriginalReading = z.strictObject({ raw: z.string(), ...Reading.shape });
export type OriginalReading = z.infer<typeof OriginalReading>;

/** The verdict that replaced a reading. */
export const Correction = z.strictObject({
  by: z.string().nullable(),
  at: z.iso.datetime(),
  fingerprint: z.string().describe('of the finding the verdict stands on'),
});
export type Correction = z.infer<typeof Correction>;

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
  original: OriginalReading.nullable()
    .default(null)
    .describe('the reading before a person corrected it; null where nobody did'),
  correctedBy: Correction.nullable().default(null),
});
/** As stages make it: a correction may be left out, and is written as null. */
export type Observation = z.input<typeof Observation>;
