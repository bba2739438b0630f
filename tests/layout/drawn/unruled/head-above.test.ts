import { describe, expect, it } from 'vitest';
import { layOutPage } from '../../../../src/layout/drawn/lay-out-page.ts';
import type { GlyphRun, Shade } from '../../../../src/model/index.ts';
import { across, centred, down, drawPage, ground, row, run, textsOf } from './draw-page.ts';

const XS = [50, 150, 250, 350];
const RULES = [...[120, 140, 160].map((y) => across(y, 50, 350)), ...XS.map((x) => down(x, 120, 160))];
const BODY = [
  ...row(125, [55, 155, 255], ['出生数', '65人', '66人']),
  ...row(145, [55, 155, 255], ['転入数', '40人', '41人']),
];
const blocksOf = (head: readonly GlyphRun[], shades: readonly Shade[]) =>
  layOutPage(drawPage([...head, ...BODY], { rules: RULES, shades: [...shades] }), null).blocks.map((block) =>
    block.kind === 'table' ? textsOf(block)[0] : block.text,
  );

describe('the head above a ruled table', () => {
  it('is the filled band that touches it', () => {
    const head = ['指標名', 'R4実績', 'R5実績'].map((text, at) => centred(100 + 100 * at, 105, text));
    expect(blocksOf(head, [ground(50, 100, 350, 120, '#333366')])).toEqual([['指標名', 'R4実績', 'R5実績']]);
  });

  it('is the labels over its columns', () => {
    const head = ['指標名', 'R4実績', 'R5実績'].map((text, at) => centred(100 + 100 * at, 106, text));
    expect(blocksOf(head, [])).toEqual([['指標名', 'R4実績', 'R5実績']]);
  });

  it('is not a caption with its unit', () => {
    const caption = [run(55, 106, '人口の推移'), run(270, 106, '（単位：人）')];
    expect(blocksOf(caption, [])).toEqual(['人口の推移', '（単位：人）', ['出生数', '65人', '66人']]);
  });

  it('is not a line of text over two columns', () => {
    const line = [run(55, 106, '市の人口は次のとおりに動きました')];
    expect(blocksOf(line, [])).toEqual(['市の人口は次のとおりに動きました', ['出生数', '65人', '66人']]);
  });
});
