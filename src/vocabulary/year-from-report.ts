import type { Period } from '../model/index.ts';
import { headerKey, type Vocabulary } from './vocabulary.ts';

/** What a header says that counts from the report's own year. */
export interface YearFromReport {
  /** null where the report's year is not known */
  readonly period: Period | null;
  /** what the header says besides, folded: 予算額 */
  readonly rest: string;
}

/** 前年度予算額 in a report of 令和6年度 is the 予算額 of 令和5年度. */
export function yearFromReport(text: string, vocabulary: Vocabulary): YearFromReport | null {
  const key = headerKey(text).replace(/\([^()]*\)/gu, '');
  for (const [word, years] of vocabulary.yearsFromReport) {
    if (!key.startsWith(word)) continue;
    const rest = key.slice(word.length).replace(/^[の末:]+/u, '');
    if (vocabulary.year === null) return { period: null, rest };
    const year = Number(vocabulary.year.start.slice(0, 4)) + years;
    return {
      period: { label: text.trim(), start: `${year}-04-01`, end: `${year + 1}-03-31`, basis: 'fiscalYear' },
      rest,
    };
  }
  return null;
}
