import { describe, expect, it } from 'vitest';
import { isDepartment, splitDepartments } from '../../src/normalize/index.ts';

const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['秘書課', ['秘書課']],
  ['地域コミュニティ課 商工観光課', ['地域コミュニティ課', '商工観光課']],
  ['企画課　財政課', ['企画課', '財政課']],
  ['学校教育課\r\n社会教育課', ['学校教育課', '社会教育課']],
  ['農業振興課、林政課・環境課/防災課', ['農業振興課', '林政課', '環境課', '防災課']],
  ['総務課／会計室', ['総務課', '会計室']],
  ['環境課及び防災課', ['環境課', '防災課']],
  ['教育委員会 社会教育課', ['教育委員会 社会教育課']],
  ['健康福祉部 健康課 子育て支援課', ['健康福祉部 健康課', '子育て支援課']],
  ['まち・ひと・しごと創生課', ['まち・ひと・しごと創生課']],
  ['スポーツ・文化課・財政課', ['スポーツ・文化課', '財政課']],
  ['地域コミュニ\nティ課', ['地域コミュニティ課']],
  ['◎商工観光課 ○財政課', ['商工観光課', '財政課']],
  ['農業振興課（農政係）', ['農業振興課（農政係）']],
  ['議会事務局 監査委員事務局', ['議会事務局', '監査委員事務局']],
  ['保健センター', ['保健センター']],
  ['各課', ['各課']],
  ['関係課', ['関係課']],
];

const NO_NAMES = [
  '',
  '-',
  '3件',
  '策定中',
  'KPI達成率',
  '評価・課題',
  '福岡市',
  '神奈川県',
  '一部',
  '箇所',
  '教室',
  '関係機関と連携し取り組むことができた。',
  '市内小学校5小学校で林業教室を開催した。',
  '職員及び作業員の採用があるが更なる求人周知を図る',
];

describe('departments', () => {
  it.each(NAMES)('%j', (text, names) => {
    expect(splitDepartments(text)).toEqual(names);
    expect(isDepartment(text)).toBe(true);
  });

  it.each(NO_NAMES)('%j is none', (text) => {
    expect(isDepartment(text)).toBe(false);
  });

  it('splits no sentence, and keeps a name that was cut short', () => {
    expect(splitDepartments('関係機関と連携し取り組むことができた。')).toEqual([]);
    expect(splitDepartments('-')).toEqual([]);
    expect(splitDepartments('行財政改革')).toEqual(['行財政改革']);
  });
});
