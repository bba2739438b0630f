import { describe, expect, it } from 'vitest';
import { cutDepartments } from '../../src/normalize/index.ts';

describe('departments in corner brackets beside a name', () => {
  it.each([
    ['子育て支援事業【総務課】', '子育て支援事業', ['総務課']],
    ['【建設課】道路改良事業', '道路改良事業', ['建設課']],
    ['公共交通確保事業 【企画課・建設課】', '公共交通確保事業', ['企画課', '建設課']],
    ['消防団活動【消防本部】【総務課】', '消防団活動', ['消防本部', '総務課']],
    ['学力向上事業【新規】【学校教育課】', '学力向上事業【新規】', ['学校教育課']],
    ['【総務課】', '【総務課】', ['総務課']],
  ])('%s', (text, name, departments) => {
    expect(cutDepartments(text)).toEqual({ name, departments });
  });

  it.each([
    '道路改良事業【新規】',
    '空調の更新【市民会館】',
    '改修【一部】',
    '遊具の更新【小学校】',
    '【重点】総務課の事務',
    '総務課',
    '整備【建設課と連携して進める】',
  ])('none in %s', (text) => {
    expect(cutDepartments(text)).toBeNull();
  });
});
