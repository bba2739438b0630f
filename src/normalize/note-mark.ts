import { foldText, foldWithPlaces, sourceOf } from './fold.ts';

const NUMBER = '(?:[0-9]{1,2}(?![0-9])|[①-⑳])';
/** ※, ※1, ※1、2, *1, 注1 in a folded text. */
const MARK = new RegExp(`(※|\\*|注) ?(${NUMBER}(?: ?[,、・] ?[※*注]? ?${NUMBER})*)?`, 'gu');
const NUMBERS = new RegExp(NUMBER, 'gu');
const HAS_SIGN = /[※＊*注]/u;
/** 受注, 発注 are no notes. */
const WORD_BEFORE = /[受発外傍脚]$/u;

/** A reference to footnotes, with the brackets around it. */
interface Reference {
  readonly marks: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What begins with a mark is a note itself and refers to none by it. */
function referencesIn(folded: string): Reference[] {
  if (!HAS_SIGN.test(folded)) return [];
  return Array.from(folded.matchAll(MARK)).flatMap((match) => {
    const [mark, sign = '', numbers] = match;
    const before = folded.slice(0, match.index);
    const after = folded.slice(match.index + mark.trimEnd().length);
    const isBracketed = /[([] ?$/u.test(before) && /^ ?[)\]]/u.test(after);
    const lead = isBracketed ? before.replace(/ ?[([] ?$/u, '') : before;
    const tail = /^ ?\)/u.test(after) && !before.includes('(') ? after.replace(/^ ?\)/u, '') : after;
    const rest = isBracketed ? after.replace(/^ ?[)\]]/u, '') : tail;
    if (lead.trim() === '' || !(isBracketed || isMark(sign, numbers, before, after, tail))) return [];
    const marks = numbers === undefined ? [sign] : Array.from(numbers.matchAll(NUMBERS), ([n]) => sign + n);
    return [{ marks, start: lead.trimEnd().length, end: folded.length - rest.length }];
  });
}

/** Without brackets ※1 stands anywhere; ※, *1 and * where words end; 注1 where they end and 注 before a closing bracket. */
function isMark(
  sign: string,
  numbers: string | undefined,
  before: string,
  after: string,
  tail: string,
): boolean {
  const endsWord = /^(?:$|[ ()])/u.test(after);
  if (sign === '※') return numbers !== undefined || endsWord;
  if (sign === '*') return endsWord;
  return !WORD_BEFORE.test(before) && (numbers === undefined ? tail !== after && tail === '' : endsWord);
}

/**
 * The footnote marks in a cell, folded for joining.
 *
 *     1,482※１  →  ※1        人口（注1、2）  →  注1, 注2
 */
export function noteMarksIn(text: string): string[] {
  return HAS_SIGN.test(text) ? referencesIn(foldText(text)).flatMap(({ marks }) => marks) : [];
}

/** A name without the footnote marks in it. */
export function withoutNoteMarks(folded: string): string {
  return referencesIn(folded).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    folded,
  );
}

/** A cell without the footnote marks at its end, and these as printed; null where it ends in none. */
export function cutNoteMarks(raw: string): { readonly rest: string; readonly marks: string } | null {
  if (!HAS_SIGN.test(raw)) return null;
  const folded = foldWithPlaces(raw.trim());
  const last = referencesIn(folded.text).at(-1);
  if (last === undefined || last.end < folded.text.length) return null;
  const marks = sourceOf(folded, last.start, last.end).trim();
  return { rest: sourceOf(folded, 0, last.start), marks: marks.replace(/^[(（]\s?|\s?[)）]$/gu, '') };
}
