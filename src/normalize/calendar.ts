import type { Period } from '../model/index.ts';

export type Basis = Period['basis'];

/** First and last day of a stretch of time, ISO 8601. */
export interface Stretch {
  readonly start: string;
  readonly end: string;
  readonly basis: Basis;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 年度: 1 April of the year to 31 March of the next (地方自治法208条1項). */
export function fiscalYear(year: number): Stretch {
  return { start: iso(year, 4, 1), end: iso(year + 1, 3, 31), basis: 'fiscalYear' };
}

export function calendarYear(year: number): Stretch {
  return { start: iso(year, 1, 1), end: iso(year, 12, 31), basis: 'calendarYear' };
}

/** The months from..to of a fiscal year (4…15, so that 15 is the March behind it). */
export function fiscalMonths(year: number, from: number, to: number): Stretch {
  const first = from > 12 ? iso(year + 1, from - 12, 1) : iso(year, from, 1);
  const [lastYear, lastMonth] = to > 12 ? [year + 1, to - 12] : [year, to];
  return { start: first, end: iso(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)), basis: 'date' };
}

export function month(year: number, monthOfYear: number): Stretch | null {
  if (monthOfYear < 1 || monthOfYear > 12) return null;
  return {
    start: iso(year, monthOfYear, 1),
    end: iso(year, monthOfYear, daysInMonth(year, monthOfYear)),
    basis: 'date',
  };
}

export function day(year: number, monthOfYear: number, dayOfMonth: number): Stretch | null {
  if (monthOfYear < 1 || monthOfYear > 12 || dayOfMonth < 1) return null;
  if (dayOfMonth > daysInMonth(year, monthOfYear)) return null;
  const date = iso(year, monthOfYear, dayOfMonth);
  return { start: date, end: date, basis: 'date' };
}
