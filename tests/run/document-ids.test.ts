import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameDocuments } from '../../src/run/document-ids.ts';

describe('a readable id', () => {
  it.each([
    ['hitoyoshi-r5-progress.txt', 'hitoyoshi-r5-progress'],
    ['reports/R5 Progress.TXT', 'r5-progress'],
    ['令和5年度　進捗報告（案）.md', '令和5年度-進捗報告（案）'],
    // a macOS file name: か and a combining voiced sound mark
    ['か\u3099くせい.txt', 'がくせい'],
    ['fixtures/wide/report.txt', 'wide'],
    ['./report.txt', 'report'],
    ['../report.txt', 'report'],
    ['a"b\'c<d>|e.txt', 'abcde'],
    ['line\nbreak\ttab.txt', 'line-break-tab'],
    ['..evil...txt', 'evil'],
    ['....txt', 'document'],
    ['\u202Ertl\u0000.txt', 'rtl'],
    ['C:\\temp\\x.txt', 'ctempx'],
    ['report v1.2.txt', 'report-v1.2'],
    ['no extension', 'no-extension'],
  ])('of %j is %j', (path, id) => {
    expect(nameDocuments([path]).get(path)).toBe(id);
  });

  it('is cut where the name is very long, and fits a file name with all that is put around it', () => {
    const ascii = nameDocuments([`${'x'.repeat(300)}.txt`])
      .values()
      .next().value!;
    const kanji = nameDocuments([`${'進'.repeat(300)}.txt`])
      .values()
      .next().value!;
    expect(ascii).toHaveLength(80);
    expect(Buffer.byteLength(`.${kanji}-0123456789.new`)).toBeLessThanOrEqual(255);
  });

  it('is the file’s own where a report.txt is not alone in its folder', () => {
    const ids = nameDocuments(['a/report.txt', 'a/other.txt']);
    expect([...ids.values()]).toEqual(['report', 'other']);
  });
});

describe('paths that would share an id', () => {
  it('all get a suffix from their path, whatever their order', () => {
    const paths = ['a/R5.txt', 'b/r5.txt', 'b/r6.txt'];
    const ids = nameDocuments(paths);
    expect(ids.get('a/R5.txt')).toMatch(/^r5-[0-9a-f]{6}$/);
    expect(ids.get('b/r6.txt')).toBe('r6');
    expect(Object.fromEntries(nameDocuments(paths.toReversed()))).toEqual(Object.fromEntries(ids));
  });

  it('keep apart even from a name that looks like a suffixed one', () => {
    const taken = nameDocuments(['a/r5.txt', 'b/r5.txt']).get('a/r5.txt')!;
    const ids = nameDocuments(['a/r5.txt', 'b/r5.txt', `c/${taken}.txt`]);
    expect(new Set(ids.values()).size).toBe(3);
  });
});

it('gives any set of paths unique ids that are safe as folder names and do not depend on their order', () => {
  const name = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .map((text) => text.replaceAll('/', ''));
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
      const ids = nameDocuments(paths);
      expect(new Set(ids.values()).size).toBe(paths.length);
      for (const id of ids.values()) expect(id).toMatch(/^[^.\-/\\\s\p{C}"'<>:|?*][^/\\\s\p{C}"'<>:|?*]*$/u);
      expect(Object.fromEntries(nameDocuments(paths.toReversed()))).toEqual(Object.fromEntries(ids));
    }),
  );
});
