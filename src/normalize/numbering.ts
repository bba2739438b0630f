import { labelKey } from './label-key.ts';
import words from './numbering-words.json' with { type: 'json' };

/** The characters numberings are written in, as the insides of a character class of a regular expression. */
export const DIGIT = '0-9\uFF10-\uFF19';
export const CIRCLED = '①-⑳';
export const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ';
export const KANJI = '一二三四五六七八九十';

const CIRCLED_NUMBER = new RegExp(`[${CIRCLED}]`, 'u');
const LEVEL = words.levels.toSorted((a, b) => b.length - a.length).join('|');
const OF_HEADING = new RegExp(
  `^[・\\s-]*([【〔\\[(（]?(?:${LEVEL})?[\\s:：]*(?:[${CIRCLED}]|[(（]?[${DIGIT}]{1,2}(?:[-－.．‐][${DIGIT}]{1,2}){0,3}[)）.．]?)(?![${DIGIT}人件回年月%％歳号級])[】〕\\])）]?)[\\s:：、.]*`,
  'u',
);
const OF_ITEM = new RegExp(`^\\s*(?:[(（]?[${DIGIT}]{1,2}[)）.．、]|[${CIRCLED}■●◆○・])\\s*`, 'u');
const CIRCLED_OF_ITEM = new RegExp(`^\\s*[${CIRCLED}]\\s*`, 'u');
const ORDINAL = new RegExp(`[0-9]+|[${KANJI}]`, 'u');

/**
 * The number a heading opens with, and the rest.
 *
 *     施策の基本的方向 ⑨：結婚から出産まで…   → ⑨, 結婚から出産まで…
 *     【基本目標1】しごとをつくる              → 基本目標1, しごとをつくる
 *     (2) げんきに学ぶ                         → 2, げんきに学ぶ
 */
export function splitNumber(heading: string): { number: string; rest: string } {
  const [whole, number] = OF_HEADING.exec(heading.normalize('NFC').trim()) ?? [];
  if (whole === undefined || number === undefined) return { number: '', rest: heading.trim() };
  const bare = labelKey(number).replace(/[^\p{L}\p{N}-]/gu, '');
  return { number: circledIn(number) ?? bare, rest: heading.trim().slice(whole.length) };
}

/** The first circled number of a text, as printed; null where there is none. */
export const circledIn = (text: string): string | null => CIRCLED_NUMBER.exec(text)?.[0] ?? null;

/** The number a heading carries: 2 of 施策②, 3 of 第三章, null of 具体的な事業. */
export function ordinalOf(text: string): number | null {
  const found = ORDINAL.exec(text.normalize('NFKC'))?.[0];
  if (found === undefined) return null;
  const kanji = KANJI.indexOf(found);
  return kanji >= 0 ? kanji + 1 : Number.parseInt(found, 10);
}

/** A name without the number or bullet of a list: (1) 相談件数, ■相談件数 → 相談件数. */
export const withoutItemMark = (name: string): string => name.replace(OF_ITEM, '');

/** ①量の見込み, ③利用実績: without the number, which alone among marks is never part of a header. */
export const withoutCircledNumber = (name: string): string => name.replace(CIRCLED_OF_ITEM, '');
