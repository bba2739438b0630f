import type { Big } from 'big.js';
import { powerOfTen } from './coefficient.ts';
import type { ScannedNumber } from './number.ts';
import { scanNumeral } from './numeral.ts';
import { nextQualifier, qualifierAfter } from './qualifier.ts';
import { type ScannedUnit, scanUnit, type UnitDefinition, type UnitKind } from './unit.ts';

/** The unit behind a number: a known one with its definition, or a counter nobody listed. */
export interface Counter {
  readonly end: number;
  readonly unit: string | null;
  readonly kind: UnitKind | 'number';
  readonly spanYears: number | null;
  readonly definition?: UnitDefinition;
}

const HAN = /\p{Script=Han}/u;
const HALF = /^ ?半(?![期年額数島分日端ば面減径角世])/u;
const UNLISTED =
  /(?:\p{Script=Han}{1,6}|[\p{Script=Katakana}ー]{1,8}|[\p{Script=Han}\p{Script=Katakana}ー]{1,6})(?![\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9])/uy;
/** 1本半, 10本目: the unit ends in front of it. */
const GOES_WITH_UNIT = /^(?: ?半|目)(?![期年額数島分日端ば面減径角世標的])/u;
const YEAR_NUMBER = /^(?:19|20)\d\d$/u;
/** 5/4か年: the unit is left to the header, the years are written. */
const BARE_SPAN = / ?\/ ?(\d{1,2}) ?(?:[かヶカヵケ箇個]年間?|年間)/y;

/** A counter nobody listed, ended by a particle, a sign or the end: 35区画, 12サークル. */
function unlistedCounter(text: string, number: ScannedNumber): { end: number; unit: string } | null {
  if (!number.hasArabic || YEAR_NUMBER.test(text.slice(number.start, number.end))) return null;
  UNLISTED.lastIndex = number.end;
  const run = UNLISTED.exec(text)?.[0] ?? '';
  const end = nextQualifier(text, number.end, number.end + run.length);
  return end === number.end ? null : { end, unit: text.slice(number.end, end) };
}

/** The unit behind a number, known or not; a short known word inside a longer counter gives way to it. */
export function counterBehind(text: string, number: ScannedNumber): Counter | null {
  const known = scanUnit(text, number.end);
  const goesOn =
    known !== null &&
    HAN.test(text[known.end] ?? '') &&
    !GOES_WITH_UNIT.test(text.slice(known.end, known.end + 3)) &&
    qualifierAfter(text, known.end, text.length) === null;
  if (known !== null && !(goesOn && known.definition.isWeak === true)) return known;
  const counter = unlistedCounter(text, number);
  if (counter !== null && counter.end > (known?.end ?? 0))
    return { ...counter, kind: 'count', spanYears: null };
  if (known !== null) return known;
  BARE_SPAN.lastIndex = number.end;
  const span = BARE_SPAN.exec(text);
  if (span === null) return spacedUnit(text, number.end);
  return { end: number.end + span[0].length, unit: null, kind: 'number', spanYears: Number(span[1]) };
}

/** Behind a space only a short unit that ends there belongs to the number: 450 千円, 66 %, not 5.1 中学校:. */
function spacedUnit(text: string, at: number): ScannedUnit | null {
  const unit = text[at] === ' ' ? scanUnit(text, at + 1) : null;
  if (unit === null) return null;
  const next = text[unit.end] ?? '';
  const isLong = unit.definition.kind === 'count' && unit.end - at > 2;
  if (isLong || unit.definition.isWeak === true) return next === '' ? unit : null;
  const isWithin = HAN.test(next) && HAN.test(text[unit.end - 1]!);
  if (next === ':' || (isWithin && qualifierAfter(text, unit.end, text.length) === null)) return null;
  return unit;
}

/** Smaller parts and halves behind the unit: 2円13銭, 3割4分5厘, 七割半. */
export function addMinor(
  text: string,
  at: number,
  definition: UnitDefinition,
): { end: number; value: Big | null; precision: Big | null } {
  let end = at;
  let value: Big | null = null;
  let precision: Big | null = null;
  for (const [word, worth] of Object.entries(definition.minor ?? {})) {
    const and = text[end] === 'と' ? 1 : 0;
    const numeral = scanNumeral(text, end + and);
    if (numeral === null || !text.startsWith(word, numeral.end)) continue;
    value = numeral.value.times(worth).plus(value ?? 0);
    precision = numeral.precision.times(worth);
    end = numeral.end + word.length;
  }
  const half = HALF.exec(text.slice(end, end + 3))?.[0] ?? '';
  if (half === '') return { end, value, precision };
  const worth = powerOfTen(0).times(definition.half ?? '0.5');
  return { end: end + half.length, value: worth.plus(value ?? 0), precision: worth };
}
