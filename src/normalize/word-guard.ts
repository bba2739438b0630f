import guards from './mention-guards.json' with { type: 'json' };
import type { ScannedNumber } from './number.ts';
import { isKanjiNumeral } from './numeral.ts';
import { qualifierAfter } from './qualifier.ts';

const HAN = /\p{Script=Han}/u;
const WORD = /[\p{Script=Han}\p{Script=Katakana}ー]/u;
const WORDS = Map.groupBy(guards.words, (word) => word[0]!);
const LATIN_OR_DIGIT = /[A-Za-z0-9_]/u;

/** A kanji numeral inside a word counts nothing: 千代田区, 一部, 四国地方, 第三者. */
export function isInWord(text: string, number: ScannedNumber, unitEnd: number | null): boolean {
  const before = text[number.start - 1] ?? ' ';
  if (guards.before.includes(before)) return true;
  const words = WORDS.get(text[number.start] ?? '') ?? [];
  if (words.some((word) => text.startsWith(word, number.start))) return true;
  const next = text[unitEnd ?? number.end] ?? ' ';
  const last = text[(unitEnd ?? number.end) - 1]!;
  const changesScript = HAN.test(next) && !HAN.test(last);
  const isFreeBehind =
    !WORD.test(next) ||
    changesScript ||
    number.precision === null ||
    isKanjiNumeral(next) ||
    qualifierAfter(text, unitEnd ?? number.end, text.length) !== null;
  if (!isFreeBehind) return true;
  if (unitEnd !== null || number.isSigned) return false;
  const isShort = number.end - number.start === 1;
  return isShort ? WORD.test(before) || /[つりん]/u.test(next) : /[ァ-ヶ]/u.test(before);
}

/** An Arabic number inside a name counts nothing: COVID-19, A4, 5G, PM2.5. */
export function isInName(text: string, number: ScannedNumber, unitEnd: number | null): boolean {
  const before = text[number.start - 1] ?? ' ';
  const beforeThat = text[number.start - 2] ?? ' ';
  if (LATIN_OR_DIGIT.test(before) || before === '.') return true;
  if (before === '-' && /[A-Za-z]/u.test(beforeThat)) return true;
  return unitEnd === null && /[A-Za-z]/u.test(text[number.end] ?? ' ');
}
