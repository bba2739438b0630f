import { describe, expect, it } from 'vitest';
import { type CellClass, classifyCell, isValueClass } from '../../src/outline/index.ts';

describe('a cell on its own', () => {
  it.each<[string, CellClass]>([
    ['', 'blank'],
    [' \u3000', 'blank'],
    ['－', 'missing'],
    ['/', 'missing'],
    ['…', 'missing'],
    ['1,227人', 'number'],
    ['△54,573千円', 'number'],
    ['66.7%', 'number'],
    ['8回／4か年', 'number'],
    ['-164人増加 (1,227人)', 'number'],
    ['平日:241,724人 休日:240,408人', 'number'],
    ['事業6件 協議50件', 'number'],
    ['○', 'mark'],
    ['Ｂ', 'mark'],
    ['○ 9', 'markCount'],
    ['○ 2 △ 4 × 3 - 2', 'markCount'],
    ['策定中', 'status'],
    ['集計中', 'status'],
    ['R5', 'period'],
    ['令和5年度', 'period'],
    ['H27～R1年度', 'period'],
    ['千円', 'unit'],
    ['人', 'unit'],
    ['商工観光課', 'department'],
    ['教育委員会 社会教育課', 'department'],
    ['222社 ▼ 300社', 'fused'],
    ['基準値⇒R1目標値', 'fused'],
    ['※令和2年度は中止', 'prose'],
    ['窓口の相談に応じた。', 'prose'],
    ['子育てひろばの年間利用者数', 'label'],
    ['指標名', 'label'],
    ['県平均以上', 'label'],
  ])('%j is a %s', (text, kind) => {
    expect(classifyCell(text)).toBe(kind);
  });

  it('is prose where it is long and has a full stop, a label where it is short and a number opens it late', () => {
    expect(classifyCell(`${'市内の事業所を訪ねて求人の様子を聞き取り、'.repeat(4)}3件の採用があった。`)).toBe(
      'prose',
    );
    expect(classifyCell('住みたいと思う市民（18歳以上）の割合について尋ねた調査の結果')).toBe('label');
  });
});

describe('a value column holds', () => {
  it.each<[CellClass, boolean]>([
    ['number', true],
    ['missing', true],
    ['mark', true],
    ['markCount', true],
    ['status', true],
    ['fused', true],
    ['blank', false],
    ['period', false],
    ['unit', false],
    ['department', false],
    ['prose', false],
    ['label', false],
  ])('%s: %s', (kind, isValue) => {
    expect(isValueClass(kind)).toBe(isValue);
  });
});
