import { describe, expect, it } from 'vitest';
import { missingDepartment } from '../../src/check/rules/missing-department.ts';
import { missingValue } from '../../src/check/rules/missing-value.ts';
import { foundBy, table } from './found-by.ts';

const LONG = '重要業績評価指標(KPI) | 基準値⇒R1目標値 | 年度 | 目標値 | 実績値 | 進捗度';
const WIDE = '取組内容 | KPI | R3実績 | R4実績 | R5実績 | 評価・課題 | 担当課';
const report = (...rows: string[]) => `進捗報告書(令和5年度分)\n\n${table(rows.join('\n'))}`;
const check = async (...rows: string[]) => (await foundBy(missingValue, report(...rows))).messages;

const OTHERS = [
  '窓口を開く。 | 窓口の利用件数 | 1件 | 2件 | 3件 | 続ける。 | 企画課',
  '森を歩く。 | 森歩きの参加者数 | 1人 | 2人 | 3人 | 続ける。 | 農林課',
  '川を歩く。 | 川歩きの参加者数 | 1人 | 2人 | 3人 | 続ける。 | 農林課',
];

describe('missing-value ng.', () => {
  it('a blank where the other years speak', async () => {
    expect(
      await check(WIDE, ...OTHERS, '町を歩く。 | 町歩きの参加者数 |  | 2人 | 3人 | 続ける。 | 農林課'),
    ).toEqual(['「町歩きの参加者数」: ほかの欄に値があるのに空欄です: R3 実績値']);
  });

  it('a mark without a value, and a mark without a target', async () => {
    expect(
      await check(
        LONG,
        '医薬品の事業化件数 | — ▼ 3件 | H28 | — | — | ○',
        ' | | H29 | — | — | ○',
        ' | | H30 | — | 1件 | △',
        ' | | R1 | 3件 | 3件 | ○',
      ),
    ).toEqual([
      '「医薬品の事業化件数」: 実績値がないのに評価があります: H28 ○、H29 ○',
      '「医薬品の事業化件数」: 目標値がないのに評価があります: H30 △',
    ]);
  });

  it('target and result without a mark', async () => {
    const messages = await check(
      LONG,
      '道路の整備率 | 71% ▼ 90% | H30 | 90% | 71% | —',
      ' | | R1 | 90% | 76% | △',
    );
    expect(messages).toEqual([
      '「道路の整備率」: 目標値と実績値があるのに評価がありません: H30 71%（目標 90%）',
    ]);
  });
});

describe('missing-value ok.', () => {
  it.each([
    [
      'a dash says that there is none',
      [WIDE, ...OTHERS, '町を歩く。 | 町歩きの参加者数 | - | 2人 | 3人 | 続ける。 | 農林課'],
    ],
    [
      'years not yet judged have a dash throughout',
      [LONG, '医薬品の事業化件数 | — ▼ 3件 | H30 | — | — | —', ' | | R1 | 3件 | 3件 | ○'],
    ],
    [
      'nothing planned and nothing done',
      [LONG, '空き家の活用数 | — ▼ 2件 | H30 | 0件 | 0件 | —', ' | | R1 | 2件 | 2件 | ○'],
    ],
    [
      'near miss: blanks are the habit of the table',
      [
        WIDE,
        '森を歩く。 | 森歩きの参加者数 |  |  | 3人 | 続ける。 | 農林課',
        '川を歩く。 | 川歩きの参加者数 |  | 2人 | 3人 | 続ける。 | 農林課',
      ],
    ],
  ])('%s', async (_what, rows) => {
    expect(await check(...rows)).toEqual([]);
  });
});

describe('missing-department', () => {
  const find = async (...rows: string[]) => (await foundBy(missingDepartment, report(...rows))).messages;

  it('ng. one row of four names none', async () => {
    expect(
      await find(WIDE, ...OTHERS, '町を歩く。 | 町歩きの参加者数 | 1人 | 2人 | 3人 | 続ける。 | '),
    ).toEqual(['「町を歩く。」に担当課がありません（ほかは4件中3件に記載）']);
  });

  it('ok. near miss: a table without departments has none to miss', async () => {
    const head = '取組内容 | KPI | R3実績 | R4実績 | R5実績 | 評価・課題';
    const { found, checked } = await foundBy(
      missingDepartment,
      report(head, ...OTHERS.map((row) => row.replace(/ \| [^|]*$/u, ''))),
    );
    expect({ found, checked }).toEqual({ found: [], checked: 0 });
  });
});

describe('missing-value years not measured yet', () => {
  const head = '指標 | 基準値(R1) | R3実績 | R4実績 | R5実績 | 目標値(R6)';
  const rows = (last: readonly string[]) =>
    last.map((value, i) => `${'東西南北'[i]}の来場者数 | 1${i}人 | 2${i}人 | 3${i}人 | ${value} | 9${i}人`);

  it('ok a year that no row has', async () => {
    expect(await check(head, ...rows(['', '', '', '']))).toEqual([]);
  });

  it('ng a year that only one row lacks', async () => {
    expect(await check(head, ...rows(['41人', '42人', '', '44人']))).toEqual([
      '「南の来場者数」: ほかの欄に値があるのに空欄です: R5 実績値',
    ]);
  });
});
