import { describe, expect, it } from 'vitest';
import { onlyRecord, readText } from './read-text.ts';

const values = (name: string, value: string): string => `指標名\tR4実績\tR5実績\n${name}\t${value}件\t9件\n`;

describe('the parts of a project', () => {
  const SHEET = `事務事業評価シート

事務事業名	観光の振興	担当課	観光課
事務事業概要	観光に来る人をふやす。

細事業名	朝市の支援
${values('出店数', '2')}
細事業名	花火大会
${values('来場者数', '3')}`;

  it('are one sheet, named by the project', async () => {
    expect(onlyRecord(await readText(SHEET), 'sheet')).toMatchObject({ name: '観光の振興' });
  });

  it('end the path of their values, each in its turn', async () => {
    const { observations } = await readText(SHEET);
    expect(observations.map(({ indicator, path, raw }) => [indicator, path.at(-1), raw])).toEqual([
      ['出店数', '朝市の支援', '2件'],
      ['出店数', '朝市の支援', '9件'],
      ['来場者数', '花火大会', '3件'],
      ['来場者数', '花火大会', '9件'],
    ]);
    for (const { path } of observations) expect(path).toContain('観光の振興');
  });
});

it('what a sheet is about may stand in any order before its first value: the path is outermost first', async () => {
  const { observations } = await readText(`事務事業評価シート

事務事業名	朝市の支援	担当課	観光課
施策名	観光の振興
基本目標名	稼ぐ町
${values('出店数', '2')}`);
  expect(observations[0]?.path).toEqual(['稼ぐ町', '観光の振興', '朝市の支援']);
});
