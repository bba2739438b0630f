import type { Period } from '../model/index.ts';
import { findPeriods } from '../normalize/index.ts';
import { inOtherEra } from './other-era.ts';

/** A span of years in a text that ends before it begins. */
export interface BackwardRange {
  /** as printed: R29～R1 */
  readonly text: string;
  readonly from: Period;
  readonly to: Period;
  /** the span with the one era that makes it run forward: H29～R1; null where none or several do */
  readonly meant: string | null;
  readonly page: number;
  readonly line: number;
}

const RANGE_MARK = /^ ?[~～〜－―—‐–-] ?$/u;
const HAS_RANGE = /[0-9０-９元年度] ?[~～〜－―—‐–-] ?[^\s]/u;
/** Spans of plans and projects; a century is no reading of one. */
const LONGEST_YEARS = 40;

/**
 * Finds spans that run backwards, in all words of a report. Linear in its length.
 *
 *     …応援プロジェクト（R29～R1）
 *                        ^^^^^^ 2047 to 2019
 */
export function backwardRanges(text: string): BackwardRange[] {
  let page = 1;
  const found: BackwardRange[] = [];
  for (const [index, line] of text.split(/\n/u).entries()) {
    const pages = line.split('\f');
    for (const [turned, part] of pages.entries()) {
      if (turned > 0) page += 1;
      if (HAS_RANGE.test(part))
        found.push(...rangesOf(part).map((range) => ({ ...range, page, line: index + 1 })));
    }
  }
  return found;
}

function rangesOf(line: string): Omit<BackwardRange, 'page' | 'line'>[] {
  const mentions = findPeriods(line);
  return mentions.slice(1).flatMap((second, i) => {
    const first = mentions[i];
    if (first === undefined || !RANGE_MARK.test(line.slice(first.end, second.start))) return [];
    const [from, to] = [first.period, second.period];
    if (from.start <= to.end || from.basis === 'date' || to.basis === 'date') return [];
    const text = line.slice(first.start, second.end);
    return [{ text, from, to, meant: meantRange(line, first, second) }];
  });
}

/** Reads the first year in the era before: R29～R1 is H29～R1 where that is a span of a plan. */
function meantRange(line: string, first: { start: number }, second: { end: number }): string | null {
  const mended = inOtherEra(line.slice(first.start, second.end), -1)?.text;
  const period = mended === undefined ? undefined : findPeriods(mended)[0]?.period;
  if (mended === undefined || period === undefined || period.end <= period.start) return null;
  const years = Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4));
  return years > 1 && years <= LONGEST_YEARS ? mended : null;
}
