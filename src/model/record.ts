import { z } from 'zod';
import { Provenance } from './place.ts';

const common = {
  id: z.string(),
  documentId: z.string(),
  path: z.array(z.string()),
  provenance: Provenance,
  observations: z.array(z.string()).describe('ids of its observations'),
};

/** Text of a row, form or sheet under the heading or header it stands under, or a footnote under its mark. */
export const LabelledText = z.strictObject({ label: z.string(), text: z.string() });
export type LabelledText = z.infer<typeof LabelledText>;

/** A row of a KPI table (in a long table: all rows of one indicator). Values are ids of observations. */
export const IndicatorRecord = z.strictObject({
  type: z.literal('indicator'),
  ...common,
  name: z.string(),
  level: z.enum(['goal', 'measure', 'project']),
  baseline: z.string().nullable(),
  targets: z.array(z.string()),
  actuals: z.array(z.string()),
  achievementRates: z.array(z.string()),
  ratings: z.array(z.string()),
  departments: z.array(z.string()),
  texts: z.array(LabelledText),
});

/** A row of an activity table: what was done, its indicator, and what is said of it. */
export const ActivityRecord = z.strictObject({
  type: z.literal('activity'),
  ...common,
  name: z.string(),
  activity: z.string().describe('取組内容'),
  indicator: z.string().nullable(),
  actuals: z.array(z.string()),
  assessment: z.string().nullable().describe('評価・課題'),
  departments: z.array(z.string()),
  texts: z.array(LabelledText),
});

export const SheetActivity = z.strictObject({ status: z.string().nullable(), text: z.string() });

/** A 事務事業 or 総括 sheet: a form of labels and values with tables inside. */
export const SheetRecord = z.strictObject({
  type: z.literal('sheet'),
  ...common,
  name: z.string(),
  departments: z.array(z.string()),
  overview: z.string().nullable(),
  activities: z.array(SheetActivity),
  texts: z.array(LabelledText).describe('texts by heading: 取組成果, 今後の課題, 改善内容, 施策の総括 …'),
  direction: z.string().nullable().describe('事業の方向性'),
  resources: z.strictObject({ finance: z.string().nullable(), staff: z.string().nullable() }),
  links: z.array(LabelledText).describe('strategies and pledges it serves'),
  indicators: z.array(z.string()).describe('ids of its indicator records'),
  finances: z.array(z.string()).describe('ids of its finance records'),
});

/** A row of a plain statistics, count or finance table. */
export const StatisticsRecord = z.strictObject({
  type: z.literal('statistics'),
  ...common,
  name: z.string(),
  texts: z.array(LabelledText),
});

/** A heading and the text under it. */
export const NarrativeRecord = z.strictObject({
  type: z.literal('narrative'),
  ...common,
  name: z.string(),
  text: z.string(),
});

export const Record = z.discriminatedUnion('type', [
  IndicatorRecord,
  ActivityRecord,
  SheetRecord,
  StatisticsRecord,
  NarrativeRecord,
]);
export type Record = z.infer<typeof Record>;
export type IndicatorRecord = z.infer<typeof IndicatorRecord>;
export type ActivityRecord = z.infer<typeof ActivityRecord>;
export type SheetRecord = z.infer<typeof SheetRecord>;
export type StatisticsRecord = z.infer<typeof StatisticsRecord>;
export type NarrativeRecord = z.infer<typeof NarrativeRecord>;
