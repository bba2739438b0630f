import { describe, expect, it } from 'vitest';
import { findRefArea } from '../../src/interpret/identify.ts';
import { readText } from './read-text.ts';

describe('the municipality of a report', () => {
  it.each([
    ['named in the title', '人吉市総合計画 進捗報告', 'r5.txt', '', { code: '432032', name: '人吉市' }],
    ['named in the file name', '進捗報告', 'in/久留米市_r1.txt', '', { code: '402036', name: '久留米市' }],
    [
      'named in a file name as macOS writes it',
      '進捗報告',
      'つくば市.txt'.normalize('NFD'),
      '',
      { code: '082201', name: 'つくば市' },
    ],
    [
      'named in the text, one neighbour once',
      '進捗報告',
      'a.txt',
      '人吉市では人吉市の、人吉市と八代市の',
      { code: '432032', name: '人吉市' },
    ],
    ['whose name ends in another’s', '東久留米市の報告', 'a.txt', '', { code: '132225', name: '東久留米市' }],
  ])('is the one %s', (_what, title, path, text, area) => {
    expect(findRefArea(title, path, `${title}\n${text}`)).toEqual(area);
  });

  it.each([
    ['広島県', { code: '342084', name: '府中市' }],
    ['東京都', { code: '132063', name: '府中市' }],
  ])('府中市 is decided by %s', (prefecture, area) => {
    expect(findRefArea('府中市総合計画', 'a.txt', `府中市総合計画\n${prefecture}の補助金を用いた。`)).toEqual(
      area,
    );
  });

  it.each([
    ['府中市 where no prefecture is named', '府中市総合計画', '府中市では'],
    ['府中市 where both prefectures are named', '府中市総合計画', '広島県と東京都にある'],
    ['a report that names none', '進捗報告', 'まちづくりに努めた。'],
    ['two cities named as often', '進捗報告', '人吉市と八代市、八代市と人吉市'],
    ['a city that there is not', 'みどり野市の報告', ''],
  ])('is nobody of %s', (_what, title, text) => {
    expect(findRefArea(title, 'a.txt', `${title}\n${text}`)).toBeNull();
  });

  it('stands on every observation', async () => {
    const report = await readText('人吉市 進捗報告書\n\n指標名\tR5実績\n転入数\t5人');
    expect(report.document.refArea).toEqual({ code: '432032', name: '人吉市' });
    expect(report.observations.map(({ refArea }) => refArea)).toEqual([report.document.refArea]);
  });
});

/** Long enough that a table behind it is not among the first lines. */
const PREFACE = `${'この報告書は、総合戦略の進み具合を確かめるためにまとめたものです。'.repeat(12)}\n`;

describe('the period of a report', () => {
  it.each([
    ['the title', '事業進捗報告（令和5年度）', 'h30.txt', '令和5年度', '2023-04-01', '2024-03-31'],
    [
      'a span in the title',
      '総合戦略（H27～R1年度）の総括',
      'a.txt',
      'H27～R1年度',
      '2015-04-01',
      '2020-03-31',
    ],
    [
      'the file name',
      '事業進捗報告',
      'in/2020年度/令和4年度報告.txt',
      '令和4年度',
      '2022-04-01',
      '2023-03-31',
    ],
    ['the first lines', '事業進捗報告\n令和3年度実績', 'a.txt', '令和3年度', '2021-04-01', '2022-03-31'],
  ])('is what %s names', async (_where, opening, path, label, start, end) => {
    const { document } = await readText(`${opening}\n\n本文です。`, { path });
    expect(document.reportPeriod).toEqual({ label, start, end });
  });

  it('is else the last year with a result', async () => {
    const { document } = await readText(
      `進捗報告書\n\n${PREFACE}\n指標名\tR3実績\tR4実績\tR5実績\tR6目標値\n転入数\t5人\t6人\t\t8人`,
    );
    expect(document.reportPeriod).toEqual({ label: 'R4', start: '2022-04-01', end: '2023-03-31' });
  });

  it('is nothing where no year with a result is named', async () => {
    const { document } = await readText(
      `進捗報告書\n\n${PREFACE}\n指標名\t基準値\tR6目標値\n転入数\t5人\t8人`,
    );
    expect(document.reportPeriod).toBeNull();
  });

  it('is no calendar year, in which a report is only printed', async () => {
    const { document } = await readText('進捗報告書（令和6年7月）\n\n本文です。');
    expect(document.reportPeriod).toBeNull();
  });
});
