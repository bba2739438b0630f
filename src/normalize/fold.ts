import data from './fold.json' with { type: 'json' };

/**
 * A text folded for reading, with the way back: folded character `i` comes from `source.slice(starts[i], ends[i])`.
 *
 *     source  Ｒ５年度の㍻     text  R5年度の平成
 */
export interface Folded {
  readonly source: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const TO: Readonly<Record<string, string>> = data.to;
const known = new Map<string, string>(Object.entries(TO));

/** Characters that say something else once NFKC has opened them: ① is a mark or a note, never the number 1. */
const KEPT = /[\u2460-\u24FF\u2776-\u2793\u3248-\u324F\u3251-\u325F\u3280-\u32BF]/u;
const DROPPED = /^(?:\u00AD|[\u200B-\u200F]|\u2060|[\uFE00-\uFE0F]|\uFEFF)$/u;
const isVoicing = (code: number): boolean =>
  code === 0x3099 || code === 0x309a || code === 0xff9e || code === 0xff9f;

function foldCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  let folded = character;
  if (DROPPED.test(character)) folded = '';
  else if (/\s/u.test(character)) folded = ' ';
  else if (!KEPT.test(character)) folded = character.normalize('NFKC').replace(/[⁄−‐]/gu, (c) => TO[c] ?? c);
  if (character.length <= 2) known.set(character, folded);
  return folded;
}

/** Kana, ideographs, 、 。 and printable ASCII stand as they are: no look-up for the bulk of a text. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x30a1 && code <= 0x30fc) ||
    code === 0x3001 ||
    code === 0x3002
  );
}
/** Each character that is not plain, with its voicing mark; of plain ones only those with a mark. */
const NOT_PLAIN =
  /(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^ -~、。ぁ-ゖァ-ー一-\u9FFF])[\uFF9E\uFF9F\u3099\u309A]?|[ -~、。ぁ-ゖァ-ー一-\u9FFF][\uFF9E\uFF9F\u3099\u309A]/g;

/** Where the character at a place ends, with the voicing mark behind it. */
function endOfCharacter(source: string, at: number): number {
  const end = at + (source.codePointAt(at)! > 0xffff ? 2 : 1);
  return end < source.length && isVoicing(source.charCodeAt(end)) ? end + 1 : end;
}

/** Folds a text and keeps, for each folded character, where it came from. Linear in the length. */
export function foldWithPlaces(source: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.length; ) {
    const end = endOfCharacter(source, at);
    const character = source.slice(at, end);
    const folded = end === at + 1 && isPlain(source.charCodeAt(at)) ? character : foldCharacter(character);
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(at);
      ends.push(end);
    }
    text += folded;
    at = end;
  }
  return { source, text, starts, ends };
}

/**
 * The text in one spelling, for matching: NFKC (half-width kana, ㈱, ㌫, full-width forms), one dash, one tilde, one
 * space. ㎡ and m³ stay units, ①…⑳ stay marks.
 *
 *     Ｒ２〜Ｒ６（㈱緑野）  →  R2~R6((株)緑野)
 */
export function foldText(text: string): string {
  return text.replace(NOT_PLAIN, foldCharacter);
}

export function stripSpaces(text: string): string {
  return text.replace(/[\s\u200B\uFEFF]+/gu, '');
}

/** The characters of the source behind a range of the folded text. */
export function sourceOf(folded: Folded, start: number, end: number): string {
  if (end <= start) return '';
  return folded.source.slice(folded.starts[start], folded.ends[end - 1]);
}
