import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingestText } from '../../src/ingest/index.ts';
import { DocumentError, TextSource } from '../../src/model/index.ts';
import { lostCharacters, wordsOf } from './read-words.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/reports');

/** A report with every kind of table, used also where the real ones are not at hand. */
const SAMPLE = [
  '# 事業進捗報告(令和5年度分)',
  '',
  '指標名\t基準値\t目標値\tR5実績\t達成率',
  '雇用創出数\t67人増加\t250人増加\t\t29%',
  '<p>総括</p>\t<ul> <li>一</li><li>二\t<table><tr><td>財源</td></tr></table>\t道<br>路\t𠮷',
  '',
  '| 指標 | 目標 |',
  '|------|-----:|',
  '| A \\| B | **5人** |',
  '',
  '<table border="1"><caption>表</caption>',
  '<tr><th rowspan="2">人口<br/>増減</th><td colspan="3">5 &amp; 6</td></tr>',
  '<tr><td>一<table><td>内</table>二</td></tr>',
  '</table>後\f<h2>',
  '節</h2><ul><li>整備</li></ul><input type=checkbox checked>済',
].join('\n');

const real = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];
if (real.length === 0)
  console.warn(`SKIPPED: no real reports in ${FOLDER}; the damage tests run on the sample only`);
const REPORTS = [
  { name: 'sample', text: SAMPLE },
  ...real.map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') })),
];

/** Everything that holds of every source, however broken. */
function expectSound(bytes: Uint8Array): void {
  let source: TextSource;
  try {
    source = ingestText({ path: 'broken.txt', bytes });
  } catch (error) {
    if (error instanceof DocumentError) return;
    throw error;
  }
  expect(TextSource.safeParse(source).error).toBeUndefined();
  const codePoints = Array.from(source.text);
  for (const word of wordsOf(source)) {
    const slice = codePoints.slice(word.start, word.end).join('');
    if (word.start > word.end || word.end > codePoints.length) expect.fail(`span of ${JSON.stringify(word)}`);
    if (word.cell !== null && slice.includes('\n')) expect.fail(`a line break in ${JSON.stringify(slice)}`);
    if ((word.text === '') !== (slice === ''))
      expect.fail(`${JSON.stringify(word)} has ${JSON.stringify(slice)}`);
    if (!/[<>&*_#|]/.test(slice) && word.text !== slice) expect(word.text).toBe(slice);
    if (word.text !== word.text.trim()) expect(word.text).toBe(word.text.trim());
  }
  expect(lostCharacters(source)).toBe('');
}

/** Cuts, drops, doubles and swaps, each given by places in 0..1 of the text. */
const slips = fc.array(
  fc.tuple(
    fc.constantFrom('dropTabs', 'swapLines', 'dropLine', 'cut', 'dropTag'),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  { minLength: 1, maxLength: 6 },
);

function damage(text: string, kind: string, place: number): string {
  const lines = text.split('\n');
  const at = Math.min(lines.length - 1, Math.floor(place * lines.length));
  const offset = Math.floor(place * text.length);
  if (kind === 'dropTabs') lines[at] = lines[at]!.replaceAll('\t', '');
  else if (kind === 'swapLines') lines.splice(at, 2, lines[at + 1] ?? '', lines[at]!);
  else if (kind === 'dropLine') lines.splice(at, 1);
  else if (kind === 'dropTag') return text.slice(0, offset) + text.slice(offset).replace(/<[^>]*>/, '');
  else return text.slice(0, offset) + text.slice(offset + 7);
  return lines.join('\n');
}

describe.each(REPORTS)('$name', ({ name, text }) => {
  const numRuns = name === 'sample' ? 300 : 15;

  it('is sound as it is', () => {
    expectSound(Buffer.from(text));
  });
  it('reads alike in every encoding', () => {
    const writable = text.replaceAll('—', '―').replaceAll('𠮷', '吉');
    const words = wordsOf(ingestText({ path: 'a.txt', bytes: Buffer.from(writable) })).map(
      ({ text }) => text,
    );
    for (const encoding of ['cp932', 'euc-jp', 'utf-16le', 'utf-16be']) {
      const bytes = iconv.encode(writable, encoding);
      if (iconv.decode(bytes, encoding) !== writable) continue; // a character the encoding does not have
      const source = ingestText({ path: 'a.txt', bytes });
      expect(source.encoding).toBe(encoding);
      expect(wordsOf(source).map(({ text }) => text)).toEqual(words);
    }
  });
  it('stays sound with tabs dropped, lines swapped, tags lost', () => {
    fc.assert(
      fc.property(slips, (all) => {
        expectSound(Buffer.from(all.reduce((damaged, [kind, place]) => damage(damaged, kind, place), text)));
      }),
      { numRuns },
    );
  });
  it('stays sound with bytes cut and changed, in any encoding', () => {
    const encodings = ['utf-8', 'cp932', 'euc-jp', 'utf-16le'].map((encoding) =>
      iconv.encode(text, encoding),
    );
    const hit = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 255 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...encodings), fc.array(hit, { maxLength: 8 }), (bytes, hits) => {
        let broken: Uint8Array = Uint8Array.from(bytes);
        for (const [place, value, isCut] of hits) {
          const at = Math.floor(place * broken.length);
          if (isCut) broken = Buffer.concat([broken.subarray(0, at), broken.subarray(at + 1)]);
          else if (at < broken.length) broken[at] = value;
        }
        expectSound(broken);
      }),
      { numRuns },
    );
  });
});

describe('anything', () => {
  const scraps = [
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '</td>',
    '<th rowspan=2>',
    '<td colspan="2">',
    '<thead>',
    '</tr>',
    '<caption>',
    '<br>',
    '<p>',
    '</p>',
    '<li>',
    '<h2>',
    '</h2>',
    '<b>',
    '<b\n a="1">',
    '<!--',
    '-->',
    '<input checked>',
    '<x>',
    '<',
    '\t',
    '\n',
    '\n\n',
    '\f',
    '|',
    '|-|\n',
    '\\',
    ' ',
    '\u3000',
    '# ',
    '**',
    '&nbsp;',
    '&amp;',
    '&#10;',
    '人口',
    '5人',
    'GDP',
    '𠮷',
    '\r',
  ];
  it('made of scraps of markup is sound', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 40 }), (parts) => {
        expectSound(Buffer.from(parts.join('')));
      }),
      { numRuns: 5000 },
    );
  });
  it('keeps its characters but for line breaks in cells', () => {
    const bare = (text: string) => text.replace(/<br>|\s/g, '');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 40 }), (parts) => {
        const text = `x${parts.join('')}`;
        const source = ingestText({ path: 'a.txt', bytes: Buffer.from(text) });
        expect(bare(source.text)).toBe(bare(text));
        if (!source.text.includes('<t') && !text.includes('|'))
          expect(source.text.split('\n').length).toBe(text.split(/\r\n?|\n/).length);
      }),
      { numRuns: 2000 },
    );
  });
  it('made of bytes is sound', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectSound), { numRuns: 500 });
  });
});
