import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/pdf/index.ts';
import { DocumentError, type DrawnPage, type DrawnSource } from '../../../src/model/index.ts';
import { readReport } from '../../../src/pipeline.ts';
import { FIRST_EXTRA, ruledTable, text, writePdf } from './write-pdf.ts';

const HELLO = text(50, 700, 'Hello');
const read = (bytes: Uint8Array, password?: string) => readPdf({ path: 'x.pdf', bytes, password });
const wordsOf = (page: DrawnPage | undefined): string => (page?.runs ?? []).map((run) => run.text).join(' ');
const doubtsOf = ({ doubts }: DrawnSource): string[] => doubts.map(({ kind, page }) => `${kind} ${page}`);

async function errorOf(bytes: Uint8Array, password?: string): Promise<DocumentError> {
  const error = await read(bytes, password).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DocumentError);
  return error as DocumentError;
}

describe('a PDF that cannot be read is one clear line:', () => {
  const secret = writePdf({ pages: [HELLO], password: 'himitsu' });
  it.each<[string, Uint8Array, string | undefined, string, string]>([
    ['it asks for a password', secret, undefined, 'encrypted', 'give it with --password'],
    ['the password is wrong', secret, 'himitu', 'encrypted', 'the password is wrong'],
    ['it is cut short', writePdf({ pages: [HELLO] }).subarray(0, 300), undefined, 'damaged', 'complete'],
    ['no PDF is inside', Buffer.from('%PDF-1.7\nonly words\n'), undefined, 'damaged', 'complete'],
    ['it is its own head', Buffer.from('%PDF-'), undefined, 'damaged', 'complete'],
    ['it has no pages', writePdf({ pages: [] }), undefined, 'empty', 'no pages'],
    ['it is a picture', writePdf({ pages: ['0 0 m 9 9 l S'] }), undefined, 'noText', 'read as pictures too'],
    [
      'arrays nest 100,000 deep',
      writePdf({ pages: [HELLO], catalog: `/A ${'['.repeat(1e5)}` }),
      undefined,
      'damaged',
      '',
    ],
  ])('%s', async (_what, bytes, password, code, words) => {
    const { text: told, ...error } = await errorOf(bytes, password);
    expect(error.code).toBe(code);
    expect(told.en).toContain(words);
    expect(told.en).not.toContain('\n');
    expect(told.ja).toMatch(/[ぁ-ん]/u);
  });

  it('every page fails, which is no scan', async () => {
    const broken = writePdf({ pages: ['no deflate'], streamEntries: '/Filter /FlateDecode' });
    const { code, text: told } = await errorOf(broken);
    expect(code).toBe('damaged');
    expect(told.en).toMatch(/no page of the PDF could be read \(1 of 1 failed; page 1: .*flate/);
  });
});

describe('a PDF with something bad in it is read:', () => {
  it('encrypted, with its password', async () => {
    const { pages } = await read(writePdf({ pages: [HELLO], password: 'himitsu' }), 'himitsu');
    expect(wordsOf(pages[0])).toBe('Hello');
  });

  it('scripts and attachments are left alone', async () => {
    const catalog = `/OpenAction << /S /JavaScript /JS (while\\(true\\){}) >> /Names << /EmbeddedFiles << /Names [(a.exe) ${FIRST_EXTRA} 0 R] >> >>`;
    const extra = [
      { text: `<< /Type /Filespec /F (a.exe) /EF << /F ${FIRST_EXTRA + 1} 0 R >> >>` },
      { text: '/Type /EmbeddedFile', stream: 'MZ' },
    ];
    const source = await read(writePdf({ pages: [HELLO], catalog, extra }));
    expect(source.pages.map(wordsOf)).toEqual(['Hello']);
    expect(source.doubts).toEqual([]);
  });

  it.each([
    ['does not decompress', 'no deflate at all', ['Hello', '', 'Hello']],
    ['has a string that never ends', deflateSync('BT /F1 10 Tf (open Tj ET'), ['Hello', '', 'Hello']],
    ['nests 100,000 arrays', deflateSync(`${HELLO} ${'['.repeat(1e5)}`), ['Hello', 'Hello', 'Hello']],
  ])('a page whose content %s is a doubt, the others are read', async (_what, content, words) => {
    const pages = [deflateSync(HELLO), content, deflateSync(HELLO)];
    const source = await read(writePdf({ pages, streamEntries: '/Filter /FlateDecode' }));
    expect(doubtsOf(source)).toEqual(['failed 2']);
    expect(source.pages.map(wordsOf)).toEqual(words);
  });

  it('two at once, each with its own doubts', async () => {
    const good = writePdf({ pages: [HELLO, HELLO] });
    const bad = writePdf({ pages: [HELLO, '(open'] });
    const sources = await Promise.all([read(good), read(bad), read(good)]);
    expect(sources.map(doubtsOf)).toEqual([[], ['failed 2'], []]);
  });

  it('pages to skip are blank and told, and no others are begun', async () => {
    const begun: number[] = [];
    const source = await readPdf(
      { path: 'x.pdf', bytes: writePdf({ pages: [HELLO, HELLO, HELLO] }) },
      { skipPages: [{ kind: 'tooSlow', page: 2, detail: '30' }], onPage: (page) => begun.push(page) },
    );
    expect(begun).toEqual([1, 3]);
    expect(doubtsOf(source)).toEqual(['tooSlow 2']);
    expect(source.pages.map(wordsOf)).toEqual(['Hello', '', 'Hello']);
  });
});

describe('time stays bounded for', () => {
  /** All take some seconds; what is quadratic in them takes hours: a guard, no measurement. */
  const GUARD_MILLISECONDS = 120_000;
  const table = ruledTable(
    [
      ['Name', 'R5'],
      ['Visitors', '12'],
    ],
    300,
  );
  const crossing = (i: number): string =>
    `0 ${i * 0.00842} m 595 ${i * 0.00842} l S ${i * 0.00595} 0 m ${i * 0.00595} 842 l S\n`;
  const scattered = (i: number): string =>
    `${(i * 7919) % 595} ${(i * 104729) % 842} m ${(i * 7919) % 595} ${((i * 104729) % 842) + 9} l S\n`;
  const segments = (count: number, of: (i: number) => string): string =>
    HELLO + Array.from({ length: count }, (_, i) => of(i)).join('');

  it.each<[string, () => string[], number]>([
    ['10,000 pages', () => Array.from({ length: 10_000 }, (_, i) => (i % 100 === 0 ? table : HELLO)), 10_000],
    ['200,000 lines that cross', () => [segments(100_000, crossing)], 1],
    ['200,000 lines here and there', () => [segments(200_000, scattered)], 1],
    [
      'a path of 200,000 points',
      () => [`${HELLO}0 0 m ${segments(200_000, (i) => `${i % 595} ${i % 842} l\n`)} S`],
      1,
    ],
  ])(
    '%s',
    async (_what, pages, count) => {
      const bytes = writePdf({ pages: pages() });
      const { document } = await readReport({ path: 'x.pdf', documentId: 'x', bytes });
      expect(document.source.pages).toBe(count);
    },
    GUARD_MILLISECONDS,
  );
});
