import type { Period } from '../model/index.ts';
import { type Folded, foldWithPlaces } from './fold.ts';
import { type ScannedMention, scanMentions } from './mention.ts';
import { opaqueSpans, type Span } from './opaque.ts';
import { scanPeriods, toPeriod } from './period.ts';

/** A bracket of a cell: its place with and without the bracket signs. */
export interface Bracket extends Span {
  readonly innerStart: number;
  readonly innerEnd: number;
}

export interface PeriodItem extends Span {
  readonly period: Period;
}

export interface MarkItem extends Span {
  readonly mark: string;
}

/** What stands in a cell, each kind in order of its place: the words are what is left between. */
export interface CellItems {
  readonly folded: Folded;
  readonly brackets: readonly Bracket[];
  readonly numbers: readonly ScannedMention[];
  /** Years a number is spread over: 4年間で, 5年に. */
  readonly spans: readonly (Span & { readonly years: number })[];
  readonly periods: readonly PeriodItem[];
  readonly marks: readonly MarkItem[];
}

const OPENING = '([〔【';
const CLOSING = ')]〕】';
/** ○ 9, × 3: a mark and how often it was given. */
const COUNTED_MARK = /([○◯◎●〇×☆△▲-]) ?(?=\d)/gu;
const SURE_MARK = /(?:[○◯◎●×☆]|(?<![\d一二三四五六七八九])〇) ?\d/u;
/** Behind the years a number is spread over. */
const SPREAD = /^(?:間)?(?: ?[でにの、]|ごと|毎|平均|累計|合計|計|通算)|^間?[)\]〕】]/u;
const MAX_SPAN_YEARS = 50;

/** Top-level brackets; what is not closed is a word. */
function findBrackets(text: string): Bracket[] {
  const found: Bracket[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (OPENING.includes(text[at]!)) open.push(at);
    else if (CLOSING.includes(text[at]!) && open.length > 0) {
      const start = open.pop()!;
      if (open.length === 0) found.push({ start, end: at + 1, innerStart: start + 1, innerEnd: at });
    }
  }
  return found;
}

function isSpread(text: string, mention: ScannedMention): boolean {
  const years = Number(mention.value.toString());
  if (mention.unit !== '年' || !Number.isInteger(years) || years < 1 || years > MAX_SPAN_YEARS) return false;
  return SPREAD.test(text.slice(mention.end, mention.end + 5));
}

/** 65歳以上 30%, 小6:78.1%: a number that says of whom another speaks. */
function namesGroup(text: string, mention: ScannedMention): boolean {
  if (/^(?:歳|代|年生)$/u.test(mention.unit ?? '')) return true;
  const isBare =
    mention.unit === null && /[\p{Script=Han}\p{Script=Katakana}]/u.test(text[mention.start - 1] ?? '');
  return isBare && text[mention.end] === ':';
}

/** Without the numbers that only name a group, if others are left. */
function withoutNames(text: string, mentions: readonly ScannedMention[]): readonly ScannedMention[] {
  const names = mentions.map((mention) => namesGroup(text, mention));
  const isLow = (index: number) =>
    names[index + 1] === true &&
    /^ ?[~-] ?$/u.test(text.slice(mentions[index]!.end, mentions[index + 1]!.start));
  const left = mentions.filter((_, index) => !names[index] && !isLow(index));
  return left.length > 0 ? left : mentions;
}

/** Finds what stands in a cell. `countsMarks`: a mark before a number is what was counted, never a sign. */
export function findItems(raw: string, options: { countsMarks: boolean; era: string | null }): CellItems {
  const folded = foldWithPlaces(raw);
  const { text } = folded;
  const periods = scanPeriods(folded, { bareYears: false, era: options.era }).map((scanned) => ({
    start: scanned.start,
    end: scanned.end,
    period: toPeriod(folded, scanned),
  }));
  const marks =
    options.countsMarks || SURE_MARK.test(text)
      ? Array.from(text.matchAll(COUNTED_MARK), (match) => ({
          start: match.index,
          end: match.index + match[0].length,
          mark: match[1]!,
        }))
      : [];
  const excluded = [...periods, ...marks, ...opaqueSpans(text)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const mentions = scanMentions(text, excluded);
  const spread = mentions.filter((mention) => isSpread(text, mention));
  return {
    folded,
    brackets: findBrackets(text),
    numbers: withoutNames(
      text,
      mentions.filter((mention) => !spread.includes(mention)),
    ),
    spans: spread.map(({ start, end, value }) => ({ start, end, years: Number(value.toString()) })),
    periods,
    marks,
  };
}

/** The items of a stretch of the cell. */
export function itemsWithin(items: CellItems, start: number, end: number): CellItems {
  const inside = (item: Span) => item.start >= start && item.end <= end;
  return {
    folded: items.folded,
    brackets: items.brackets.filter(inside),
    numbers: items.numbers.filter(inside),
    spans: items.spans.filter(inside),
    periods: items.periods.filter(inside),
    marks: items.marks.filter(inside),
  };
}

/** Whether an item stands in none of the brackets. */
export function isOutside(brackets: readonly Bracket[]): (item: Span) => boolean {
  return (item) => !brackets.some((bracket) => item.start >= bracket.start && item.end <= bracket.end);
}
