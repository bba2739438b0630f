import { describe, expect, it } from 'vitest';
import { rowsOfTallHead } from '../../src/outline/tall-head.ts';
import { tableOf } from './table-of.ts';

const depthOf = (...lines: readonly string[]): number => {
  const { rows } = tableOf(...lines);
  return rowsOfTallHead(rows[0]!, rows);
};
const BODY = '一般会計 | 1,000 | 300 | 200 | 1,500';

describe('a head as deep as its tall cells', () => {
  it('two of them beside a header that is divided below', () => {
    expect(depthOf('会計名[2x1] | 補正額[2x1] | 財源内訳[1x2] | 計[2x1]', '国支出金 | 地方債', BODY)).toBe(2);
  });

  it('three rows deep', () => {
    expect(
      depthOf(
        '会計名[3x1] | 補正額[3x1] | 財源内訳[1x2] | 計[3x1]',
        '特定財源[1x2]',
        '国支出金 | 地方債',
        BODY,
      ),
    ).toBe(3);
  });
});

describe('one row, where the cells do not tell:', () => {
  it.each<[string, readonly string[]]>([
    [
      'one tall cell is a label of rows',
      ['産業[2x1] | 創業件数 | 3件', '誘致件数 | 4件', '福祉 | 相談件数 | 5件'],
    ],
    ['one tall cell beside words', ['区分[2x1] | 内訳[1x2]', '国 | 県', 'あ | い | う']],
    ['figures stand among them', ['産業[2x1] | 商業[2x1] | 実績[1x2]', '3件 | 4件', 'あ | い | う | え']],
    ['nothing is divided', ['会計名[2x1] | 補正額[2x1] | 財源', '地方債', 'あ | い | う']],
    ['no row is below', ['会計名[2x1] | 補正額[2x1] | 財源内訳[1x2]', '国支出金 | 地方債']],
    [
      'they are of different depth',
      ['会計名[2x1] | 補正額[3x1] | 財源内訳[1x2]', '国支出金 | 地方債', '一般 | 1 | 2', 'あ | い | う | え'],
    ],
    [
      'a sheet: the row below has few cells',
      ['事業名[2x1] | 担当[2x1] | 期間[1x2] | 所管[2x1]', '開始 | 終了', '事業の内容[1x5]'],
    ],
  ])('%s', (_what, lines) => {
    expect(depthOf(...lines)).toBe(1);
  });
});
