import type { Period } from '../model/index.ts';
import { calendarYear, fiscalYear, type Stretch } from './calendar.ts';
import { type Era, westernYear } from './era.ts';
import { type Folded, foldWithPlaces, sourceOf } from './fold.ts';
import { type PeriodContext, type PointInTime, pointAt } from './point-in-time.ts';

/** A period found inside a text, at offsets of the text as given. */
export interface PeriodMention {
  readonly period: Period;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A period at a place of a folded text. */
export interface ScannedPeriod {
  readonly start: number;
  readonly end: number;
  readonly stretch: Stretch;
  readonly isBareWestern: boolean;
}

const RANGE = / ?(?:~|-|から|より) ?/y;
/** The second year of 令和2～6年度 or 2020～24年度, which leaves out what the first has said. */
const SHORT_END = /(元|\d{1,2})(?![\d.,%]) ?(年度?|)/y;

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function shortYear(digits: string, first: PointInTime): number | null {
  const era: Era | null = first.era;
  if (digits === '元') return null;
  if (era !== null) return westernYear(era, Number(digits));
  return digits.length === 2 ? Math.trunc(first.year / 100) * 100 + Number(digits) : null;
}

/** From the first day of one to the last day of the other; a bare year takes the kind of year of its neighbour. */
function span(first: PointInTime, second: Stretch): Stretch | null {
  const isLent = first.isBare && first.stretch.basis !== second.basis && second.basis !== 'date';
  const { start, basis } = isLent ? yearLike(second, first.year) : first.stretch;
  return second.end < start ? null : { start, end: second.end, basis };
}

function yearLike(model: Stretch, year: number): Stretch {
  return model.basis === 'calendarYear' ? calendarYear(year) : fiscalYear(year);
}

/** Reads a period or a span of periods at a place of a folded text. */
export function scanPeriod(text: string, at: number, context: PeriodContext = {}): ScannedPeriod | null {
  const first = pointAt(text, at, context) ?? spanWithLateYear(text, at, context);
  if (first === null) return null;
  const alone = { start: at, end: first.end, stretch: first.stretch, isBareWestern: first.isBareWestern };
  const range = execAt(RANGE, text, first.end);
  if (range === null) return alone;
  const next = first.end + range[0].length;
  const second = pointAt(text, next, { ...context, era: first.era?.name ?? context.era ?? null });
  const last =
    second === null
      ? shortEndAt(text, next, first)
      : { end: second.end, stretch: second.isBare ? yearLike(first.stretch, second.year) : second.stretch };
  if (last === null || (range[0].trim() === '-' && !first.isBare)) return alone;
  const stretch = span(first, last.stretch);
  return stretch === null ? alone : { start: at, end: last.end, stretch, isBareWestern: false };
}

function shortEndAt(text: string, at: number, first: PointInTime): { end: number; stretch: Stretch } | null {
  const short = first.stretch.basis === 'date' ? null : execAt(SHORT_END, text, at);
  const year = short === null ? null : shortYear(short[1]!, first);
  if (short === null || year === null || (short[2] === '' && first.isBareWestern)) return null;
  if (short[2] === '年度') return { end: at + short[0].length, stretch: fiscalYear(year) };
  if (short[2] === '年') return { end: at + short[0].length, stretch: calendarYear(year) };
  return { end: at + short[1]!.length, stretch: yearLike(first.stretch, year) };
}

/** 2～6年度 under a 令和 header: the first year says 年度 only through the second. */
const LATE = /(\d{1,2}) ?~ ?(?=\d{1,2} ?年度)/y;

function spanWithLateYear(text: string, at: number, context: PeriodContext): PointInTime | null {
  const late = context.era == null || /[\d.,]/u.test(text[at - 1] ?? '') ? null : execAt(LATE, text, at);
  if (late === null) return null;
  const first = pointAt(`${late[1]}年度`, 0, context);
  return first === null ? null : { ...first, end: at + late[1]!.length };
}

/** Where a period can begin; saves trying at every character. */
const BEGINNING = /[明大昭平令西FMTSHRmtshr0-9元]/u;
/** A bare 2019 is a year only where it stands free: 2019実績, (2019), not 2019人 or 東京2020大会. */
const FREE_BEFORE = /[\s([/~⇒→▼:、・]/u;
const FREE_AFTER = /^(?:$|[\s)\]/~⇒→▼:、・]|実績|目標|基準|現状|見込|計画|予算|決算|推計)/u;

/** Periods of a folded text in order, none inside another. */
export function scanPeriods(
  folded: Folded,
  context: PeriodContext & { readonly bareYears?: boolean } = {},
): ScannedPeriod[] {
  const { text } = folded;
  const found: ScannedPeriod[] = [];
  for (let at = 0; at < text.length; ) {
    const period = BEGINNING.test(text[at]!) ? scanPeriod(text, at, context) : null;
    if (period === null) {
      at += 1;
      continue;
    }
    const isFree =
      (at === 0 || FREE_BEFORE.test(text[at - 1]!)) &&
      FREE_AFTER.test(text.slice(period.end, period.end + 2));
    if (!period.isBareWestern || (context.bareYears !== false && isFree)) found.push(period);
    at = period.end;
  }
  return found;
}

export function toPeriod(folded: Folded, scanned: ScannedPeriod): Period {
  const { start, end, basis } = scanned.stretch;
  return { label: sourceOf(folded, scanned.start, scanned.end).trim(), start, end, basis };
}

/**
 * The periods named inside a longer text, in order.
 *
 *     実績値(令和5年度)      基準値⇒R1目標値
 *            ^^^^^^^^               ^^
 */
export function findPeriods(text: string, context: PeriodContext = {}): PeriodMention[] {
  const folded = foldWithPlaces(text);
  return scanPeriods(folded, context).map((scanned) => {
    const start = folded.starts[scanned.start]!;
    const end = folded.ends[scanned.end - 1]!;
    return { period: toPeriod(folded, scanned), start, end, text: text.slice(start, end) };
  });
}

const TAIL =
  /^ ?(?:度?末|当初|中|分|まで)?(?:の)?(?:時点|現在)? ?(?:の ?)?(?:\d{1,2} ?[かヶカヵ]?年間?の?)?(?:年?平均|累計|通算|合計|計)?$/u;
const OUTER_BRACKETS = /^[([〔【]([^()[\]]*(?:\([^()]*\)[^()]*)?)[)\]〕】]$/u;
const MAX_LENGTH = 60;

/**
 * Reads a text that is a period and nothing else; null for anything more or less.
 *
 *     令和2～6年度  →  2020-04-01 … 2025-03-31, fiscalYear
 *     平成25年      →  2013-01-01 … 2013-12-31, calendarYear
 */
export function readPeriod(text: string, context: PeriodContext = {}): Period | null {
  if (text.length > MAX_LENGTH) return null;
  const outer = foldWithPlaces(text.trim());
  const inner = OUTER_BRACKETS.exec(outer.text) === null ? null : sourceOf(outer, 1, outer.text.length - 1);
  const folded = inner === null ? outer : foldWithPlaces(inner.trim());
  const scanned = scanPeriod(folded.text, 0, context);
  return scanned !== null && TAIL.test(folded.text.slice(scanned.end)) ? toPeriod(folded, scanned) : null;
}

/** Whether a text is a period and nothing else: R5, 令和5年度末, (H27～R1). */
export function isPeriodOnly(text: string, context: PeriodContext = {}): boolean {
  return readPeriod(text, context) !== null;
}
