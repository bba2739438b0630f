import iconv from 'iconv-lite';

const UNDECODABLE = 0xfffd;

/** The 2,965 kanji of JIS X 0208 level 1, which make up nearly all of a Japanese report (EUC-JP rows 0xB0–0xCF). */
const LEVEL_1_KANJI: ReadonlySet<number> = new Set(
  Array.from(decodeLevel1(), (kanji) => kanji.codePointAt(0)!),
);

/**
 * How much does a decoded text look like a Japanese report? The mean worth of its characters: about 2 for Japanese, 1 for
 * English, below 0 for a text decoded the wrong way. The weights were chosen so that the wrong decodings of the real
 * reports, and of their single lines, all score below the right one.
 */
export function plausibility(text: string): number {
  let sum = 0;
  let characters = 0;
  for (const character of text) {
    sum += worth(character.codePointAt(0)!);
    characters += 1;
  }
  return characters === 0 ? 0 : sum / characters;
}

function worth(code: number): number {
  if (code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d) return 1;
  if (code < 0x20) return -10;
  if (code < 0x7f) return 1;
  if (code < 0xa0) return -10; // C1 controls
  if (code === UNDECODABLE) return -10;
  if (LEVEL_1_KANJI.has(code)) return 2;
  if (code === 0x3000) return 0.5; // in UTF-16 the twin of "0" with its bytes swapped
  if (isKanaOrPunctuation(code)) return 3;
  if (code >= 0xff01 && code <= 0xff5e) return 2; // full-width forms
  if (code >= 0xff61 && code <= 0xff9f) return -1; // half-width katakana: seldom real, common in a wrong decoding
  if (isReportSymbol(code)) return 1;
  if (code >= 0xd800 && code <= 0xf8ff) return -5; // lone surrogates, private use
  if (code > 0xffff) return 0;
  return -1;
}

function isKanaOrPunctuation(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30fe) || (code >= 0x3001 && code <= 0x3015);
}

/** ○△×※→①㈱㎡: enclosed, geometric, arrow, mathematical, unit and general marks. */
function isReportSymbol(code: number): boolean {
  if (code >= 0x2010 && code <= 0x2027) return true;
  if (code >= 0x2190 && code <= 0x22ff) return true;
  if (code >= 0x2460 && code <= 0x26ff) return true;
  return (code >= 0x3220 && code <= 0x32b0) || (code >= 0x3380 && code <= 0x33d5) || code === 0xd7;
}

function decodeLevel1(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xcf; row += 1) {
    const last = row === 0xcf ? 0xd3 : 0xfe;
    for (let column = 0xa1; column <= last; column += 1) bytes.push(row, column);
  }
  return iconv.decode(Buffer.from(bytes), 'euc-jp');
}
