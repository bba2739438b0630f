import { foldText } from './fold.ts';

/** A footnote as written under a table: the mark it begins with, and its words. */
export interface Note {
  /** folded, for joining: ※1, ※①, *1, 注1 */
  readonly mark: string;
  /** the mark as printed, without brackets */
  readonly label: string;
  readonly text: string;
}

const MARK = '([※＊*注])\\s?([0-9\uFF10-\uFF19]{1,2}(?![0-9\uFF10-\uFF19])|[①-⑳])';
/** ※1 …, （注1）…, 注1：… */
const NUMBERED = new RegExp(`^[(\uFF08]?\\s?${MARK}\\s?[)\uFF09]?\\s?[.\uFF0E:\uFF1A、]?\\s*(?=\\S)`, 'u');
/** ※…, *…, （※）…, 注）…, 注：… */
const UNNUMBERED =
  /^[(\uFF08]?(?:([※＊*])\s?[)\uFF09]?|(注)\s?(?=[)\uFF09:\uFF1A])[)\uFF09]?)\s?[:\uFF1A]?\s*(?=\S)/u;
/** Of notes one after another on a line each begins where the next mark with a number does. */
const NEXT = new RegExp(`(?:(?<=。)|\\s)(?=[(\uFF08]?\\s?${MARK.replaceAll(/\((?!\?)/gu, '(?:')})`, 'u');

/**
 * The ways a line may be footnotes, the likelier first; none where it begins with no mark. ※1人当たり… may be note 1, or
 * a note on 1人当たり.
 *
 *     ※1　速報値 ※2　推計値  →  ※1 速報値, ※2 推計値
 */
export function readNotes(line: string): Note[][] {
  const trimmed = line.trim();
  if (!/^[(\uFF08]?\s?[※＊*注]/u.test(trimmed)) return [];
  const numbered = trimmed.split(NEXT).map((part) => noteBy(NUMBERED, part.trim()));
  const known = numbered.filter((note) => note !== null);
  const whole = noteBy(UNNUMBERED, trimmed);
  return [...(known.length === numbered.length ? [known] : []), ...(whole === null ? [] : [[whole]])];
}

function noteBy(pattern: RegExp, text: string): Note | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const label = found.slice(1).join('');
  return { mark: foldText(label), label, text: text.slice(found[0].length) };
}
