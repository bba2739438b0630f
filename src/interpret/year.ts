import type { Period } from '../model/index.ts';
import { readPeriod } from '../normalize/index.ts';

const BARE_YEAR = /^(?:元|\d{1,2})(?:年|年度)?$/u;
const ERA_NAMED = /(明治|大正|昭和|平成|令和)|(?:^|[^A-Za-z])([MTSHR])\s*(?:元|\d)/u;

/** The era a header or year names, so that the years after it may leave it out. */
export function eraNamedIn(text: string): string | null {
  const found = ERA_NAMED.exec(text.normalize('NFKC'));
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * Reads the cell of a column of years, where the era is written once.
 *
 *     平成30年
 *     令和元年
 *     ２年         令和２年: the era goes on
 */
export function readYear(text: string, era: string | null, isCalendar: boolean): Period | null {
  const context = { era, ...(isCalendar ? { basis: 'calendarYear' as const } : {}) };
  const read = readPeriod(text, context);
  const bare = text.normalize('NFKC').trim();
  if (read !== null || era === null || !BARE_YEAR.test(bare)) return read;
  const full = readPeriod(`${era}${bare}`, context);
  return full === null ? null : { ...full, label: text.trim() };
}
