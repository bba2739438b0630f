import type { Part, Period, Qualifiers } from '../model/index.ts';
import { type Bracket, type CellItems, itemsWithin } from './cell-items.ts';
import { readPhrase, readRemark } from './cell-phrase.ts';
import { sourceOf } from './fold.ts';
import type { ObsStatus } from './mark.ts';
import type { ScannedMention } from './mention.ts';
import { readUnit } from './unit.ts';

/** Unit and multiplier a number takes where it writes none. */
export interface UnitDefault {
  readonly unit: string | null;
  readonly multiplier: number;
}

/** What the brackets behind a value add to it. */
export interface BracketReading {
  readonly qualifiers: Qualifiers;
  readonly period: Period | null;
  readonly obsStatus: ObsStatus | null;
  readonly unit: string | null;
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
}

const EMPTY: BracketReading = {
  qualifiers: {},
  period: null,
  obsStatus: null,
  unit: null,
  parts: [],
  notes: [],
};

/** Words beside a period in brackets that leave it the period of the value. */
const NEUTRAL = /^(?:実績値?|現況値?|目標値?|基準値?|現在|時点|末|値|調査|確定|確定値|決算|年度末)$/u;
/** Conditions, not figures: (15歳以上80歳未満), (週2回、1日30分以上). */
const CONDITION = /歳|^[週月日年]\d|(?<![\d,.])1[日人週回]/u;
const LABEL_EDGES = /^[\s、，,;；・/／▼⇒→]+|[\s:：=＝、，,は▼⇒→]+$/gu;
const MAX_LABEL_LENGTH = 24;

/** One number with its label as a part; the unit may be lent by its neighbours. */
export function toPart(label: string | null, number: ScannedMention, raw: string, lent: UnitDefault): Part {
  const isBare = number.unit === null;
  const times = isBare && number.multiplier === 0 ? `1e${lent.multiplier}` : '1';
  return {
    label,
    value: Number(number.value.times(times).toString()),
    unit: number.unit ?? lent.unit,
    raw,
  };
}

/** The words of a stretch as a label, without the signs that tie it to its number. */
export function labelOf(items: CellItems, start: number, end: number): string {
  return sourceOf(items.folded, start, end).replace(LABEL_EDGES, '').trim();
}

/** Numbers in brackets with the words in front of each as its label, or null where words are in the way. */
function partsWithin(items: CellItems, bracket: Bracket, lent: UnitDefault): Part[] | null {
  const { innerStart, innerEnd } = bracket;
  const parts: Part[] = [];
  let from = innerStart;
  for (const number of items.numbers) {
    const phrase = readPhrase(items, number, from, number.end);
    const hasQualifier = Object.keys(phrase.qualifiers).length > 0;
    const words = hasQualifier ? phrase.before : labelOf(items, from, number.start);
    const next = items.numbers.find((other) => other.start > number.start);
    const end = next === undefined ? innerEnd : number.end;
    if (words.length > MAX_LABEL_LENGTH || (items.numbers.length > 1 && words === '')) return null;
    const raw = labelOf(items, from, end);
    parts.push(toPart(words === '' ? null : words, number, raw, lent));
    from = number.end;
  }
  return parts;
}

/**
 * Reads one bracket behind a value.
 *
 *     92人増加 (H27～H30の累計)     -164人増加 (1,227人)     500人増加 (基準値:R元年1,391人)
 *              period, aggregate                part                       part 基準値:R元年
 */
export function readBracket(cell: CellItems, bracket: Bracket, lent: UnitDefault): BracketReading {
  const { innerStart, innerEnd } = bracket;
  const items = itemsWithin(cell, innerStart, innerEnd);
  const inner = sourceOf(cell.folded, innerStart, innerEnd).trim();
  if (inner === '') return EMPTY;
  if (items.numbers.length > 0 && !CONDITION.test(cell.folded.text.slice(innerStart, innerEnd))) {
    const parts = partsWithin(items, bracket, lent);
    return parts === null ? { ...EMPTY, notes: [inner] } : { ...EMPTY, parts };
  }
  if (items.numbers.length > 0) return { ...EMPTY, notes: [inner] };
  const unit = readUnit(inner);
  if (unit !== null) return { ...EMPTY, unit: unit.unit };
  const remark = readRemark(items, innerStart, innerEnd);
  if (remark.after !== '' && !NEUTRAL.test(remark.after)) return { ...EMPTY, notes: [inner] };
  const { qualifiers, period, obsStatus } = remark;
  return { ...EMPTY, qualifiers, period, obsStatus };
}

/** All brackets of a value together; the first period and unit found win. */
export function readBrackets(
  cell: CellItems,
  brackets: readonly Bracket[],
  lent: UnitDefault,
): BracketReading {
  return brackets
    .map((bracket) => readBracket(cell, bracket, lent))
    .reduce(
      (all, one) => ({
        qualifiers: { ...one.qualifiers, ...all.qualifiers },
        period: all.period ?? one.period,
        obsStatus: all.obsStatus ?? one.obsStatus,
        unit: all.unit ?? one.unit,
        parts: [...all.parts, ...one.parts],
        notes: [...all.notes, ...one.notes],
      }),
      EMPTY,
    );
}
