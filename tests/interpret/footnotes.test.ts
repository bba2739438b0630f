import { describe, expect, it } from 'vitest';
import type { DrawnPage, Record, Report } from '../../src/model/index.ts';
import { drawnPage, grid, inCells, run } from '../layout/drawn/draw-ruled.ts';
import { drawnReading } from './read-drawn.ts';
import { onlyRecord, readText } from './read-text.ts';

const HEAD = '指標名\t単位\tR4実績\tR5実績';
const read = (...lines: string[]): Promise<Report> => readText(['■ 移住の促進', ...lines].join('\n'));

type WithNotes = Exclude<Record, { readonly type: 'narrative' }>;
/** `成約件数: ※1 補助のないもの` for every footnote of every record. */
const notesIn = (records: readonly Record[]): string[] =>
  records
    .filter((record): record is WithNotes => record.type !== 'narrative')
    .flatMap(({ name, texts }) => texts.map(({ label, text }) => `${name}: ${label} ${text}`));
const notesOf = async (...lines: string[]): Promise<string[]> => notesIn((await read(...lines)).records);
const narrativeOf = ({ records }: Report): string[] =>
  records.flatMap((record) => (record.type === 'narrative' ? [record.text] : []));

describe('a note under a table', () => {
  it('goes to the row whose value carries its mark, and is no narrative', async () => {
    const report = await read(
      HEAD,
      '成約件数\t件\t47\t88※1',
      '相談件数\t件\t20\t31',
      '※1　補助のない契約を含む。',
    );
    expect(notesIn(report.records)).toEqual(['成約件数: ※1 補助のない契約を含む。']);
    expect(narrativeOf(report)).toEqual([]);
    const { characters, unparsed, narrative } = report.document.coverage;
    expect({ characters, unparsed, narrative }).toEqual({ characters: 52, unparsed: 0, narrative: 0 });
    const noted = report.observations.find(({ raw }) => raw === '88※1');
    expect(noted).toMatchObject({ value: 88, unit: '件', note: '※1' });
  });

  it.each([
    ['full-width', '成約件数※１', '※１ 年度末の数'],
    ['in brackets', '成約件数（※1）', '（※1）年度末の数'],
    ['circled', '成約件数※①', '※①年度末の数'],
    ['an asterisk', '成約件数*1', '*1 年度末の数'],
    ['注 in brackets', '成約件数（注1）', '（注1）年度末の数'],
    ['注 without number', '成約件数（注）', '注）年度末の数'],
    ['without number', '成約件数※', '※年度末の数'],
  ])('is tied to a name whatever its mark: %s', async (_what, name, note) => {
    const report = await read(HEAD, `${name}\t件\t47\t88`, note);
    const record = onlyRecord(report, 'indicator');
    expect(record.texts.map(({ text }) => text)).toEqual(['年度末の数']);
    expect(report.observations.map(({ indicator, indicatorKey }) => [indicator, indicatorKey])).toEqual([
      [name, '成約件数'],
      [name, '成約件数'],
    ]);
  });

  it('goes to every row under a header that carries its mark', async () => {
    expect(
      await notesOf(
        '指標名\t単位\tR4実績\tR5実績※1',
        '成約件数\t件\t47\t88',
        '相談件数\t件\t20\t31',
        '※1 12月末の値',
      ),
    ).toEqual(['成約件数: ※1 12月末の値', '相談件数: ※1 12月末の値']);
  });

  it('may be the last row of the table, or share its line with others', async () => {
    expect(await notesOf(HEAD, '成約件数\t件\t47\t88※', '※補助のない契約を含む\t\t\t')).toEqual([
      '成約件数: ※ 補助のない契約を含む',
    ]);
    expect(await notesOf(HEAD, '成約件数※1\t件\t47\t88※2', '※1 契約した数　※2 速報値')).toEqual([
      '成約件数※1: ※1 契約した数',
      '成約件数※1: ※2 速報値',
    ]);
  });

  it('on several marks of one cell gives them all', async () => {
    expect(await notesOf(HEAD, '成約件数\t件\t47\t88（※1、2）', '※1 契約した数', '※2 速報値')).toEqual([
      '成約件数: ※1 契約した数',
      '成約件数: ※2 速報値',
    ]);
  });
});

describe('a note stays text', () => {
  it('where no cell carries its mark', async () => {
    const report = await read(HEAD, '成約件数\t件\t47\t88', '※年度末の数');
    expect(notesIn(report.records)).toEqual([]);
    expect(narrativeOf(report)).toEqual(['※年度末の数']);
  });

  it('where a heading stands between and the mark has no number', async () => {
    const report = await read(HEAD, '成約件数\t件\t47\t88※', '', '■ 相談', '', '※ 予約のあった数');
    expect(notesIn(report.records)).toEqual([]);
  });

  it('where a word only opens like one', async () => {
    const report = await read(HEAD, '受注件数\t件\t47\t88', '注目される取組が多い。');
    expect(notesIn(report.records)).toEqual([]);
    expect(report.observations[0]?.indicatorKey).toBe('受注件数');
  });
});

describe('a mark with a number begun again', () => {
  it('belongs to the tables since the note before it', async () => {
    expect(
      await notesOf(
        HEAD,
        '成約件数\t件\t47\t88※1',
        '※1 契約した数',
        '',
        '別の表',
        HEAD,
        '相談件数\t件\t20\t31※1',
        '※1 予約のあった数',
      ),
    ).toEqual(['成約件数: ※1 契約した数', '相談件数: ※1 予約のあった数']);
  });
});

describe('at the foot of a drawn page', () => {
  const XS = [50, 200, 300, 400];
  const rows = (y: number) => [y, y + 20, y + 40];
  const table = (y: number, name: string) => ({
    rules: grid(XS, rows(y)),
    runs: inCells(XS, rows(y), [
      ['指標名', 'R4実績', 'R5実績'],
      [name, '47件', '88件'],
    ]),
  });
  const notes = (...pages: DrawnPage[]) => notesIn(drawnReading(...pages).records);
  const [first, second] = [table(80, '成約件数※1'), table(220, '相談件数※2')];

  it('notes go to the tables of the page, over as many lines as they have', () => {
    const page = drawnPage({
      rules: [...first.rules, ...second.rules],
      runs: [
        run(50, 40, '移住の促進の実績報告'),
        ...first.runs,
        run(50, 180, '２　相談'),
        ...second.runs,
        run(50, 760, '※1 補助を受けずに契約したものと、', 8),
        run(62, 771, '年度の途中のものを含む', 8),
        run(50, 782, '※2 予約のあった数', 8),
      ],
    });
    expect(notes(page)).toEqual([
      '成約件数※1: ※1 補助を受けずに契約したものと、年度の途中のものを含む',
      '相談件数※2: ※2 予約のあった数',
    ]);
  });

  it('a note of the next page is none of theirs', () => {
    const pages = [
      drawnPage({ rules: first.rules, runs: first.runs }),
      drawnPage({
        number: 2,
        rules: second.rules,
        runs: [run(50, 60, '２　相談'), ...second.runs, run(50, 760, '※1 予約のあった数', 8)],
      }),
    ];
    expect(notes(...pages)).toEqual([]);
  });
});
