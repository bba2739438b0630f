import type { Big } from 'big.js';
import { addMinor, counterBehind } from './counter.ts';
import { type Folded, foldWithPlaces, sourceOf } from './fold.ts';
import { scanNumber } from './number.ts';
import { beginsNumeral, isKanjiNumeral } from './numeral.ts';
import { opaqueSpans, type Span } from './opaque.ts';
import { scanPeriods } from './period.ts';
import { prefixUnit, type UnitKind } from './unit.ts';
import { isInName, isInWord } from './word-guard.ts';

export type MentionKind = UnitKind | 'number';

/** A number with its unit at a place of a folded text. */
export interface ScannedMention {
  readonly start: number;
  readonly end: number;
  /** Where the number itself ends and its unit begins. */
  readonly numberEnd: number;
  readonly value: Big;
  readonly precision: Big | null;
  readonly multiplier: number;
  readonly unit: string | null;
  readonly kind: MentionKind;
  readonly spanYears: number | null;
  readonly isSigned: boolean;
}

const ORDINAL = /目(?!標|的|指)/y;
/** Speeds and flows name their denominator first. */
const PER_TIME: Readonly<Record<string, string>> = {
  時速: '時',
  毎時: '時',
  分速: '分',
  毎分: '分',
  秒速: '秒',
  毎秒: '秒',
};
const SPEED = /(?:時速|毎時|分速|毎分|秒速|毎秒) ?(?=[0-9.一-九十百千])/y;
const BEGINNING = /[-+△▲▼ーマプ¥$€時毎分秒]/u;

/**
 * Reads the number that begins at a place, with its unit, or null where the characters count nothing.
 *
 *     約1.1万人の     △54,573千円     8回/4か年
 *       ^^^^^           ^^^^^^^^^^^^      ^^^^^^^^^
 */
export function scanMention(text: string, at: number): ScannedMention | null {
  SPEED.lastIndex = at;
  const speed = SPEED.exec(text)?.[0] ?? '';
  const prefix = prefixUnit(text[at] ?? '');
  const number = scanNumber(text, at + (speed.length || (prefix === undefined ? 0 : 1)));
  if (number === null) return null;
  const unit = prefix === undefined ? counterBehind(text, number) : null;
  const definition = prefix ?? unit?.definition;
  const minor = definition === undefined || unit === null ? null : addMinor(text, unit.end, definition);
  const unitEnd = prefix === undefined ? (minor?.end ?? unit?.end ?? null) : number.end;
  const isWord = number.hasArabic
    ? prefix === undefined && isInName(text, number, unitEnd)
    : isInWord(text, number, unitEnd);
  if (isWord) return null;
  const factor = definition?.factor ?? '1';
  const size = number.value.times(factor);
  const added = minor?.value ?? null;
  ORDINAL.lastIndex = unitEnd ?? number.end;
  const ordinal = unit === null ? 0 : (ORDINAL.exec(text)?.[0].length ?? 0);
  const end = (unitEnd ?? number.end) + ordinal;
  return {
    start: at,
    end,
    numberEnd: number.end,
    value: added === null ? size : size.lt(0) ? size.minus(added) : size.plus(added),
    precision: minor?.precision ?? number.precision?.times(factor) ?? null,
    multiplier: number.multiplier,
    unit:
      speed === '' ? (prefix?.unit ?? unit?.unit ?? null) : `${unit?.unit ?? ''}/${PER_TIME[speed.trim()]!}`,
    kind: speed === '' ? (prefix?.kind ?? unit?.kind ?? 'number') : 'rate',
    spanYears: unit?.spanYears ?? null,
    isSigned: number.isSigned,
  };
}

/** Numbers with their units in a folded text, in order, outside the given stretches. Linear in the length. */
export function scanMentions(text: string, excluded: readonly Span[]): ScannedMention[] {
  const found: ScannedMention[] = [];
  let skip = 0;
  for (let at = 0; at < text.length; ) {
    while (skip < excluded.length && excluded[skip]!.end <= at) skip += 1;
    const span = excluded[skip];
    if (span !== undefined && span.start <= at) {
      at = span.end;
      continue;
    }
    const c = text[at]!;
    const mention = beginsNumeral(c) || BEGINNING.test(c) ? scanMention(text, at) : null;
    if (mention !== null && (span === undefined || mention.numberEnd <= span.start)) {
      found.push(mention);
      at = mention.end;
    } else if (mention === null && beginsNumeral(c)) at = endOfRun(text, at);
    else at += 1;
  }
  return found;
}

/** Behind a number that was refused: the digits of 5G or 一部 are not tried again one by one. */
function endOfRun(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[0-9.,]/u.test(text[end]!)) end += 1;
  while (end < text.length && isKanjiNumeral(text[end]!)) end += 1;
  return Math.max(end, at + 1);
}

/** A number found in a text, at offsets of the text as given. */
export interface NumberMention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The number without its unit. */
  readonly numeral: string;
  /** In the base unit. */
  readonly value: number;
  readonly unit: string | null;
  readonly kind: MentionKind;
}

/**
 * The numbers with units inside a text; dates, years, headings' numbers and numerals inside words are none.
 *
 *     令和5年度は一部の校区で12回、約1.1万人が参加
 *                          ^^^^   ^^^^^^^
 */
export function findNumbers(text: string): NumberMention[] {
  const folded: Folded = foldWithPlaces(text);
  const periods = scanPeriods(folded, { bareYears: false });
  const excluded = [...periods, ...opaqueSpans(folded.text)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  return scanMentions(folded.text, excluded).map((mention) => ({
    text: sourceOf(folded, mention.start, mention.end),
    start: folded.starts[mention.start]!,
    end: folded.ends[mention.end - 1]!,
    numeral: sourceOf(folded, mention.start, mention.numberEnd),
    value: Number(mention.value.toString()),
    unit: mention.unit,
    kind: mention.kind,
  }));
}
