import { describe, expect, it } from 'vitest';
import { drawnPage, grid, inCells } from '../layout/drawn/draw-ruled.ts';
import { readDrawn } from './read-drawn.ts';
import { onlyRecord, readText } from './read-text.ts';

const told = ({ indicator, path, departments }: Awaited<ReturnType<typeof readDrawn>>[number]): string =>
  `${[...path, indicator].join(' › ')}: ${departments.join(', ')}`;

describe('a department in brackets in the cell of a name', () => {
  it('is the department of the row, no part of the name', async () => {
    const { observations } = await readText(
      '■ 事業の実績\n指標名\tR4実績\tR5実績\n相談件数【福祉課】\t31件\t33件\n成約件数【新規】\t4件\t5件',
    );
    expect(observations.map(told)).toEqual([
      '相談件数: 福祉課',
      '相談件数: 福祉課',
      '成約件数【新規】: ',
      '成約件数【新規】: ',
    ]);
  });

  it('stands with those of the column of departments', async () => {
    const { observations } = await readText(
      '■ 事業の実績\n指標名\tR5実績\t担当課\n相談件数【福祉課】\t33件\t企画課',
    );
    expect(observations.map(told)).toEqual(['相談件数: 企画課, 福祉課']);
  });

  it('is taken from the project an indicator stands under', async () => {
    const { observations } = await readText(
      '■ 事業の実績\n事務事業名\t指標名\tR4実績\tR5実績\n子育て支援事業【総務課】\t相談件数\t31件\t33件',
    );
    expect(observations.map(told)).toEqual([
      '子育て支援事業 › 相談件数: 総務課',
      '子育て支援事業 › 相談件数: 総務課',
    ]);
  });

  it('is that of a sheet', async () => {
    const report = await readText(
      '事務事業名\t子育て支援事業【総務課】\n事業概要\t相談の窓口を開く。\n指標名\tR4実績\tR5実績\n相談件数\t31件\t33件',
    );
    expect(onlyRecord(report, 'sheet')).toMatchObject({ name: '子育て支援事業', departments: ['総務課'] });
    expect(report.observations.map(({ departments }) => departments)).toEqual([['総務課'], ['総務課']]);
  });

  it('is read in a drawn table too', () => {
    const [xs, ys] = [
      [50, 250, 350],
      [80, 100, 120],
    ];
    const runs = inCells(xs!, ys!, [
      ['指標名', 'R5実績'],
      ['相談件数【福祉課】', '33件'],
    ]);
    expect(readDrawn(drawnPage({ rules: grid(xs!, ys!), runs })).map(told)).toEqual(['相談件数: 福祉課']);
  });
});
