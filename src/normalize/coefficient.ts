import { Big } from 'big.js';
import data from './numerals.json' with { type: 'json' };

/** Digits with no multiplier word: 1,234.5 or 二〇二三. */
export interface Coefficient {
  readonly end: number;
  readonly value: Big;
  readonly decimals: number;
  readonly isArabic: boolean;
  /** Digits before the point, leading zeros left out: how much room it needs under a larger power. */
  readonly width: number;
}

export const DIGITS: Readonly<Record<string, number>> = data.digits;
const KANJI_DIGITS = Object.keys(DIGITS).join('');

const GROUPED = /\d{1,40}(?:, ?\d{3}(?!\d)){1,12}(?:\.\d+)?/y;
/** 6、544: the comma of a hurried hand. Only as a whole text, where it cannot be a list. */
const LISTED = /\d{1,2}(?:、\d{3}(?!\d)){1,12}(?:\.\d+)?$/y;
const SPACED = /[1-9]\d{0,2}(?: \d{3}(?!\d)){1,12}(?:\.\d+)?(?! ?\d)/y;
const PLAIN = /\d+(?:\.\d+)?/y;
const EXPONENT = /[eE]([+-]?[0-3]?\d)(?![\dA-Za-z])/y;
const KANJI = new RegExp(`[${KANJI_DIGITS}]+(?:・[${KANJI_DIGITS}]+)?`, 'y');
const KANJI_POINT = new RegExp(`・([${KANJI_DIGITS}]{1,20})`, 'y');

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function coefficient(end: number, digits: string, isArabic: boolean): Coefficient {
  const point = digits.indexOf('.');
  const whole = (point < 0 ? digits : digits.slice(0, point)).replace(/^0+/u, '');
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  return { end, value: new Big(digits), decimals, isArabic, width: whole.length };
}

/** Longest run of digits read; longer ones are identifiers or damage, not figures. */
const MAX_DIGITS = 40;

/** Arabic digits with grouping commas or spaces, a decimal point, an exponent: 1,234.5 · 17 711 · 1.2E+05. */
export function readArabic(text: string, at: number): Coefficient | null {
  const match =
    matchAt(GROUPED, text, at) ??
    (at === 0 ? matchAt(LISTED, text, at) : null) ??
    matchAt(SPACED, text, at) ??
    matchAt(PLAIN, text, at);
  if (match === null || match[0].length > MAX_DIGITS) return null;
  const plain = coefficient(at + match[0].length, match[0].replace(/[, 、]/gu, ''), true);
  const power = matchAt(EXPONENT, text, plain.end);
  if (power === null) return plain;
  const exponent = Number(power[1]);
  return {
    ...plain,
    end: plain.end + power[0].length,
    value: plain.value.times(powerOfTen(exponent)),
    decimals: plain.decimals - exponent,
  };
}

/** Kanji digits by place: 二〇二三, 四・八. */
export function readKanji(text: string, at: number): Coefficient | null {
  const match = matchAt(KANJI, text, at);
  if (match === null || match[0].length > MAX_DIGITS) return null;
  const digits = Array.from(match[0], (c) => (c === '・' ? '.' : String(DIGITS[c]))).join('');
  return coefficient(at + match[0].length, digits, false);
}

const POWERS = new Map<number, Big>();

export function powerOfTen(exponent: number): Big {
  let power = POWERS.get(exponent);
  if (power === undefined) {
    power = new Big(`1e${exponent}`);
    POWERS.set(exponent, power);
  }
  return power;
}

/** Decimals behind a kanji numeral by power: 百二十七|・三二. */
export function readKanjiDecimals(text: string, at: number): { end: number; digits: string } | null {
  const match = matchAt(KANJI_POINT, text, at);
  if (match === null) return null;
  return { end: at + match[0].length, digits: Array.from(match[1]!, (c) => DIGITS[c]).join('') };
}
