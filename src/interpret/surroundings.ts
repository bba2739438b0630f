import type { Measure, ObsStatus, Period } from '../model/index.ts';
import { findPeriods, readUnit } from '../normalize/index.ts';
import type { HeaderUnit } from '../vocabulary/index.ts';

const RATING_LEGEND = /(?:^|[\s　])([-－—―‐×△])\s*[:\uFF1A]\s*([^\s◎○△×]{2,20})/gu;
const NOT_YET = /集計中|調査中|未確定|未集計|困難|未公表|測定不能/u;
/** （千円単位。千円未満は四捨五入） */
const UNIT_BEFORE = /[(\uFF08]\s*([^\s()\uFF08\uFF09、,\uFF0C]{1,6}?)\s*単位\s*[。、,\uFF0C)\uFF09]/u;
/** A line that only says the unit of the table under it. */
const UNIT_CAPTION = /^[(\uFF08[]?\s*単位\s*[:\uFF1A]?\s*\S{1,14}$/u;
const UNIT_LINE = /単位\s*[:\uFF1A]?\s*([^\s)\uFF09]{1,12})/u;

/** （事業費：千円） */
const UNIT_OF_NAMED =
  /^[(\uFF08]\s*[^\s()\uFF08\uFF09:\uFF1A]{1,10}[:\uFF1A]\s*([^()\uFF08\uFF09:\uFF1A]{1,8})[)\uFF09]$/u;

const unitOfNamed = (text: string): string | null => {
  const unit = UNIT_OF_NAMED.exec(text.trim())?.[1];
  return unit === undefined || readUnit(unit) === null ? null : unit;
};

/** Whether a line only says the unit of the table under it. */
export const isUnitCaption = (text: string): boolean => UNIT_CAPTION.test(text) || unitOfNamed(text) !== null;

/** A line above a table that names it, not a sentence. */
export const isCaption = (text: string): boolean => text.length <= CAPTION_CHARACTERS && !text.includes('。');
const CAPTION_CHARACTERS = 40;

/** A plan of coming years, not the 総合計画 whose results a report shows. */
const PLAN_TITLE = /(?:実施|年次|年度別|今後の|事業|中期)計画$|^計画$|目標値?$/u;

/** Whether a title announces figures to come: 実施計画. */
export const isPlanTitle = (title: string): boolean => PLAN_TITLE.test(title.trim());

/** What the report says its marks mean where no value can be given: －：集計中. */
export function readLegend(text: string): { [mark: string]: ObsStatus } {
  const marks: { [mark: string]: ObsStatus } = {};
  for (const [, mark, meaning] of text.matchAll(RATING_LEGEND)) {
    if (mark === undefined || !NOT_YET.test(meaning ?? '')) continue;
    if (/[×△]/u.test(mark)) continue;
    for (const dash of ['-', '－', '—', '―', '‐', '−', 'ー']) marks[dash] = 'O';
  }
  return marks;
}

/** What a sentence says of units at its end: …が最新の値です。（単位：千t-CO2） */
export const unitPartOf = (text: string): string =>
  (UNIT_BEFORE.exec(text) ?? /単位.*$/u.exec(text))?.[0] ?? (unitOfNamed(text) === null ? '' : text);

/** The units a title, or a line above the table, gives its figures: （千円）, 単位：人, 単位：千円、％. Innermost title first. */
export function unitsOfTitles(titles: readonly string[]): HeaderUnit[] {
  for (const title of titles.filter((text) => text !== '').slice(0, 3)) {
    const named = UNIT_BEFORE.exec(title)?.[1] ?? UNIT_LINE.exec(title)?.[1] ?? unitOfNamed(title);
    const bracketed = /[(\uFF08]([^()\uFF08\uFF09]{1,8})[)\uFF09]\s*$/u.exec(title)?.[1];
    for (const text of [named, bracketed]) {
      const units = (text ?? '').split(/[、,・\uFF0C]\s*/u).map((unit) => readUnit(unit));
      const known = units.filter((unit) => unit !== null);
      if (known.length > 0 && units[0] !== null) return known;
    }
  }
  return [];
}

/** The period the innermost title with one names; null where it names several. A date is when it was written. */
export function periodOfTitles(titles: readonly string[], era: string | null): Period | null {
  for (const title of titles) {
    const found = findPeriods(title, { era }).filter(({ period }) => period.basis !== 'date');
    if (found.length === 1) return found[0]?.period ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

/** 年度別事業計画（単位：千円） without what is in brackets at its end. */
const withoutBrackets = (title: string): string =>
  title.replace(/\s*[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]\s*$/u, '');

/** Whether a title over amounts of money calls them settled, or budgeted or planned; null where it says neither or both. */
export function moneyMeasureOf(titles: readonly string[], units: readonly HeaderUnit[]): Measure | null {
  if (!units.some(({ unit }) => unit === '円')) return null;
  const [title = ''] = titles.filter((text) => /決算|予算/u.test(text) || isPlanTitle(withoutBrackets(text)));
  const isSettled = title.includes('決算');
  const isBudgeted = title.includes('予算') || isPlanTitle(withoutBrackets(title));
  return isSettled === isBudgeted ? null : isSettled ? 'settlement' : 'budget';
}
