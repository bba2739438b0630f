/** What Unicode's East Asian Width calls W or F, as far as reports print it, and emoji (UAX #11). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** Columns of a terminal the text takes: two for a wide character, none for a combining one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1;
  return width;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - textWidth(text))) + text;
}

/** The text, cut with an ellipsis where it takes more columns. */
export function fitWidth(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let fitting = '';
  for (const character of text) {
    if (textWidth(fitting + character) >= columns) break;
    fitting += character;
  }
  return `${fitting}…`;
}

/** The text on one line and without characters that steer a terminal: those are shown as \n or \u001b. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\p{Bidi_Control}]/gu, (character) => {
    if (character === '\n') return '\\n';
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}
