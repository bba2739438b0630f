import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeIso2022Jp, isIso2022Jp } from './iso-2022-jp.ts';
import { plausibility } from './plausibility.ts';

export type Encoding = 'utf-8' | 'cp932' | 'euc-jp' | 'iso-2022-jp' | 'utf-16le' | 'utf-16be';

export interface Decoded {
  /** without byte order mark; undecodable bytes are U+FFFD */
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file is weighed to tell its encoding, in bytes. */
const SAMPLE_BYTES = 64 * 1024;

/** A UTF-16 text scores 1 (all ASCII) to 3 (all kana); binary data read as UTF-16 scores below 0. */
const UTF16_PLAUSIBILITY = 0.7;

/** Without a line break or a digit among its characters it is Japanese throughout. */
const UTF16_PLAUSIBILITY_WITHOUT_NULLS = 1.5;

/** What UTF-16 must be ahead by: it reads two or three bytes of another encoding as one kanji now and then. */
const UTF16_ADVANTAGE = 0.5;

/** A text may hold a stray NUL byte left by damage: at most one in so many bytes (random data: one in 256). */
const BYTES_PER_STRAY_NULL = 1000;

const UTF16: readonly Encoding[] = ['utf-16le', 'utf-16be'];
const EIGHT_BIT: readonly Encoding[] = ['cp932', 'euc-jp', 'utf-8'];

/**
 * Decodes a report of unstated encoding: byte order mark, then the encodings that prove themselves (ISO-2022-JP by its
 * escapes, UTF-8 by its strictness), then the one of CP932, EUC-JP, UTF-16 and damaged UTF-8 that reads most like Japanese.
 *
 * Returns null where the bytes are no text (NUL bytes, and not UTF-16). Never throws.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decodeAs(bytes.subarray(marked.length), marked.encoding);
  if (isIso2022Jp(bytes)) return decodeAs(bytes, 'iso-2022-jp');

  const { nulls, controls } = countControls(bytes);
  if (nulls > 0 || controls > 0 || isKanaInUtf16(bytes)) {
    const utf16 = mostPlausible(bytes, UTF16);
    if (utf16.score >= (nulls > 0 ? UTF16_PLAUSIBILITY : UTF16_PLAUSIBILITY_WITHOUT_NULLS)) {
      return decodeAs(bytes, utf16.encoding);
    }
    if (nulls * BYTES_PER_STRAY_NULL > bytes.length) return null;
  }
  if (isUtf8(bytes) ? !isEucInDisguise(bytes) : isDamagedUtf8(bytes)) return decodeAs(bytes, 'utf-8');
  const eightBit = mostPlausible(bytes, EIGHT_BIT);
  const utf16 = mostPlausible(bytes, UTF16);
  const isUtf16 = bytes.length % 2 === 0 && utf16.score > eightBit.score + UTF16_ADVANTAGE;
  return decodeAs(bytes, isUtf16 ? utf16.encoding : eightBit.encoding);
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  if (encoding === 'iso-2022-jp') return { text: decodeIso2022Jp(bytes), encoding };
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return { text: text.toWellFormed(), encoding };
}

function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** The candidate whose reading of the sample is most plausible; the earlier one where two are alike. */
function mostPlausible(
  bytes: Uint8Array,
  candidates: readonly Encoding[],
): { encoding: Encoding; score: number } {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let best: { encoding: Encoding; score: number } = { encoding: 'utf-8', score: Number.NEGATIVE_INFINITY };
  for (const encoding of candidates) {
    const score = plausibility(decodeAs(sample, encoding).text);
    if (score > best.score) best = { encoding, score };
  }
  return best;
}

/** NUL bytes, and the other control bytes that no text has (tab to carriage return and escape are a text's own). */
function countControls(bytes: Uint8Array): { nulls: number; controls: number } {
  let nulls = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) nulls += 1;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls += 1;
  }
  return { nulls, controls };
}

/**
 * Kana alone in UTF-16 is plain ASCII to the eye of UTF-8: あのこと is B0n0S0h0. Told by the 0x30 at every other byte
 * in a text without a single space, tab or line break.
 */
function isKanaInUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 6 || bytes.length % 2 !== 0) return false;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    if (bytes[at] === 0x30) even += 1;
    if (bytes[at + 1] === 0x30) odd += 1;
  }
  if (Math.max(even, odd) * 4 < bytes.length) return false;
  const text = decodeAs(bytes, odd >= even ? 'utf-16le' : 'utf-16be').text;
  return plausibility(text) > 2 && /^[\u3001-\u30fe\u4e00-\u9fff\uff01-\uff5e]+$/.test(text);
}

/**
 * 年 in EUC-JP is ǯ in UTF-8, so that a short `(H26年)` passes for it. Told by letters no report has, with none of the
 * three-byte characters every Japanese text in UTF-8 has.
 */
function isEucInDisguise(bytes: Uint8Array): boolean {
  if (bytes.length > SAMPLE_BYTES) return false;
  const text = decodeAs(bytes, 'utf-8').text;
  return /[\u0180-\u036f\u0460-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text);
}

/** UTF-8 with a few bytes cut: its three-byte characters still stand in rows that chance does not make. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    if (length >= 3) whole += 1;
    if (length === 0) broken += 1;
    at += Math.max(1, length);
  }
  return whole > 4 * broken;
}

/** Bytes of the UTF-8 character at `at`; 0 where none begins there. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return 0;
  }
  return length;
}
