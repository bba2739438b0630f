import { type Basis, calendarYear, day, fiscalMonths, fiscalYear, month, type Stretch } from './calendar.ts';
import { type Era, findEra, westernYear } from './era.ts';
import { scanNumeral } from './numeral.ts';

/** What the text around a period lets one assume. */
export interface PeriodContext {
  /** Era of a header above (令和 or R), so that 5年度 can be read. */
  readonly era?: string | null;
  /** How a bare R5 or 2019 counts where neither 年 nor 年度 is written. Fiscal years where nothing is said. */
  readonly basis?: Basis;
}

/** M, T, S and small letters begin too much else: an era only where the year goes on, or S63 is all there is. */
const RARE_LETTER_GOES_ON = /^\d*(?: ?[年/~]|\.\d{1,2}\.\d)|^\d\d$/u;

/** A year as written, before it is known whether 年, 年度 or a month follows. */
interface Year {
  readonly end: number;
  readonly year: number;
  readonly era: Era | null;
  /** 令和5 and R5 say a year by themselves; 2019 only with 年 or 年度 behind it or alone. */
  readonly isBareWestern: boolean;
}

/** A year, month, day or part of a fiscal year at a place of a folded text. */
export interface PointInTime {
  readonly end: number;
  readonly stretch: Stretch;
  readonly era: Era | null;
  readonly year: number;
  /** Whether 年度, 年 or a date was written, or nothing but the year. */
  readonly isBare: boolean;
  readonly isBareWestern: boolean;
}

const ERA_NAME = /(明治|大正|昭和|平成|令和|[MTSHRmtshr](?![A-Za-z])) ?/y;
const ERA_DIGITS = /(元|\d{1,2})(?!\d)/y;
const WESTERN = /(?:西暦 ?|FY ?)?((?:1[89]|20|21)\d{2})(?!\d)/y;
const SHORT = /(元|\d{1,2})(?!\d) ?(?=年度)/y;
const NAMED_ALTERNATIVE =
  / ?[(/] ?(?:(?:明治|大正|昭和|平成|令和|[MTSHR]) ?(?:元|\d{1,2})|(?:1[89]|20|21)\d{2}) ?(?:年度?)? ?\)?/y;
const FISCAL = / ?(?:年 ?度|年\(度\)|FY)/y;
const PLAIN_YEAR = / ?年(?!間|代|以内|目|生|齢|々|次|ぶり|前|後(?!半))/y;
const MONTH = /[ /]?(\d{1,2}) ?月(?! ?間)/y;
const DAY = /[ /]?(\d{1,2}) ?日(?!間)/y;
/** 2020.5 is May, 2020.5円 is an amount. */
const DOTTED =
  /([./-])(\d{1,2})(?:\1(\d{1,2}))?(?![\d.%円人件回千万億百㎡㎥台戸社校区箇kmhtg])|([・,])(\d{1,2})\4(\d{1,2})(?![\d.%])/y;
const HALF = / ?(?:の ?)?(上半期|下半期|上期|下期|前期|後期)/y;
const QUARTER = / ?(?:の ?)?第 ?([1-4]) ?四半期/y;

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function eraYearAt(text: string, at: number, era: Era): Year | null {
  const digits = execAt(ERA_DIGITS, text, at);
  let end = at + (digits?.[0].length ?? 0);
  let count = digits === null ? 0 : digits[1] === '元' ? 1 : Number(digits[1]);
  if (digits === null) {
    const numeral = scanNumeral(text, at);
    if (numeral === null || numeral.hasArabic || numeral.value.gt(99)) return null;
    count = numeral.value.toNumber();
    end = numeral.end;
  }
  const year = westernYear(era, count);
  return year === null ? null : { end, year, era, isBareWestern: false };
}

function yearAt(text: string, at: number, context: PeriodContext): Year | null {
  const name = execAt(ERA_NAME, text, at);
  const before = text[at - 1] ?? ' ';
  if (name !== null) {
    const era = findEra(name[1]!);
    const isLetter = name[1]!.length === 1;
    if (era === null || (isLetter && /[A-Za-z0-9.]/u.test(before))) return null;
    const year = eraYearAt(text, at + name[0].length, era);
    if (year === null || !isLetter || name[1] === 'H' || name[1] === 'R') return year;
    return RARE_LETTER_GOES_ON.test(text.slice(at + name[0].length, year.end + 5)) ? year : null;
  }
  if (/[0-9.,]/u.test(before)) return null;
  const western = execAt(WESTERN, text, at);
  if (western !== null) {
    if (/[A-Za-z]/u.test(before)) return null;
    const isBareWestern = /^[12]/u.test(western[0]);
    return { end: at + western[0].length, year: Number(western[1]), era: null, isBareWestern };
  }
  const era = context.era == null ? null : findEra(context.era);
  const short = era === null ? null : execAt(SHORT, text, at);
  if (era === null || short === null) return null;
  const year = westernYear(era, short[1] === '元' ? 1 : Number(short[1]));
  return year === null ? null : { end: at + short[1]!.length, year, era, isBareWestern: false };
}

function partOfFiscalYear(text: string, at: number, year: number): { end: number; stretch: Stretch } | null {
  const half = execAt(HALF, text, at);
  if (half !== null) {
    const isFirst = half[1]!.startsWith('上') || half[1] === '前期';
    return {
      end: at + half[0].length,
      stretch: isFirst ? fiscalMonths(year, 4, 9) : fiscalMonths(year, 10, 15),
    };
  }
  const quarter = execAt(QUARTER, text, at);
  if (quarter === null) return null;
  const from = 1 + 3 * Number(quarter[1]);
  return { end: at + quarter[0].length, stretch: fiscalMonths(year, from, from + 2) };
}

/**
 * Reads one year, month or day at a place of a folded text.
 *
 *     平成31(令和元)年度末     R6.3.31     令和5年度上半期
 *     ^^^^^^^^^^^^^^           ^^^^^^^     ^^^^^^^^^^^^
 */
export function pointAt(text: string, at: number, context: PeriodContext = {}): PointInTime | null {
  const found = yearAt(text, at, context);
  if (found === null) return null;
  const { year, era, isBareWestern } = found;
  const point = (end: number, stretch: Stretch, isBare = false): PointInTime => ({
    end,
    stretch,
    era,
    year,
    isBare,
    isBareWestern: isBareWestern && isBare,
  });
  const alternative = execAt(NAMED_ALTERNATIVE, text, found.end);
  const closed = alternative?.[0].includes('(') === alternative?.[0].includes(')');
  const afterYear = found.end + (alternative !== null && closed ? alternative[0].length : 0);
  const fiscal = execAt(FISCAL, text, afterYear);
  if (fiscal !== null) {
    const end = afterYear + fiscal[0].length;
    const other = execAt(NAMED_ALTERNATIVE, text, end);
    const isOther = other?.[0].includes('(') === true && other[0].endsWith(')');
    const after = isOther ? end + other[0].length : end;
    const part = partOfFiscalYear(text, after, year);
    return part === null ? point(after, fiscalYear(year)) : point(part.end, part.stretch);
  }
  const plain = execAt(PLAIN_YEAR, text, afterYear);
  if (plain !== null) {
    const end = afterYear + plain[0].length;
    const monthMatch = execAt(MONTH, text, end);
    if (monthMatch === null) return point(end, calendarYear(year));
    const afterMonth = end + monthMatch[0].length;
    const dayMatch = execAt(DAY, text, afterMonth);
    const stretch =
      dayMatch === null
        ? month(year, Number(monthMatch[1]))
        : day(year, Number(monthMatch[1]), Number(dayMatch[1]));
    return stretch === null ? null : point(afterMonth + (dayMatch?.[0].length ?? 0), stretch);
  }
  const dotted = execAt(DOTTED, text, found.end);
  const [monthDigits, dayDigits] = [dotted?.[2] ?? dotted?.[5], dotted?.[3] ?? dotted?.[6]];
  if (dotted !== null && (dotted[1] !== '-' || dayDigits !== undefined)) {
    const stretch =
      dayDigits === undefined
        ? month(year, Number(monthDigits))
        : day(year, Number(monthDigits), Number(dayDigits));
    if (stretch !== null) return point(found.end + dotted[0].length, stretch);
  }
  if (/^ ?年/u.test(text.slice(found.end, found.end + 2))) return null;
  const isFiscal = (context.basis ?? 'fiscalYear') !== 'calendarYear' || /^FY/u.test(text.slice(at));
  return point(afterYear, isFiscal ? fiscalYear(year) : calendarYear(year), true);
}
