import { describe, expect, it } from 'vitest';
import { brief, onlyRecord, readText } from './read-text.ts';

const SHEET = `人吉市総合計画 事務事業評価シート

事務事業名	移住促進事業	担当課	商工観光課 企画課
事務事業概要	移住の相談に応じる。		
主な取組内容 Plan	既存	相談窓口の運営	新規 体験ツアーの試行

事務事業実績			
成果指標	目標値	令和5年度実績値	令和6年度目標値
相談件数	80件	47件	60件
事業財源 Do	費目	決算額	予算額
	一般財源	1,200	1,300
	事業費	2,200	2,300

成果・課題 Check	(取組成果) 相談が増えた。		
	(今後の課題) 窓口の周知が要る。		
改善内容 Action	広報紙に載せる。	事業の方向性	拡大
資源配分	財源 拡大 人員 現状維持		
総合戦略	移住の促進	仕事の創出	`;

describe('a project sheet', () => {
  it('says who, what and whither', async () => {
    expect(onlyRecord(await readText(SHEET), 'sheet')).toMatchObject({
      name: '移住促進事業',
      path: [],
      departments: ['商工観光課', '企画課'],
      overview: '移住の相談に応じる。',
      activities: [
        { status: '既存', text: '相談窓口の運営' },
        { status: '新規', text: '体験ツアーの試行' },
      ],
      texts: [
        { label: '取組成果', text: '相談が増えた。' },
        { label: '今後の課題', text: '窓口の周知が要る。' },
        { label: '改善内容', text: '広報紙に載せる。' },
      ],
      direction: '拡大',
      resources: { finance: '拡大', staff: '現状維持' },
      links: [
        { label: '総合戦略', text: '移住の促進' },
        { label: '総合戦略', text: '仕事の創出' },
      ],
    });
  });

  it('holds its indicators and finances', async () => {
    const report = await readText(SHEET);
    const sheet = onlyRecord(report, 'sheet');
    const nameOf = (id: string) => report.records.find((record) => record.id === id)?.name;
    expect(sheet.indicators.map(nameOf)).toEqual(['相談件数']);
    expect(sheet.finances.map(nameOf)).toEqual(['一般財源', '事業費']);
    expect(sheet.observations).toEqual(report.observations.map(({ id }) => id));
    expect(report.observations.map(brief)).toEqual([
      '相談件数 | target | 80件',
      '相談件数 | actual 令和5年度 | 47件',
      '相談件数 | target 令和6年度 | 60件',
      '一般財源 | settlement 令和5年度 | 1,200',
      '一般財源 | budget 令和6年度 | 1,300',
      '事業費 | settlement 令和5年度 | 2,200',
      '事業費 | budget 令和6年度 | 2,300',
    ]);
  });

  it('lends its name, its block and its departments to every value', async () => {
    const { observations } = await readText(SHEET);
    for (const { path, departments } of observations) {
      expect(path).toEqual(['移住促進事業', '事務事業実績']);
      expect(departments).toEqual(['商工観光課', '企画課']);
    }
  });
});

describe('where one sheet ends and the next begins', () => {
  const names = async (text: string): Promise<string[]> =>
    (await readText(text)).records.flatMap((record) => (record.type === 'sheet' ? [record.name] : []));

  it('its first label comes again', async () => {
    expect(
      await names(
        '評価シート集\n\n事務事業名\t移住事業\n事務事業概要\t相談に応じる。\n\n事務事業名\t観光事業\n事務事業概要\t客を呼ぶ。',
      ),
    ).toEqual(['移住事業', '観光事業']);
  });

  it('an outer label comes again', async () => {
    const report = await readText(
      '評価シート集\n\n戦略名\t戦略1\tしごと\n施策名\t(1)創業\n事務事業名\t融資事業\n事務事業概要\t貸す。\n\n戦略名\t戦略2\tひと\n施策名\t(2)移住\n事務事業名\t相談事業\n事務事業概要\t聞く。',
    );
    const sheets = report.records.filter((record) => record.type === 'sheet');
    expect(sheets.map(({ name, path }) => [...path, name])).toEqual([
      ['戦略1 しごと', '(1)創業', '融資事業'],
      ['戦略2 ひと', '(2)移住', '相談事業'],
    ]);
  });

  it('not where a label comes again that says nothing of what the sheet is about', async () => {
    expect(
      await names(
        '評価シート集\n\n事務事業名\t移住事業\t担当課\t企画課\n事務事業概要\t相談に応じる。\n備考\tなし\n課題\t人手\n備考\t続ける',
      ),
    ).toEqual(['移住事業']);
  });

  it('at a heading written like the one above it; what follows is running text', async () => {
    const report = await readText(
      '評価報告書\n\n基本目標1 しごと\n\n事務事業名\t融資事業\n事務事業概要\t貸す。\n\n基本目標2 ひと\n\n移り住む人が増えました。',
    );
    expect(report.records.map(({ type, name }) => [type, name])).toEqual([
      ['sheet', '融資事業'],
      ['narrative', '基本目標2 ひと'],
    ]);
  });
});

describe('a card of one indicator', () => {
  it('has its values beside their labels', async () => {
    const report = await readText(
      '評価シート集\n\n指標名\tかつお節の生産量\n単位\tトン\n基準値\t1,200\n目標値\t1,500以上\n担当課\t水産課',
    );
    expect(
      report.observations.map(({ indicator, measure, raw, value, unit }) => [
        indicator,
        measure,
        raw,
        value,
        unit,
      ]),
    ).toEqual([
      ['かつお節の生産量', 'baseline', '1,200', 1200, 't'],
      ['かつお節の生産量', 'target', '1,500以上', 1500, 't'],
    ]);
  });

  it('has none where no label says what is measured', async () => {
    const report = await readText(
      '評価シート集\n\n事務事業名\t移住事業\n事務事業概要\t相談に応じる。\n備考\t1,200',
    );
    expect(report.observations).toEqual([]);
  });
});

it('a total of a strategy is a sheet named by its goal', async () => {
  const report = await readText(
    '総括シート\n\n基本目標名\t基本目標2 新しい人の流れ\n基本目標の概要\t住みよさを知ってもらう。\n\n数値目標の総括\t転入は伸びた。\n課題\t手立てが足りない。',
  );
  expect(onlyRecord(report, 'sheet')).toMatchObject({
    name: '基本目標2 新しい人の流れ',
    overview: '住みよさを知ってもらう。',
    texts: [
      { label: '数値目標の総括', text: '転入は伸びた。' },
      { label: '課題', text: '手立てが足りない。' },
    ],
    departments: [],
    direction: null,
  });
});
