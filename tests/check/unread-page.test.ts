import { expect, it } from 'vitest';
import { viewReport } from '../../src/check/index.ts';
import { unreadPage } from '../../src/check/rules/unread-page.ts';
import type { Doubt } from '../../src/model/index.ts';

const doubt = (kind: Doubt['kind'], page: number, detail: string): Doubt => ({
  kind,
  page,
  detail,
  table: null,
  start: null,
  end: null,
  box: null,
});

const foundFor = (...doubts: Doubt[]) => {
  const document = { id: 'd', title: '', refArea: null, reportPeriod: null };
  const view = viewReport({ document, text: '', records: [], observations: [], slips: [], doubts });
  return unreadPage.check(view);
};

it.each([
  ['failed', 'FormatError: bad stream', 'error', '3ページを読み切れませんでした（FormatError: bad stream）'],
  ['tooSlow', '30', 'error', '3ページは制限時間（30秒）のうちに読めませんでした'],
  ['unmappedFont', '120', 'warning', '3ページの 120字は、フォントが文字を示していないので読めません'],
] as const)('ng. a page with the doubt %s', (kind, detail, severity, words) => {
  const { found } = foundFor(doubt(kind, 3, detail));
  expect(found).toMatchObject([{ severity, place: { page: 3, line: null } }]);
  expect(found[0]!.message.ja).toContain(words);
  expect(found[0]!.message.en).toContain('age 3');
});

it('ng. each page is a finding of its own', () => {
  const { found } = foundFor(doubt('failed', 2, 'x'), doubt('failed', 7, 'x'));
  expect(found.map(({ place }) => place?.page)).toEqual([2, 7]);
});

it('ok. near miss: a doubt about a cell is no unread page', () => {
  expect(foundFor(doubt('brokenCell', 3, 'その他')).found).toEqual([]);
});
