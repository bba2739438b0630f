import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

const HEAD = '数値目標\t基準値⇒R1目標値\t年度\t目標値\t実績値\t進捗度';

/** The observations of a fused cell in its first row; `target` stands in the row's own target column. */
async function fused(cell: string, target = '230社') {
  const report = await readText(`総括シート\n\n${HEAD}\n参加企業数\t${cell}\tH27\t${target}\t197社\t×`);
  const points = Array.from(report.text);
  const found = report.observations.filter(({ provenance }) => provenance.column === 1);
  for (const { provenance, raw } of found)
    expect(points.slice(provenance.start, provenance.end).join('')).toBe(raw);
  return found.map(({ measure, timePeriod, raw, kind, value }) => [
    measure,
    timePeriod?.label ?? null,
    raw,
    kind,
    value,
  ]);
}

describe('a cell under a fused header', () => {
  it.each<[string, string, unknown[][]]>([
    [
      'parted by ▼',
      '222社 ▼ 300社',
      [
        ['baseline', null, '222社', 'quantity', 222],
        ['target', 'R1', '300社', 'quantity', 300],
      ],
    ],
    [
      'parted by ⇒ without spaces',
      '222社⇒300社',
      [
        ['baseline', null, '222社', 'quantity', 222],
        ['target', 'R1', '300社', 'quantity', 300],
      ],
    ],
    [
      'without a baseline',
      '— ▼ 計3件',
      [
        ['baseline', null, '—', 'missing', null],
        ['target', 'R1', '計3件', 'quantity', 3],
      ],
    ],
    [
      'whose target was raised',
      '— ▼ 60事業所 ▼ 110事業所',
      [
        ['baseline', null, '—', 'missing', null],
        ['target', 'R1', '60事業所', 'quantity', 60],
        ['target', 'R1', '110事業所', 'quantity', 110],
      ],
    ],
    [
      'whose target is words',
      '91.6% ▼ 県平均以上',
      [
        ['baseline', null, '91.6%', 'quantity', 91.6],
        ['target', 'R1', '県平均以上', 'text', null],
      ],
    ],
    [
      'whose baseline names its own year',
      '16,507人 (H26年度) ▼ 18,000人',
      [
        ['baseline', 'H26年度', '16,507人 (H26年度)', 'quantity', 16507],
        ['target', 'R1', '18,000人', 'quantity', 18000],
      ],
    ],
    [
      'that is one number, another than the row’s target',
      '222社',
      [['baseline', null, '222社', 'quantity', 222]],
    ],
    ['that is one number, the row’s target', '230社', [['target', 'R1', '230社', 'quantity', 230]]],
    ['that is a dash', '—', [['baseline', null, '—', 'missing', null]]],
  ])('%s', async (_what, cell, observations) => {
    expect(await fused(cell)).toEqual(observations);
  });

  it('of base figures with words to keep them is both', async () => {
    expect(await fused('基準年の滞在人口 平日：241,724人 休日：240,408人 を維持する', '維持')).toEqual([
      ['baseline', null, '平日：241,724人 休日：240,408人', 'compound', null],
      ['target', 'R1', '基準年の滞在人口 平日：241,724人 休日：240,408人 を維持する', 'text', null],
    ]);
  });
});

describe('a cell under a plain header', () => {
  it('is one observation whatever arrows stand in it', async () => {
    const { observations } = await readText(
      '進捗報告書\n\n指標名\t目標値\tR5実績\n参加企業数\t300社\t222社 → 243社',
    );
    expect(observations.map(({ measure, raw }) => [measure, raw])).toEqual([
      ['target', '300社'],
      ['actual', '222社 → 243社'],
    ]);
  });

  it('takes its unit from itself, its row, its column or the title, in that order', async () => {
    const unit = async (title: string, header: string, cell: string): Promise<unknown> => {
      const { observations } = await readText(
        `進捗報告書\n\n本文です。\n\n${title}\n指標名\tR4実績\t${header}\n参加数\t5\t${cell}`,
      );
      return observations.at(-1)?.unit;
    };
    expect(await unit('（単位：人）', 'R5実績（件）', '6社')).toBe('社');
    expect(await unit('（単位：人）', 'R5実績（件）', '6')).toBe('件');
    expect(await unit('（単位：人）', 'R5実績', '6')).toBe('人');
    expect(await unit('【取組】', 'R5実績', '6')).toBeNull();
  });

  it('is worth more by the multiplier beside it, its raw text kept', async () => {
    const { observations } = await readText(
      '評価シート\n\n費目\tR5決算額\t\n国庫補助金\t450\t千円\n一般財源\t△1,200\t千円',
    );
    expect(
      observations.map(({ raw, value, unit, multiplier, precision }) => [
        raw,
        value,
        unit,
        multiplier,
        precision,
      ]),
    ).toEqual([
      ['450', 450000, '円', 3, 1000],
      ['△1,200', -1200000, '円', 3, 1000],
    ]);
  });

  it('of a rating column is read by the legend of the report', async () => {
    const table = '指標名\t目標値\tR5実績\t進捗度\n参加企業数\t300社\t集計中\t－\n来場者数\t5人\t6人\t○';
    const status = async (text: string) =>
      (await readText(text)).observations
        .filter(({ measure }) => measure === 'rating')
        .map(({ raw, kind, obsStatus }) => [raw, kind, obsStatus]);
    expect(await status(`進捗報告書\n\n${table}\n\n○：達成 －：集計中`)).toEqual([
      ['－', 'missing', 'O'],
      ['○', 'rating', 'A'],
    ]);
    expect(await status(`進捗報告書\n\n${table}`)).toEqual([
      ['－', 'missing', 'M'],
      ['○', 'rating', 'A'],
    ]);
  });

  it('has a period of its own that beats the column’s', async () => {
    const { observations } = await readText(
      '進捗報告書\n\n指標名\tR1目標値\tR5実績\n定住人口\t108万人(H31)\t16,507人 (H26年度)\n来場者数\t5人\t6人',
    );
    expect(observations.map(({ raw, timePeriod }) => [raw, timePeriod?.start])).toEqual([
      ['108万人(H31)', '2019-04-01'],
      ['16,507人 (H26年度)', '2014-04-01'],
      ['5人', '2019-04-01'],
      ['6人', '2023-04-01'],
    ]);
  });
});
