import data from './characters.json' with { type: 'json' };

const TO: Readonly<Record<string, string>> = data.to;
/** Kangxi radicals, compatibility ideographs, ligatures of Latin letters: NFKC opens them. */
const OPENED = /[\u2F00-\u2FD5\uF900-\uFAFF\uFB00-\uFB06]/gu;
const LISTED = new RegExp(`[${Object.keys(TO).join('')}]`, 'gu');
const SUSPECT = /[\u2027\u2215\u301C\u2E80-\u2FD5\uF900-\uFB06]/u;

/**
 * Takes back the characters a font's table gives in place of those that were typed: ⽤ ⺠ ⻑ are 用 民 長. Fonts for Japanese
 * draw them with one glyph, and the table back to Unicode keeps only one of the two.
 */
export function typedCharacters(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(OPENED, (character) => character.normalize('NFKC'))
    .replace(LISTED, (character) => TO[character] ?? character);
}
