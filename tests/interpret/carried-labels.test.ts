import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/model/index.ts';
import { readText } from './read-text.ts';

const tableText = (...lines: string[]): string => ['進捗報告書', '', ...lines].join('\n');

async function read<T>(text: string, view: (observation: Observation) => T): Promise<T[]> {
  return (await readText(text)).observations.map(view);
}

describe('a label written once for several rows', () => {
  it('is taken over by blanks below it, with the department said beside it', async () => {
    const text = tableText(
      '事業名\t活動指標\tR5実績\t担当課',
      '見守り事業\t協力事業所数\t108社\t福祉総務課',
      '\t訪問回数\t1,620回\t',
      'がん検診事業\t受診者数\t210人\t健康増進課',
      '\t受診率\t18.4%\t',
    );
    expect(await read(text, ({ path, indicator, departments }) => [path, indicator, departments])).toEqual([
      [['見守り事業'], '協力事業所数', ['福祉総務課']],
      [['見守り事業'], '訪問回数', ['福祉総務課']],
      [['がん検診事業'], '受診者数', ['健康増進課']],
      [['がん検診事業'], '受診率', ['健康増進課']],
    ]);
  });

  it('ends at the next one: its department is not lent to the next name', async () => {
    const text = tableText(
      '事業名\t活動指標\tR5実績\t担当課',
      '見守り事業\t協力事業所数\t108社\t福祉総務課',
      'がん検診事業\t受診者数\t210人\t',
    );
    expect(await read(text, ({ indicator, departments }) => [indicator, departments])).toEqual([
      ['協力事業所数', ['福祉総務課']],
      ['受診者数', []],
    ]);
  });

  it('lends its unit to the rows under it, until a row has its own', async () => {
    const text = tableText(
      '指標名\t単位\t年度\t実績値',
      '回収量\tトン\tR4\t386.5',
      '\t\tR5\t401.2',
      '訪問回数\t回\tR4\t12',
    );
    expect(await read(text, ({ raw, unit }) => [raw, unit])).toEqual([
      ['386.5', 't'],
      ['401.2', 't'],
      ['12', '回'],
    ]);
  });

  it('is never a year: a row without one has no values', async () => {
    const text = tableText(
      '指標名\t年度\t目標値\t実績値',
      '相談件数\tH27\t10件\t12件',
      '\tH28\t11件\t13件',
      '※R元年度は調査中\t\t\t',
    );
    expect(await read(text, ({ timePeriod, raw }) => [timePeriod?.label, raw])).toEqual([
      ['H27', '10件'],
      ['H27', '12件'],
      ['H28', '11件'],
      ['H28', '13件'],
    ]);
  });

  it('is one record over all its years, and its baseline is counted once', async () => {
    const { records, observations } = await readText(
      tableText(
        '指標名\t基準値\t年度\t実績値',
        '相談件数\t10件\tH27\t12件',
        '\t\tH28\t13件',
        '来場者数\t20人\tH27\t22人',
      ),
    );
    expect(records.map(({ name }) => name)).toEqual(['相談件数', '来場者数']);
    expect(records[0]).toMatchObject({ baseline: observations[0]?.id });
    expect(observations.map(({ measure, raw }) => [measure, raw])).toEqual([
      ['baseline', '10件'],
      ['actual', '12件'],
      ['actual', '13件'],
      ['baseline', '20人'],
      ['actual', '22人'],
    ]);
  });
});

describe('a table that goes on over a page break', () => {
  const head = '指標名\t年度\t目標値\t実績値';
  const first = `${head}\n相談件数\tH27\t10件\t12件`;

  it('carries its labels past the head printed again', async () => {
    const text = tableText(first, `\f${head}`, '\tH28\t11件\t13件');
    expect(await read(text, ({ indicator, timePeriod, raw }) => [indicator, timePeriod?.label, raw])).toEqual(
      [
        ['相談件数', 'H27', '10件'],
        ['相談件数', 'H27', '12件'],
        ['相談件数', 'H28', '11件'],
        ['相談件数', 'H28', '13件'],
      ],
    );
  });

  it('is read under the head of the page before where none is printed', async () => {
    const text = tableText(first, '\f来場者数\tH27\t5人\t6人');
    expect(await read(text, ({ indicator, measure, raw }) => [indicator, measure, raw])).toEqual([
      ['相談件数', 'target', '10件'],
      ['相談件数', 'actual', '12件'],
      ['来場者数', 'target', '5人'],
      ['来場者数', 'actual', '6人'],
    ]);
  });
});

describe('a merged cell', () => {
  it('ends the path of all rows it reaches over', async () => {
    const text = `<h1>進捗報告書</h1><table>
<tr><th>基本目標</th><th>数値目標</th><th>基準値</th><th>R5実績</th></tr>
<tr><td rowspan="2">1 しごとをつくる</td><td>新規雇用者数</td><td>5人</td><td>7人</td></tr>
<tr><td>創業件数</td><td>2件</td><td>3件</td></tr>
<tr><td>2 ひとを呼ぶ</td><td>転入数</td><td>8人</td><td>9人</td></tr>
</table>`;
    expect(await read(text, ({ path, indicator, raw }) => [...path, indicator, raw])).toEqual([
      ['1 しごとをつくる', '新規雇用者数', '5人'],
      ['1 しごとをつくる', '新規雇用者数', '7人'],
      ['1 しごとをつくる', '創業件数', '2件'],
      ['1 しごとをつくる', '創業件数', '3件'],
      ['2 ひとを呼ぶ', '転入数', '8人'],
      ['2 ひとを呼ぶ', '転入数', '9人'],
    ]);
  });

  it('with a value counts once', async () => {
    const text = `<h1>進捗報告書</h1><table>
<tr><th>指標名</th><th>年度</th><th>目標値</th><th>実績値</th></tr>
<tr><td rowspan="2">転入数</td><td>R4</td><td rowspan="2">10人</td><td>7人</td></tr>
<tr><td>R5</td><td>9人</td></tr>
</table>`;
    expect(await read(text, ({ measure, timePeriod, raw }) => [measure, timePeriod?.label, raw])).toEqual([
      ['target', 'R4', '10人'],
      ['actual', 'R4', '7人'],
      ['actual', 'R5', '9人'],
    ]);
  });

  it('of an activity holds for the indicators beside it', async () => {
    const text = `<h1>進捗報告書</h1><table>
<tr><th>取組内容</th><th>KPI</th><th>R5実績</th><th>担当課</th></tr>
<tr><td rowspan="2">朝市を開いた。</td><td>開催回数</td><td>11回</td><td>商工課</td></tr>
<tr><td>出店者数</td><td>173者</td><td>農林課</td></tr>
<tr><td>読書室を設けた。</td><td>利用者数</td><td>2,418人</td><td>社会教育課</td></tr>
</table>`;
    expect(
      await read(text, ({ activity, indicator, departments }) => [activity, indicator, ...departments]),
    ).toEqual([
      ['朝市を開いた。', '開催回数', '商工課'],
      ['朝市を開いた。', '出店者数', '農林課'],
      ['読書室を設けた。', '利用者数', '社会教育課'],
    ]);
  });
});

it('a group on a line of its own heads the rows under it until the next', async () => {
  const text = tableText(
    '指標名\tR4実績\tR5実績',
    '基本目標1 しごと\t\t',
    '創業件数\t2件\t3件',
    '基本目標2 ひと\t\t',
    '転入数\t8人\t9人',
  );
  expect(await read(text, ({ path, indicator, raw }) => [...path, indicator, raw])).toEqual([
    ['基本目標1 しごと', '創業件数', '2件'],
    ['基本目標1 しごと', '創業件数', '3件'],
    ['基本目標2 ひと', '転入数', '8人'],
    ['基本目標2 ひと', '転入数', '9人'],
  ]);
});
