import { Big } from 'big.js';
import { foldText } from './fold.ts';
import { type Numeral, scanNumeral } from './numeral.ts';

/** A number with its sign or its fraction. `precision` is null for a fraction: 3分の1 has no last digit. */
export interface ScannedNumber {
  readonly start: number;
  readonly end: number;
  readonly value: Big;
  readonly precision: Big | null;
  readonly multiplier: number;
  readonly hasArabic: boolean;
  readonly isSigned: boolean;
}

/** Decimals kept of a fraction that does not come out even. */
const FRACTION_DECIMALS = 20;
const Fraction = Big();
Fraction.DP = FRACTION_DECIMALS;

/** ▼ with a space behind it parts two figures: 222社 ▼ 300社. */
const SIGN = /(?:(?:マイナス|プラス|[-△▲+ー]) ?|▼)(?=[^ ])/y;
const FRACTION = / ?分の ?/y;
const AND = / ?と ?/y;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The sign in front of a number: △ ▲ - − マイナス, ー unless it lengthens a katakana word. Zero length: none. */
export function scanSign(text: string, at: number): { length: number; isNegative: boolean } {
  const length = lengthAt(SIGN, text, at);
  if (length === 0) return { length, isNegative: false };
  const before = text[at - 1] ?? ' ';
  const sign = text[at]!;
  const isFree = sign === 'ー' ? !/[ァ-ヶー]/u.test(before) : sign !== '-' || !/[0-9A-Za-z\-~]/u.test(before);
  if (!isFree) return { length: 0, isNegative: false };
  return { length, isNegative: !(sign === '+' || text.startsWith('プラス', at)) };
}

/** 3分の1 and 1と3分の2, read as numerator over denominator. */
function scanFraction(text: string, first: Numeral): { end: number; value: Big } | null {
  const over = lengthAt(FRACTION, text, first.end);
  if (over > 0) {
    const top = scanNumeral(text, first.end + over);
    if (top === null || first.value.eq(0)) return null;
    return { end: top.end, value: new Fraction(top.value).div(first.value) };
  }
  const and = lengthAt(AND, text, first.end);
  const bottom = and > 0 ? scanNumeral(text, first.end + and) : null;
  if (bottom === null || lengthAt(FRACTION, text, bottom.end) === 0) return null;
  const rest = scanFraction(text, bottom);
  return rest === null ? null : { end: rest.end, value: first.value.plus(rest.value) };
}

/** Reads sign, numeral and fraction at a place of a folded text. */
export function scanNumber(text: string, at: number): ScannedNumber | null {
  const sign = scanSign(text, at);
  const numeral = scanNumeral(text, at + sign.length);
  if (numeral === null) return null;
  const fraction = scanFraction(text, numeral);
  const size = fraction?.value ?? numeral.value;
  return {
    start: at,
    end: fraction?.end ?? numeral.end,
    value: sign.isNegative ? size.times(-1) : size,
    precision: fraction === null ? numeral.precision : null,
    multiplier: fraction === null ? numeral.multiplier : 0,
    hasArabic: numeral.hasArabic,
    isSigned: sign.length > 0,
  };
}

export interface NumberReading {
  readonly value: Big;
  /** Worth of the last printed digit; null for a fraction. */
  readonly precision: Big | null;
  /** Power of ten written as a word behind the last digit. */
  readonly multiplier: number;
  /** Characters of the folded text that are the number. */
  readonly length: number;
}

/** Longest text read as one number; anything longer is not a figure of a report. */
const MAX_LENGTH = 500;

/**
 * Reads a text that is one number and nothing else, exactly; null for anything more, less or contradictory (十百千).
 *
 *     1億2,345万  →  123450000
 *     △1.2       →  -1.2
 *     弐仟柒佰玖什  →  2790
 */
export function readNumber(text: string): NumberReading | null {
  if (text.length > MAX_LENGTH) return null;
  const folded = foldText(text).trim();
  const word = /^(?:ゼロ|れい)$/u.test(folded) ? '0' : folded;
  const number = scanNumber(word, 0);
  if (number === null || number.end !== word.length) return null;
  return {
    value: number.value,
    precision: number.precision,
    multiplier: number.multiplier,
    length: folded.length,
  };
}
