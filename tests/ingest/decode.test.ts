import Encoding from 'encoding-japanese';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/text/decode.ts';

const REPORT = [
  '事業進捗報告(令和5年度分)',
  '指標名\t基準値\t目標値\tR5実績\t達成率',
  '㈱みなとの出荷量①\t1,200㎡\t△5％\t－\t○',
  'ｺﾝﾋﾞﾆ交付～Ⅳ期 ─ 髙田・山﨑',
].join('\n');

const SHORT = [
  '人口',
  '7件',
  '(H26年) (H31年)',
  '○',
  '△',
  '令和５年度',
  '20名',
  '戦略\t地域・自治',
  '67人増加',
];
const MOSTLY_ASCII = `${'id,name,value\n1,abc,2.5\n'.repeat(200)}備考: 集計中\n`;

describe.each(['utf-8', 'cp932', 'euc-jp', 'utf-16le', 'utf-16be'] as const)('%s', (encoding) => {
  it.each([REPORT, REPORT.replaceAll('\n', '\r\n'), MOSTLY_ASCII, ...SHORT])('reads %j', (text) => {
    const decodable =
      encoding.startsWith('utf') || iconv.decode(iconv.encode(text, encoding), encoding) === text;
    expect(decodable).toBe(true);
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      if (text.length < 3 && !/[ -~]/.test(text)) return; // one or two kanji: told by nothing
    }
    expect(decode(iconv.encode(text, encoding))).toEqual({ text, encoding });
  });
});

describe('byte order marks', () => {
  it.each([
    ['utf-8', '\ufeff人口\t5人'],
    ['utf-16le', '\ufeff人口\t5人'],
    ['utf-16be', '\ufeff人口\t5人'],
  ] as const)('%s: the mark is no character of the text', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toEqual({ text: '人口\t5人', encoding });
  });
  it('decides even where the text alone would not', () => {
    expect(decode(iconv.encode('\ufeff無し', 'utf-16be'))).toEqual({ text: '無し', encoding: 'utf-16be' });
  });
});

describe('iso-2022-jp', () => {
  const encode = (text: string) =>
    Buffer.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: 'JIS' }));

  it.each(['人口は5人です。', '㈱①㎡～Ⅳ', 'ABC 進捗度 △\nR5 実績 ○'])('reads %j', (text) => {
    expect(decode(encode(text))).toEqual({ text, encoding: 'iso-2022-jp' });
  });
  it('reads half-width katakana after ESC ( I', () => {
    const bytes = Buffer.concat([Buffer.from('\x1b(I'), Buffer.from([0x31, 0x32]), Buffer.from('\x1b(B A')]);
    expect(decode(bytes)?.text).toBe('ｱｲ A');
  });
  it('keeps going where half a character is cut off', () => {
    expect(decode(Buffer.from('\x1b$B?M\n8!\x1b(B ok'))?.text).toBe('人\n8! ok');
    expect(decode(Buffer.from('\x1b$B?M8\n\x1b(B ok'))?.text).toBe('人\ufffd\n ok');
  });
});

describe('damage', () => {
  it('reads a UTF-8 text with cut bytes as UTF-8, the cut ones as U+FFFD', () => {
    const bytes = Buffer.from('指標名\t基準値\t目標値');
    const cut = Buffer.concat([bytes.subarray(0, 4), bytes.subarray(5)]);
    expect(decode(cut)?.encoding).toBe('utf-8');
    expect(decode(cut)?.text).toContain('名\t基準値\t目標値');
    expect(decode(cut)?.text).toContain('\ufffd');
  });
  it('reads a CP932 text that ends in the middle of a character', () => {
    const bytes = iconv.encode('指標名\t基準値\t目標値', 'cp932');
    expect(decode(bytes.subarray(0, -1))?.text).toMatch(/^指標名\t基準値\t目標.$/u);
  });
  it('reads a UTF-16 text with an odd byte at its end', () => {
    const bytes = Buffer.concat([iconv.encode('指標名\t基準値', 'utf-16le'), Buffer.from([0x41])]);
    expect(decode(bytes)?.text).toMatch(/^指標名\t基準値/);
  });
  it('reads a UTF-8 text with a stray NUL byte', () => {
    const text = `${'目標値は5人です。\n'.repeat(100)}\0`;
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' });
  });
  it('gives lone surrogates back as U+FFFD', () => {
    expect(decode(Buffer.from([0xff, 0xfe, 0x42, 0x30, 0x00, 0xd8, 0x44, 0x30]))?.text).toBe('あ\ufffdい');
  });
});

describe('what is no text', () => {
  it.each([
    ['zeros', Buffer.alloc(64)],
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0, 1, 0, 0, 0]),
    ],
    [
      'noise with NUL bytes',
      Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 7) % 256)),
    ],
  ])('%s', (_name, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

describe('what must not be taken for UTF-16', () => {
  it.each([
    'Bush hid the facts',
    'a0b0c0d0e0 ',
    'R0 H0',
    '1020304050',
    'this app can break',
    'café',
    'Tōkyō 5±2 §3 10×20',
  ])('%j', (text) => {
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' });
  });
});
