import { Big } from 'big.js';
import { DIGITS, powerOfTen, readArabic, readKanji, readKanjiDecimals } from './coefficient.ts';
import data from './numerals.json' with { type: 'json' };

/** A number as written at a place of a folded text, without sign and unit. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Big;
  /** Worth of the last printed digit. */
  readonly precision: Big;
  /** Power of ten of the multiplier word on the last printed digit: 4.1億 → 8, 2千3百万 → 6. */
  readonly multiplier: number;
  readonly hasArabic: boolean;
}

const TENS: Readonly<Record<string, readonly number[]>> = data.tens;
const SMALL: Readonly<Record<string, number>> = data.small;
const BIG: Readonly<Record<string, number>> = data.big;

/** 4 千葉県: the character behind the space begins a name. */
function isWord(text: string, at: number): boolean {
  return data.words.some((word) => text.startsWith(word, at));
}

/** 15k: the letter alone, not the k of km. */
function thousandAt(text: string, at: number): number | undefined {
  return text[at] === 'k' && !/[A-Za-z0-9]/u.test(text[at + 1] ?? '') ? 3 : undefined;
}

/** Up to four places under one big power: 4千8百, 二千三百四十五, 2234千, 5,432. */
interface Group {
  readonly end: number;
  readonly value: Big;
  readonly lastDecimals: number;
  readonly multiplier: number;
  readonly hasArabic: boolean;
}

/**
 * Reads the places of one group, powers falling: 千 before 百 before 十 before the bare digits. Stops in front of
 * whatever does not fit (十百, 六七百).
 */
function readGroup(text: string, from: number): Group | null {
  let at = from;
  let value: Big | null = null;
  let room = Number.POSITIVE_INFINITY;
  let lastDecimals = 0;
  let multiplier = 0;
  let hasArabic = false;
  for (;;) {
    const start = value !== null && text[at] === ' ' ? at + 1 : at;
    const digits = readArabic(text, start) ?? readKanji(text, start);
    const next = digits?.end ?? start;
    const afterSpace =
      digits?.isArabic === true && text[next] === ' ' && SMALL[text[next + 1] ?? ''] !== undefined;
    const powerAt = afterSpace ? next + 1 : next;
    const tens = digits === null ? TENS[text[powerAt] ?? ''] : undefined;
    const power =
      tens?.[1] ??
      SMALL[text[powerAt] ?? ''] ??
      (digits?.isArabic === true ? thousandAt(text, powerAt) : undefined);
    if (power === undefined) {
      if (digits === null || digits.width > room) break;
      if (value !== null && digits.decimals > 0 && digits.isArabic) break;
      value = (value ?? new Big(0)).plus(digits.value);
      lastDecimals = digits.decimals;
      multiplier = 0;
      hasArabic ||= digits.isArabic;
      at = digits.end;
      break;
    }
    if (power >= room) break;
    if (digits !== null && !digits.isArabic && (digits.width > 1 || digits.decimals > 0)) {
      if (value === null && digits.decimals === 0) return null;
      break;
    }
    if (digits !== null && value !== null && digits.decimals > 0) break;
    const times = digits?.value ?? new Big(tens?.[0] ?? 1);
    value = (value ?? new Big(0)).plus(times.times(powerOfTen(power)));
    room = power;
    const isWritten = digits?.isArabic === true;
    lastDecimals = isWritten ? digits.decimals - power : 0;
    multiplier = isWritten ? power : 0;
    hasArabic ||= isWritten;
    at = powerAt + 1;
  }
  if (value === null) return null;
  return { end: at, value, lastDecimals, multiplier, hasArabic };
}

/** Big powers standing directly behind a group, multiplied: 億, 万億. */
function readBigPower(text: string, from: number): { end: number; power: number } {
  const isSpaced = text[from] === ' ' && BIG[text[from + 1] ?? ''] !== undefined && !isWord(text, from + 1);
  let end = isSpaced ? from + 1 : from;
  let power = 0;
  for (
    let next = BIG[text[end] ?? ''];
    next !== undefined && power + next < 40;
    next = BIG[text[end] ?? '']
  ) {
    power += next;
    end += 1;
  }
  return power === 0 ? { end: from, power } : { end, power };
}

/**
 * Reads the number that begins at a place of a folded text: Arabic, kanji by place (二〇二三) or by power (一千二百万), 大字, and
 * mixtures. Exact: no binary fraction is ever formed.
 *
 *     1億2,345万人      三千2百二十三      4.1億円
 *     ^^^^^^^^          ^^^^^^^^          ^^^^
 */
export function scanNumeral(text: string, start: number): Numeral | null {
  let at = start;
  let value = new Big(0);
  let room = Number.POSITIVE_INFINITY;
  let last: { group: Group; power: number } | null = null;
  let hasArabic = false;
  for (;;) {
    const from = last !== null && text[at] === ' ' ? at + 1 : at;
    const group = readGroup(text, from);
    if (group === null) break;
    const { end, power } = readBigPower(text, group.end);
    const worth = group.value.times(powerOfTen(power));
    if (room !== Number.POSITIVE_INFINITY && (power >= room || worth.gte(powerOfTen(room)))) break;
    if (last !== null && from > at && !fitsBehindSpace(text, from)) break;
    value = value.plus(worth);
    last = { group, power };
    hasArabic ||= group.hasArabic;
    at = end;
    room = power;
    if (power === 0) break;
  }
  if (last === null) return null;
  const isWhole = !last.group.hasArabic && last.power === 0 && last.group.lastDecimals === 0;
  const decimals = isWhole ? readKanjiDecimals(text, at) : null;
  if (decimals !== null) {
    return {
      start,
      end: decimals.end,
      value: value.plus(new Big(`0.${decimals.digits}`)),
      precision: powerOfTen(-decimals.digits.length),
      multiplier: 0,
      hasArabic,
    };
  }
  return {
    start,
    end: at,
    value,
    precision: powerOfTen(last.power - last.group.lastDecimals),
    multiplier: last.power + last.group.multiplier,
    hasArabic,
  };
}

/** Behind a space only what cannot begin a number of its own continues one: 7万 5千, 3万 4,500. */
function fitsBehindSpace(text: string, at: number): boolean {
  return /[0-9一二三四五六七八九]/u.test(text[at] ?? '');
}

/** Whether a numeral can begin with this character. */
export function beginsNumeral(character: string): boolean {
  return (
    (character >= '0' && character <= '9') ||
    DIGITS[character] !== undefined ||
    SMALL[character] !== undefined ||
    TENS[character] !== undefined
  );
}

export function isKanjiNumeral(character: string): boolean {
  return (
    !(character >= '0' && character <= '9') && (beginsNumeral(character) || BIG[character] !== undefined)
  );
}
