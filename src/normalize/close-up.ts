/** Scripts written without spaces between words, and the marks that stand among them (ranges of whole blocks). */
const JAPANESE =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u2190-\u22ff\u2460-\u26ff\u3000-\u33ff\uff01-\uffef]/u;

/**
 * What takes the place of a line break inside a cell: nothing between two Japanese characters, which were parted only
 * for lack of width, else one space.
 */
export function joinerBetween(before: string, after: string): '' | ' ' {
  return JAPANESE.test(lastCharacter(before)) && JAPANESE.test(firstCharacter(after)) ? '' : ' ';
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastCharacter(text: string): string {
  return firstCharacter(
    /[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(-2)) ? text.slice(-2) : text.slice(-1),
  );
}
