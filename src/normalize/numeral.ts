import { Big } from 'big.js';
import {
  type Coefficient,
  DIGITS,
  powerOfTen,
  readArabic,
  readKanji,
  readKanjiDecimals,
} from './coefficient.ts';
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

/** Powers beyond this are words set side by side (京京億億), not amounts. */
const MAX_POWER = 40;

/** 4 千葉県: the character behind the space begins a name. */
function isWord(text: string, at: number): boolean {
  return data.words.some((word) => text.startsWith(word, at));
}

/** 15k: the letter alone, not the k of km. */
function thousandAt(text: string, at: number): number | undefined {
  return text[at] === 'k' && !/[A-Za-z0-9㎡]/u.test(text[at + 1] ?? '') ? 3 : undefined;
}

/** One place: a power with its digits (三百, 2千, 廿), or digits with no power behind them. */
interface Place {
  readonly end: number;
  readonly digits: Coefficient | null;
  readonly value: Big;
  readonly power: number | null;
}

function placeAt(text: string, from: number): Place | null {
  const digits = readArabic(text, from) ?? readKanji(text, from);
  const isArabic = digits?.isArabic === true;
  const next = digits?.end ?? from;
  const isSpaced = isArabic && text[next] === ' ' && SMALL[text[next + 1] ?? ''] !== undefined;
  const at = isSpaced && !isWord(text, next + 1) ? next + 1 : next;
  const tens = digits === null ? TENS[text[at] ?? ''] : undefined;
  const power = tens?.[1] ?? SMALL[text[at] ?? ''] ?? (isArabic ? thousandAt(text, at) : undefined);
  if (power === undefined)
    return digits === null ? null : { end: next, digits, value: digits.value, power: null };
  const times = digits?.value ?? new Big(tens?.[0] ?? 1);
  return { end: at + 1, digits, value: times.times(powerOfTen(power)), power };
}

/** Whether a place may stand under what is already read: smaller, and digits of a power one kanji at most. */
function fitsUnder(place: Place, room: number, isFirst: boolean): boolean {
  const { digits, power } = place;
  if (power === null) return digits!.width <= room && (isFirst || digits!.decimals <= 0 || !digits!.isArabic);
  if (power >= room) return false;
  if (digits === null) return true;
  return digits.isArabic ? isFirst || digits.decimals <= 0 : digits.width <= 1 && digits.decimals === 0;
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
 * whatever does not fit (十百); digits that fit no power are no number at all (六七百).
 */
function readGroup(text: string, from: number): Group | null {
  let group = null as Group | null;
  let room = Number.POSITIVE_INFINITY;
  while (room > 0) {
    const at = group?.end ?? from;
    const place = placeAt(text, group !== null && text[at] === ' ' ? at + 1 : at);
    if (place === null || !fitsUnder(place, room, group === null)) break;
    const isArabic = place.digits?.isArabic === true;
    const decimals = place.digits?.decimals ?? 0;
    group = {
      end: place.end,
      value: place.value.plus(group?.value ?? 0),
      lastDecimals: place.power === null ? decimals : isArabic ? decimals - place.power : 0,
      multiplier: isArabic ? (place.power ?? 0) : 0,
      hasArabic: isArabic || group?.hasArabic === true,
    };
    room = place.power ?? 0;
  }
  return group;
}

/** Big powers standing directly behind a group, multiplied: 億, 万億. */
function readBigPower(text: string, from: number): { end: number; power: number } {
  const isSpaced = text[from] === ' ' && BIG[text[from + 1] ?? ''] !== undefined && !isWord(text, from + 1);
  let end = isSpaced ? from + 1 : from;
  let power = 0;
  for (
    let next = BIG[text[end] ?? ''];
    next !== undefined && power + next < MAX_POWER;
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
