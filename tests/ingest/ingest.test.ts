import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingestText, MAX_BYTES } from '../../src/ingest/index.ts';
import { DocumentError, TextSource } from '../../src/model/index.ts';
import { read, slicesOf, textsOf, wordsOf } from './read-words.ts';

function errorOf(bytes: Uint8Array, path = 'in/report.txt'): DocumentError {
  try {
    ingestText({ path, bytes });
  } catch (error) {
    if (error instanceof DocumentError) return error;
  }
  throw new Error('expected a DocumentError');
}

describe('what cannot be read', () => {
  it.each([
    ['empty', 'no byte', Buffer.alloc(0)],
    ['empty', 'a byte order mark alone', Buffer.from('\ufeff')],
    ['empty', 'white space alone', Buffer.from(' \r\n\u3000\t\n')],
    ['unsupported', 'a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['unsupported', 'a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['unsupported', 'a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['unsupported', 'a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])],
    ['unsupported', 'binary data', Buffer.alloc(100)],
    ['tooLarge', 'too many bytes', Buffer.alloc(MAX_BYTES + 1, 0x20)],
  ])('%s: %s', (code, _what, bytes) => {
    const error = errorOf(bytes);
    expect(error.code).toBe(code);
    expect(error.path).toBe('in/report.txt');
    expect(error.text.ja).toMatch(/[ぁ-ん]/);
    expect(error.text.en).toMatch(/[a-z]/);
  });
  it('names the kind of file', () => {
    expect(errorOf(Buffer.from('%PDF-1.7')).text.en).toContain('application/pdf');
  });
});

describe('the source', () => {
  it('is valid, with its media type and encoding', () => {
    const source = ingestText({ path: 'a.md', bytes: iconv.encode('# 報告\r\n\r\n人口は5人', 'cp932') });
    expect(TextSource.parse(source)).toEqual(source);
    expect(source).toMatchObject({
      mediaType: 'text/markdown',
      encoding: 'cp932',
      text: '# 報告\n\n人口は5人',
    });
  });
  it.each([
    ['a.txt', 'text/plain'],
    ['a', 'text/plain'],
    ['dir.html/a.HTM', 'text/html'],
    ['a.tsv', 'text/tab-separated-values'],
  ])('%s is %s', (path, mediaType) => {
    expect(read('x', path).mediaType).toBe(mediaType);
  });
  it.each(['a\r\nb\r\nc', 'a\rb\rc', '\ufeffa\nb\nc'])(
    '%j has LF line ends and no byte order mark',
    (text) => {
      const source = read(text);
      expect(source.text).toBe('a\nb\nc');
      expect(wordsOf(source).map((word) => word.line)).toEqual([1, 2, 3]);
    },
  );
  it('changes nothing else: trailing blanks, ideographic spaces, other separators', () => {
    const text = '\n\u3000人口 \u2028 5人\u00a0\n\v\n\ttab\n';
    expect(read(text).text).toBe(text);
  });
  it('counts offsets in code points', () => {
    const source = read('𠮷野家🍜\t𩸽\n𠮷');
    expect(slicesOf(source)).toEqual(['𠮷野家🍜', '𩸽', '𠮷']);
    expect(wordsOf(source)[1]).toMatchObject({ start: 5, end: 6 });
  });
});

describe('pages', () => {
  it('turn at form feeds, lines do not', () => {
    const source = read('一\f二\n三\n\f\n四');
    expect(
      source.pages.map((page) => [page.number, page.words.map((word) => [word.text, word.line])]),
    ).toEqual([
      [1, [['一', 1]]],
      [
        2,
        [
          ['二', 1],
          ['三', 2],
        ],
      ],
      [3, [['四', 4]]],
    ]);
    expect(textsOf(source)).toEqual(slicesOf(source));
  });
  it('may be blank', () => {
    expect(read('\fa\f').pages.map((page) => page.words.length)).toEqual([0, 1, 0]);
  });
  it('part a tab table in two', () => {
    const source = read('a\tb\n\fc\td');
    expect(wordsOf(source).map((word) => word.cell?.table)).toEqual([0, 0, 1, 1]);
  });
});
