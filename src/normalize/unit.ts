import type { Big } from 'big.js';
import { foldText } from './fold.ts';
import { scanNumeral } from './numeral.ts';
import data from './units.json' with { type: 'json' };

export type UnitKind = 'currency' | 'ratio' | 'count' | 'time' | 'physical' | 'rate';

export interface UnitDefinition {
  readonly unit: string;
  readonly kind: UnitKind;
  /** UCUM, or ISO 4217 for a currency. */
  readonly code: string;
  readonly variants?: readonly string[];
  /** What one of this spelling is worth in `unit`: 割 is 10 %. */
  readonly factor?: string;
  /** Smaller parts written behind it, in `unit`: 2円13銭, 3割4分5厘. */
  readonly minor?: Readonly<Record<string, string>>;
  /** Worth of a 半 behind it where that is not half of one. */
  readonly half?: string;
  readonly prefixes?: readonly string[];
  /** Stands only below the line: 件/月, km/時. */
  readonly isDenominator?: boolean;
  /** A short word other counters begin with (市 in 市民団体): more kanji behind it belong to the counter. */
  readonly isWeak?: boolean;
}

interface Spelling {
  readonly text: string;
  readonly definition: UnitDefinition;
}

const DEFINITIONS = data as readonly UnitDefinition[];

const BY_FIRST = new Map<string, Spelling[]>();
const PREFIXES = new Map<string, UnitDefinition>();
for (const definition of DEFINITIONS) {
  for (const spelling of [definition.unit, ...(definition.variants ?? [])]) {
    if (definition.factor !== undefined && spelling === definition.unit) continue;
    const text = foldText(spelling);
    const bucket = BY_FIRST.get(text[0]!) ?? [];
    bucket.push({ text, definition });
    BY_FIRST.set(text[0]!, bucket);
  }
  for (const prefix of definition.prefixes ?? []) PREFIXES.set(foldText(prefix), definition);
}
for (const bucket of BY_FIRST.values()) bucket.sort((a, b) => b.text.length - a.text.length);

const LATIN = /[A-Za-z]/u;

/** The longest known unit standing at a place, or null. A Latin unit ends where the letters end: m, not the m of mix. */
export function spellingAt(text: string, at: number): Spelling | null {
  for (const spelling of BY_FIRST.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(spelling.text, at)) continue;
    const last = spelling.text.at(-1)!;
    const next = text[at + spelling.text.length] ?? '';
    if (LATIN.test(last) && (LATIN.test(next) || /[0-9²³]/u.test(next))) continue;
    return spelling;
  }
  return null;
}

/** The currency whose sign stands in front of an amount: ¥1,200. */
export function prefixUnit(sign: string): UnitDefinition | undefined {
  return PREFIXES.get(sign);
}

/** A unit as it stands behind a number: its spelling, what it is, and the years it is spread over (8回/4か年). */
export interface ScannedUnit {
  readonly end: number;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly definition: UnitDefinition;
  readonly spanYears: number | null;
}

const PER = / ?(?:\/|毎) ?/y;
const TIMES = / ?・ ?/y;
const YEARS = /(\d{1,2}) ?(?:[かヶカヵケ箇個]年間?|年間|年度間?|年)/y;
/** 人・日: what stands behind the dot closes the unit. */
const END_OF_UNIT = /[\s()[\]/、,。]|[のをにがはでと以未超増減約]/u;

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** 人/10万人 is a rate; 12人/30人 are two figures. */
function isRound(value: Big, isSameUnit: boolean): boolean {
  return value.gte(isSameUnit ? 1000 : 10) && /^10*$/u.test(value.toFixed());
}

interface Denominator {
  readonly end: number;
  readonly unit: string;
  readonly spanYears: number | null;
}

/** What stands below the line: a unit, a round number of them (10万人), or the years of a span. */
function denominatorAt(text: string, at: number, numerator: string): Denominator | null {
  const years = execAt(YEARS, text, at);
  if (years !== null) return { end: at + years[0].length, unit: '', spanYears: Number(years[1]) };
  const numeral = scanNumeral(text, at);
  const from = numeral?.end ?? at;
  const spelling = spellingAt(text, from);
  if (
    spelling === null ||
    (numeral !== null && !isRound(numeral.value, spelling.definition.unit === numerator))
  )
    return null;
  const number = numeral === null ? '' : text.slice(at, from);
  return { end: from + spelling.text.length, unit: number + spelling.definition.unit, spanYears: null };
}

/**
 * Reads the unit at a place of a folded text, compound units and spans of years included.
 *
 *     132回/ 人・年      8回/4か年         2,344,141m ³
 *        ^^^^^^^^^^       ^^^^^^ 回, 4 years          ^^^ m³
 */
export function scanUnit(text: string, at: number): ScannedUnit | null {
  const spelling = spellingAt(text, at);
  if (spelling === null || spelling.definition.isDenominator === true) return null;
  const { definition } = spelling;
  let end = at + spelling.text.length;
  let unit = definition.unit;
  let kind: UnitKind = definition.kind;
  let spanYears: number | null = null;
  let hasDenominator = false;
  for (;;) {
    const per = execAt(PER, text, end);
    const dot = per === null ? execAt(TIMES, text, end) : null;
    const joint = per ?? dot;
    if (joint === null) break;
    const below = denominatorAt(text, end + joint[0].length, definition.unit);
    if (below === null) break;
    if (below.spanYears !== null) {
      if (per === null || spanYears !== null) break;
      spanYears = below.spanYears;
    } else {
      if (dot !== null && !hasDenominator && !END_OF_UNIT.test(text[below.end] ?? ' ')) break;
      unit += (per === null ? '・' : '/') + below.unit;
      kind = 'rate';
      hasDenominator ||= per !== null;
    }
    end = below.end;
  }
  return { end, unit, kind, definition, spanYears };
}

export interface UnitReading {
  /** Canonical spelling without multiplier words; null for a bare multiplier (単位:千). */
  readonly unit: string | null;
  /** Power of ten written in front of it: 千円 3, 百万円 6. */
  readonly multiplier: number;
}

const UNIT_WORD = /^単位 ?:? ?/u;
const OUTER_BRACKETS = /^[([〔【「]\s*([^()[\]〔〕【】「」]*?)\s*[)\]〕】」]$/u;
const MULTIPLIER = /^(?:[十百]?[千万億兆]|百|十)/u;
const MULTIPLIER_POWER: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };
/** A counter nobody listed: only believed where the text says 単位. */
const UNKNOWN_COUNTER = /^[\p{Script=Han}\p{Script=Katakana}ー/・]{1,8}$/u;
const MAX_LENGTH = 40;

/**
 * Reads a cell or header that is only a unit; null for anything else.
 *
 *     (単位：百万円)  →  円, 6        件／年  →  件/年, 0
 */
export function readUnit(text: string): UnitReading | null {
  if (text.length > MAX_LENGTH) return null;
  let rest = foldText(text).trim();
  let isLabelled = false;
  for (let unwrapped = true; unwrapped; ) {
    const inner = OUTER_BRACKETS.exec(rest)?.[1];
    const bare = (inner ?? rest).replace(UNIT_WORD, '').trim();
    isLabelled ||= bare !== (inner ?? rest).trim();
    unwrapped = bare !== rest;
    rest = bare;
  }
  if (rest === '') return null;
  const whole = scanUnit(rest, 0);
  if (whole?.end === rest.length && whole.spanYears === null) return { unit: whole.unit, multiplier: 0 };
  const word = MULTIPLIER.exec(rest)?.[0] ?? '';
  const multiplier = Array.from(word).reduce((sum, c) => sum + MULTIPLIER_POWER[c]!, 0);
  const counted = rest.slice(word.length).trim();
  if (counted === '') return isLabelled && word !== '' ? { unit: null, multiplier } : null;
  const unit = scanUnit(counted, 0);
  if (unit?.end === counted.length && unit.spanYears === null) return { unit: unit.unit, multiplier };
  return isLabelled && UNKNOWN_COUNTER.test(counted) ? { unit: counted, multiplier } : null;
}
