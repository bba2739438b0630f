import { describe, expect, it } from 'vitest';
import { headerConflict } from '../../src/check/rules/header-conflict.ts';
import { foundBy, table } from './found-by.ts';

const check = async (text: string) => (await foundBy(headerConflict, text)).messages;
const years = (...labels: string[]) =>
  `進捗報告書\n\n${table(`指標名 | 基準値 | 目標値 | ${labels.map((label) => `${label}実績`).join(' | ')}\n相談の受付件数 | 1件 | 90件 | ${labels.map((_, i) => `${i + 2}件`).join(' | ')}`)}`;
const numbered = (second: string) =>
  `総合戦略の総括\n\n${table('施策の基本的方向 | KPI数 | R1年度末の進捗度\n⑩中心拠点の機能を高める | 3 | ○ 3\n⑪健康で安心して暮らせる日常を守る | 5 | ○ 5')}\n\n${[
    '⑩中心拠点の機能を高める',
    second,
  ]
    .map(
      (heading, i) =>
        `${heading}\n\n${table(`指標名 | 基準値 | 目標値 | R1実績\n${'東西'[i]}の相談件数 | 1件 | 5件 | 2件`)}`,
    )
    .join('\n\n')}`;

describe('ng.', () => {
  it('a year skipped', async () => {
    const messages = await check(years('R1', 'R2', 'R3', 'R5'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('R3 の次が R5');
  });

  it('a heading under the number of another', async () => {
    const messages = await check(numbered('⑩健康で安心して暮らせる日常を守る'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('⑩ は別の見出しの番号です');
  });
});

describe('ng. by line', () => {
  it('each heading with the wrong number has a finding on its own line', async () => {
    const text = `${numbered('⑩健康で安心して暮らせる日常を守る')}\n\n⑩健康で安心して暮らせる日常を守る\n\n${table('指標名 | 基準値 | 目標値 | R1実績\n北の相談件数 | 1件 | 5件 | 2件')}`;
    const lines = text
      .split('\n')
      .flatMap((line, at) => (line === '⑩健康で安心して暮らせる日常を守る' ? [at + 1] : []));
    const { found } = await foundBy(headerConflict, text);
    expect(lines).toHaveLength(2);
    expect(found.map(({ place }) => place?.line)).toEqual(lines);
  });
});

describe('ok.', () => {
  it('years that go up by one', async () => {
    expect(await check(years('R1', 'R2', 'R3', 'R4'))).toEqual([]);
  });

  it('over the change of era', async () => {
    expect(await check(years('H29', 'H30', 'R1', 'R2'))).toEqual([]);
  });

  it('near miss: a survey of every second year', async () => {
    expect(await check(years('H28', 'H30', 'R2', 'R4'))).toEqual([]);
  });

  it('near miss: headings each under their number', async () => {
    expect(await check(numbered('⑪健康で安心して暮らせる日常を守る'))).toEqual([]);
  });
});

it('ok 3号認定 is a name, no third heading; ng two third headings', async () => {
  const under = (first: string, second: string) =>
    `計画の点検\n\n第1部 保育\n\n${[first, second]
      .map(
        (heading, i) =>
          `${heading}\n\n${table(`指標名 | 基準値 | 目標値 | R1実績\n${'東西'[i]}の利用者数 | 1人 | 5人 | 2人`)}`,
      )
      .join('\n\n')}`;
  expect(await check(under('3号認定（北部の区域）', '3号認定・0歳（北部の区域）'))).toEqual([]);
  expect(await check(under('3 認定こども園の利用', '3 病児を預かる保育'))).toHaveLength(1);
});
