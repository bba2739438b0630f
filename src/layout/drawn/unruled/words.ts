import { isMissingMark, readRatingMark } from '../../../normalize/index.ts';

const FIGURE = /^[△▲+＋\-－−(（約]?\s*[0-9０-９][0-9０-９,，.．]*\s*[^\s(（]{0,8}(?:\s*[（(][^（(]*)?$/u;
const YEAR = /^(?:[MTSHR][0-9]{1,2}|明治|大正|昭和|平成|令和|(?:19|20)[0-9]{2}年)/u;
const TELEPHONE = /^[（(]?0[0-9]{1,4}[-－(（][0-9]/u;
const LIST_MARK =
  /^(?:[・･●○◎■□◆◇▼▽※＊*\-–—‐]|[(（]?[0-9０-９]{1,2}[)）.．、]|[(（]?[ア-ンa-zA-Zｱ-ﾝ][)）.．、]?|[①-⑳Ⅰ-Ⅻⅰ-ⅻ]|[(（][一二三四五六七八九十]+[)）])$/u;
const LEADER = /[.．・･…‥]{4,}|…{2,}/u;
const UNIT_NOTE = /^(?:[（(［[【]\s*単位|単位\s*[:：])/u;

/** Whether a text is a value: a figure with its unit, a mark for a rating or for none. A year is a label. */
export function isFigure(text: string): boolean {
  const trimmed = text.trim();
  if (FIGURE.test(trimmed)) return !TELEPHONE.test(trimmed) && !YEAR.test(trimmed);
  return isMissingMark(trimmed) || (!isListMark(trimmed) && readRatingMark(trimmed) !== null);
}

/** Whether a text only numbers or marks what stands right of it. */
export const isListMark = (text: string): boolean => LIST_MARK.test(text.trim());

/** Whether dots lead from a heading to its page. */
export const hasLeader = (text: string): boolean => LEADER.test(text);

/** （単位：千円） above a table. */
export const isUnitNote = (text: string): boolean => UNIT_NOTE.test(text.trim());
