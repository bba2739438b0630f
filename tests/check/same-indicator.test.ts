import { describe, expect, it } from 'vitest';
import { sameIndicator } from '../../src/check/rules/same-indicator.ts';
import { foundBy, table } from './found-by.ts';

const kpi = (values: string) => `施策① 森を育てる

${table(`
重要業績評価指標(KPI) | 基準値 | 目標値 | R3実績 | R4実績 | R5実績
${values}`)}

具体的な事業
`;
const activities = (...rows: string[]) =>
  table(['取組内容 | KPI | R3実績 | R4実績 | R5実績 | 評価・課題 | 担当課', ...rows].join('\n'));
const report = (...parts: string[]) => ['進捗報告書', '', '基本目標1 森のまち', '', ...parts].join('\n');

const check = async (text: string) => {
  const { found, checked } = await foundBy(sameIndicator, text);
  return {
    checked,
    lines: found.map((each) => `${each.severity} ${each.observations[0]!.raw}: ${each.message.ja}`),
  };
};

describe('ng.', () => {
  it('an activity row that counts otherwise than its KPI is one finding, and a running total is named', async () => {
    const { lines } = await check(
      report(
        kpi('森林協定締結団体数 | 4団体 | 10団体 | 4団体 | 4団体 | 4団体'),
        activities('協定を結ぶ。 | 森林協定締結団体数 | 4団体 | 0団体 | 0団体 | 続ける。 | 農林課'),
      ),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toBe(
      'warning 0団体: 「森林協定締結団体数」の実績値に違う値が書かれています: R4 4団体 / 0団体、R5 4団体 / 0団体（一方は累計のようです）',
    );
  });

  it('figures are named without words of one language, and how often in both', async () => {
    const told = (actual: string) =>
      table(`数値目標 | 基準値 | R1目標値 | R1実績値 | 進捗度\n町の滞在人口 | 241人 | 300人 | ${actual} | ×`);
    const { found } = await foundBy(
      sameIndicator,
      `第1期総合戦略の総括\n\n1 目標\n\n${told('236人')}\n\n2 総括\n\n${told('236人')}\n\n3 資料\n\n${told('263人')}`,
    );
    expect(found.map(({ message }) => message)).toEqual([
      {
        ja: '「町の滞在人口」の実績値に違う値が書かれています: R1 236人（2か所） / 263人',
        en: 'The actual of "町の滞在人口" is told with different values: R1 236人 (in 2 places) / 263人.',
      },
    ]);
    expect(found[0]?.evidence).toEqual({ 'actual R1': '236人', 'actual R1 (2)': '263人' });
  });

  it('a line printed twice that differs in a cell is told', async () => {
    const lines = (last: string) =>
      `年度 | H24 | H25 | H26 | H27\n人口 | 304,831 | 305,214 | 305,549 | ${last}`;
    const { found } = await foundBy(
      sameIndicator,
      `人口動向\n\n1 概要\n\n${table(lines('305,993'))}\n\n2 資料\n\n${table(lines('305,939'))}\n`,
    );
    expect(found.map(({ evidence }) => evidence)).toEqual([{ 'earlier 1': '305,993', 'later 1': '305,939' }]);
  });

  it('nought in one place and a dash in the other is told', async () => {
    const { lines } = await check(
      report(
        kpi('森林教室の参加者数 | 5人 | 9人 | 0人 | 6人 | 7人'),
        activities('教室を開く。 | 森林教室の参加者数 | - | 6人 | 7人 | 続ける。 | 農林課'),
      ),
    );
    expect(lines).toEqual([
      'warning -: 「森林教室の参加者数」の実績値に一方は0、一方は値なしです: R3 0人 / -',
    ]);
  });

  it('a baseline copied into another table with one part of another row is told', async () => {
    const head = '数値目標 | 基準値 | R1目標値 | 実績値 | 進捗度';
    const { lines } = await check(
      `第1期総合戦略の総括\n\n1 目標\n\n${table(`${head}\n町の滞在人口 | 平日:241人 休日:240人 | 300人 | 236人 | ×`)}\n\n2 総括\n\n${table(`${head}\n町の滞在人口 | 平日:241人 休日:239人 | 300人 | 236人 | ×`)}`,
    );
    expect(lines).toEqual([
      'warning 平日:241人 休日:239人: 「町の滞在人口」の基準値に違う値が書かれています: 平日:241人 休日:240人 / 平日:241人 休日:239人',
    ]);
  });
});

describe('ok.', () => {
  it.each([
    ['the same figures', '4団体 | 4団体 | 4団体'],
    ['the same figures printed with a yearly span', '4団体/1か年 | 4団体/1か年 | 4団体/1か年'],
  ])('%s are silent, and counted', async (_what, figures) => {
    const { lines, checked } = await check(
      report(
        kpi(`森林協定締結団体数 | 4団体 | 10団体 | ${figures}`),
        activities('協定を結ぶ。 | 森林協定締結団体数 | 4団体 | 4団体 | 4団体 | 続ける。 | 農林課'),
      ),
    );
    expect(lines).toEqual([]);
    expect(checked).toBe(3);
  });

  it('rounding is no difference: 12% and 12.1%', async () => {
    const { lines } = await check(
      report(
        kpi('町内の森林整備率 | 5% | 20% | 12% | 13% | 14%'),
        activities('整備する。 | 町内の森林整備率 | 12.1% | 13.4% | 13.6% | 続ける。 | 農林課'),
      ),
    );
    expect(lines).toEqual([]);
  });

  it('near miss: two activities with an indicator of one name are two things', async () => {
    const { lines, checked } = await check(
      report(
        activities(
          '森を歩く。 | 参加者数 | 4人 | 5人 | 6人 | 続ける。 | 農林課',
          '川を歩く。 | 参加者数 | 9人 | 1人 | 2人 | 続ける。 | 農林課',
        ),
      ),
    );
    expect({ lines, checked }).toEqual({ lines: [], checked: 0 });
  });

  it('near miss: a KPI that is the sum of two activities is left to the rule on sums', async () => {
    const { lines } = await check(
      report(
        kpi('森林教室の参加者数 | 5人 | 9人 | 13人 | 6人 | 8人'),
        activities(
          '春の教室。 | 森林教室の参加者数 | 4人 | 5人 | 6人 | 続ける。 | 農林課',
          '秋の教室。 | 森林教室の参加者数 | 9人 | 1人 | 2人 | 続ける。 | 農林課',
        ),
      ),
    );
    expect(lines).toEqual([]);
  });
});

describe('namesakes', () => {
  const service = (name: string, values: string) =>
    `${name}\n\n${table(`（単位：人） | 令和2年度 | 令和3年度 | 令和4年度\n量の見込み | ${values}\n確保方策 | ${values}`)}`;
  const surveyed = (...rows: string[]) =>
    report(table(['指標 | 基準値 | R3目標 | R4目標 | R5実績', ...rows].join('\n')));

  it('ok a line that every service of a plan has, two of which happen to be as large', async () => {
    const { lines } = await check(
      report(
        service('1 延長保育', '480 | 470 | 450'),
        service('2 一時預かり', '362 | 360 | 355'),
        service('3 病児保育', '265 | 255 | 240'),
        service('4 学童保育', '480 | 390 | 380'),
      ),
    );
    expect(lines).toEqual([]);
  });

  it('ok two subjects told apart in brackets, and men and women on two lines of one label', async () => {
    const { lines } = await check(
      surveyed(
        '平均正答率（小6国語） | 64.0% | 65.5% | 66.0% | 67.4%',
        '平均正答率（中3数学） | 57.5% | 58.5% | 59.0% | 51.4%',
      ),
    );
    expect(lines).toEqual([]);
    const smokers = table(`
      指標 | 対象 | 策定時(H29) | 中間値(R4) | 目標値(R9)
      成人の喫煙率 | 男性 | 29.8% | 25.4% | 24.0%
       | 女性 | 7.9% | 7.1% | 5.0%`);
    expect((await check(report(smokers))).lines).toEqual([]);
  });
});
