import { expect, it } from 'vitest';
import { layOutPage } from '../../../../src/layout/drawn/lay-out-page.ts';
import { across, drawPage, row, run, textsOf } from './draw-page.ts';

const XS = [50, 220, 320];

it('rows stand between horizontal rules, though their lines are as near as lines of one cell', () => {
  const runs = [
    ...row(100, XS, ['事業名', '内容', '担当課']),
    ...row(114, XS, ['相談窓口の運営', '毎週火曜日に', '商工課']),
    run(320, 128, '開いた'),
    ...row(142, XS, ['空き家の案内', '写真を載せた', '企画課']),
    ...row(156, XS, ['農業体験', '年六回開いた', '農政課']),
  ].map((text) => (text.text === '開いた' ? run(220, 128, '開いた') : text));
  const rules = [98, 112, 140, 154, 168].map((y) => across(y, 48, 400));
  const { blocks } = layOutPage(drawPage(runs, { rules }), null);
  expect(blocks.map((block) => (block.kind === 'table' ? textsOf(block) : block.text))).toEqual([
    [
      ['事業名', '内容', '担当課'],
      ['相談窓口の運営', '毎週火曜日に開いた', '商工課'],
      ['空き家の案内', '写真を載せた', '企画課'],
      ['農業体験', '年六回開いた', '農政課'],
    ],
  ]);
});

it('rules above, under the head and below only leave each line a row', () => {
  const runs = [
    ...row(100, XS, ['年度', '出生数', '死亡数']),
    ...row(116, XS, ['平成30年度', '2,742', '3,252']),
    ...row(130, XS, ['令和元年度', '2,676', '3,287']),
    ...row(144, XS, ['令和2年度', '2,601', '3,301']),
  ];
  const rules = [98, 112, 156].map((y) => across(y, 48, 400));
  const { blocks } = layOutPage(drawPage(runs, { rules }), null);
  expect(blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual([4]);
});

it('rules between paragraphs make no table', () => {
  const runs = [100, 120, 140].map((y) => run(50, y, '窓口を一つにまとめ、移り住む人の声を聞きました。'));
  const rules = [95, 115, 135, 155].map((y) => across(y, 48, 400));
  const { blocks } = layOutPage(drawPage(runs, { rules }), null);
  expect(blocks.map(({ kind }) => kind)).toEqual(['line', 'line', 'line']);
});
