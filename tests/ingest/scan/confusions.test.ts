import { describe, expect, it } from 'vitest';
import { withoutConfusions } from '../../../src/ingest/scan/confusions.ts';

describe('what neighbours tell is put right', () => {
  it.each([
    ['ー般財源', '一般財源'],
    ['メ一カー', 'メーカー'],
    ['エ事費', '工事費'],
    ['プ口グラム', 'プログラム'],
    ['人ロ', '人口'],
    ['1,234干円', '1,234千円'],
    ['令和5年度未', '令和5年度末'],
    ['空問', '空間'],
    ['間題', '問題'],
    ['アン二バーサリー', 'アンニバーサリー'],
    ['協カ者', '協力者'],
  ])('%s → %s', (read, clean) => {
    expect(withoutConfusions(read)).toBe(clean);
  });

  it.each([
    'センター',
    'スポーツ',
    '一人',
    '問い合わせ',
    '未満',
    '年度未満',
    '千人',
    '工業',
    'エコ',
    '1,234',
  ])('%s stays', (text) => {
    expect(withoutConfusions(text)).toBe(text);
  });
});
