import { describe, expect, it } from 'vitest';
import { CoverageLedger } from '../../src/interpret/coverage.ts';
import { readText } from './read-text.ts';

const lineAt = (start: number) => ({ page: 1, line: start + 100 });

describe('the ledger', () => {
  it('counts a character once, by what it was used for first', () => {
    const ledger = new CoverageLedger('あいうえお');
    ledger.enter('heading', { start: 0, end: 2 });
    ledger.enter('record', { start: 1, end: 4 });
    expect(ledger.totals()).toEqual({
      characters: 5,
      heading: 2,
      record: 2,
      narrative: 0,
      running: 0,
      unparsed: 1,
    });
  });

  it('counts no white space of any kind', () => {
    const ledger = new CoverageLedger(' あ\u3000い\t\n\u00a0う\u2028');
    ledger.enter('narrative', { start: 0, end: 9 });
    expect(ledger.totals()).toMatchObject({ characters: 3, narrative: 3, unparsed: 0 });
  });

  it('counts code points, not their halves', () => {
    const ledger = new CoverageLedger('𠮷野家');
    ledger.enter('record', { start: 0, end: 1 });
    expect(ledger.totals()).toMatchObject({ characters: 3, record: 1, unparsed: 2 });
    expect(ledger.unparsed(lineAt)).toEqual([{ page: 1, line: 101, start: 1, end: 3, text: '野家' }]);
  });

  it('takes markup for furniture, but not what was used before', () => {
    const text = '𠮷<b>え</b>\n| --- |\n# お';
    const ledger = new CoverageLedger(text);
    ledger.enter('heading', { start: 0, end: 2 });
    ledger.enterMarkup(text);
    // 𠮷 and the < are heading; b> </b> |---| # are furniture; え and お wait
    expect(ledger.totals()).toEqual({
      characters: 16,
      heading: 2,
      record: 0,
      narrative: 0,
      running: 2 + 4 + 5 + 1,
      unparsed: 2,
    });
    expect(ledger.unparsed(lineAt).map(({ text: found }) => found)).toEqual(['え', 'お']);
  });

  it('tells what is left line by line and cell by cell, trimmed, with its place', () => {
    const ledger = new CoverageLedger('あ い \nう\tえ');
    ledger.enter('record', { start: 0, end: 1 });
    expect(ledger.unparsed(lineAt)).toEqual([
      { page: 1, line: 102, start: 2, end: 3, text: 'い' },
      { page: 1, line: 105, start: 5, end: 6, text: 'う' },
      { page: 1, line: 107, start: 7, end: 8, text: 'え' },
    ]);
  });

  it('of an empty text is all noughts', () => {
    const ledger = new CoverageLedger('');
    expect(Object.values(ledger.totals())).toEqual([0, 0, 0, 0, 0, 0]);
    expect(ledger.unparsed(lineAt)).toEqual([]);
  });
});

describe('a report', () => {
  it('accounts for every character', async () => {
    const { document } = await readText('進捗報告書\n\n本文です。\n\n指標名\tR5実績\n転入数\t5人\n\n- 1 -\n');
    expect(document.coverage).toEqual({
      characters: 25,
      heading: 5, // 進捗報告書
      record: 12, // 指標名 R5実績 転入数 5人
      narrative: 5, // 本文です。
      running: 3, // - 1 -
      unparsed: 0,
    });
    expect(document.unparsed).toEqual([]);
  });

  it('counts a repeated table head and a repeated page head as running matter', async () => {
    const { document } = await readText(
      '進捗報告書\n\n指標名\tR5実績\n転入数\t5人\n\f進捗報告書\n\n指標名\tR5実績\n転出数\t4人\n',
    );
    expect(document.coverage).toEqual({
      characters: 34,
      heading: 5,
      record: 17, // the head once, and two rows of five
      narrative: 0,
      running: 12, // the page head and the table head
      unparsed: 0,
    });
  });

  it('counts blocks of a sheet, its titles and units', async () => {
    const { document } = await readText(
      '評価シート集\n\n事務事業名\t移住事業\n担当課\t企画課\n\n事務事業実績\t\n費目\tR5決算額\t\n一般財源\t450\t千円\n',
    );
    expect(document.coverage).toEqual({
      characters: 43,
      heading: 12, // 評価シート集 事務事業実績
      record: 31, // 15 of the form, 16 of the amounts
      narrative: 0,
      running: 0,
      unparsed: 0,
    });
  });
});
