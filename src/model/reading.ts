import { z } from 'zod';

/** A period of time as printed, with its first and last day. */
export const Period = z.strictObject({
  label: z.string().describe('as printed: R5, 令和5年度, H27～R1年度'),
  start: z.iso.date(),
  end: z.iso.date(),
  basis: z.enum(['fiscalYear', 'calendarYear', 'date']),
});
export type Period = z.infer<typeof Period>;

export const Direction = z.enum(['increase', 'decrease']);
export const Bound = z.enum(['min', 'max', 'lt', 'gt', 'approx']);
export const Aggregate = z.enum(['cumulative', 'mean']);

export const Qualifiers = z.strictObject({
  spanYears: z.number().positive().optional().describe('8回/4か年 → 4'),
  direction: Direction.optional().describe('増加 / 減少'),
  bound: Bound.optional().describe('min 以上, max 以下, lt 未満, gt 超, approx 約'),
  aggregate: Aggregate.optional().describe('cumulative 累計・計・通算, mean 平均'),
});
export type Qualifiers = z.infer<typeof Qualifiers>;

/** One further number of a cell: a part of a compound, or a level or difference in brackets. */
export const Part = z.strictObject({
  label: z.string().nullable(),
  value: z.number(),
  unit: z.string().nullable(),
  raw: z.string(),
});
export type Part = z.infer<typeof Part>;

export const Kind = z.enum(['quantity', 'compound', 'rating', 'status', 'missing', 'text']);
export type Kind = z.infer<typeof Kind>;

/** SDMX CL_OBS_STATUS: A normal, M does not exist, O missing, E estimated, P provisional, U low reliability. */
export const ObsStatus = z.enum(['A', 'M', 'O', 'E', 'P', 'U']);
export type ObsStatus = z.infer<typeof ObsStatus>;

/** What a value cell says, read on its own with the unit and multiplier its headers give. */
export const Reading = z.strictObject({
  kind: Kind,
  value: z.number().nullable().describe('quantity only: in the base unit, signed'),
  unit: z.string().nullable().describe('without multiplier words'),
  multiplier: z.int().min(0).describe('the power of ten that was written (千 3, 万 4, 億 8)'),
  precision: z.number().nullable().describe('worth of the last printed digit, in the base unit'),
  qualifiers: Qualifiers,
  parts: z.array(Part),
  note: z.string().nullable().describe('words of the cell that nothing else covers'),
  obsStatus: ObsStatus,
});
export type Reading = z.infer<typeof Reading>;
