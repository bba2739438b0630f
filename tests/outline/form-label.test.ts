import { describe, expect, it } from 'vitest';
import { formLabelKey, isFormLabel } from '../../src/outline/index.ts';
import { vocabulary } from './outline-text.ts';

describe('a form’s label', () => {
  it.each([
    ['担当課', '担当課'],
    ['担 当 課', '担当課'],
    ['担当課：', '担当課'],
    ['成果・課題 Check', '成果課題'],
    ['改善内容 Action', '改善内容'],
    ['主な取組内容 ☐ Plan', '主な取組内容'],
    ['(今後の課題)', '今後の課題'],
    ['（取組成果）', '取組成果'],
    ['指標①', '指標'],
    ['成果指標２', '成果指標'],
    ['活動指標(1)', '活動指標'],
    ['KPIの総括', 'kpiの総括'],
  ])('%s is looked up as %s', (text, key) => {
    expect(formLabelKey(text)).toBe(key);
    expect(isFormLabel(text, vocabulary)).toBe(true);
  });

  it.each([
    '商工観光課',
    '移住促進事業',
    '相談件数',
    '担当課は企画課',
    '(1)子育て環境の充実',
    '',
    '担当課'.repeat(14),
  ])('%j is none', (text) => {
    expect(isFormLabel(text, vocabulary)).toBe(false);
  });
});
