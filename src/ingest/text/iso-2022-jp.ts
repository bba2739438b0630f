import iconv from 'iconv-lite';

const ESC = 0x1b;

/** Escape sequences of RFC 1468 and ISO-2022-JP-1/-2 (half-width katakana: JIS X 0201 in G0, as mail software wrote it). */
const CHARSETS: Readonly<Record<string, Charset>> = {
  '(B': 'ascii',
  '(J': 'ascii',
  '(I': 'katakana',
  $B: 'jis0208',
  '$@': 'jis0208',
  '$(B': 'jis0208',
  '$(D': 'jis0212',
};
type Charset = 'ascii' | 'katakana' | 'jis0208' | 'jis0212';

/** Is this ISO-2022-JP: seven-bit bytes with an escape into a Japanese set among them? */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  let escapes = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte >= 0x80 || byte === 0) return false;
    if (byte === ESC && charsetAt(bytes, at) !== null) escapes += 1;
  }
  return escapes > 0;
}

/**
 * Decodes ISO-2022-JP by moving it into EUC-JP, which iconv-lite decodes with the NEC and IBM extensions (①㈱﨑)
 * in place; no installed library decodes them from ISO-2022-JP itself.
 */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  const euc: number[] = [];
  let charset: Charset = 'ascii';
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    const shift = byte === ESC ? charsetAt(bytes, at) : null;
    if (shift !== null) {
      charset = shift.charset;
      at += shift.length;
    } else if (byte <= 0x20) {
      if (byte === 0x0a || byte === 0x0d) charset = 'ascii';
      euc.push(byte);
      at += 1;
    } else {
      at += pushEuc(euc, bytes, at, charset);
    }
  }
  return iconv.decode(Buffer.from(euc), 'euc-jp');
}

/** Appends the character at `at` and says how many bytes it took. */
function pushEuc(euc: number[], bytes: Uint8Array, at: number, charset: Charset): number {
  const first = bytes[at]!;
  if (charset === 'ascii') {
    euc.push(first);
    return 1;
  }
  if (charset === 'katakana') {
    euc.push(0x8e, first | 0x80);
    return 1;
  }
  const second = bytes[at + 1] ?? 0;
  if (charset === 'jis0212') euc.push(0x8f);
  if (second <= 0x20) {
    euc.push(0xff); // half a character: undecodable, the byte behind it stays
    return 1;
  }
  euc.push(first | 0x80, second | 0x80);
  return 2;
}

function charsetAt(bytes: Uint8Array, at: number): { charset: Charset; length: number } | null {
  for (const length of [3, 4]) {
    const sequence = String.fromCharCode(...bytes.subarray(at + 1, at + length));
    const charset = CHARSETS[sequence];
    if (charset !== undefined) return { charset, length };
  }
  return null;
}
