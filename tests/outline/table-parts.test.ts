import { describe, expect, it } from 'vitest';
import { partsOf } from './outline-text.ts';

describe('header rows', () => {
  it.each([
    ['known words side by side', '指標名\t基準値\t目標値\tR5実績\n転入数\t5人\t8人\t6人', ['grid 0: 1']],
    [
      'years under a measure',
      '指標名\t実績値\t\t目標値\n\tR4\tR5\tR6\n転入数\t5人\t6人\t8人',
      ['grid 0 1: 2'],
    ],
    ['units under measures', '指標名\t基準値\t目標値\n\t人\t人\n転入数\t5\t8', ['grid 0 1: 2']],
    ['years over figures', '\tH27\tH28\n0～4歳\t△1\t△60\n5～9歳\t13\t11', ['grid 0: 1 2']],
    ['marks over counts', '基本目標\t○\t△\t×\t－\t合計\n1 しごと\t14\t0\t6\t1\t21', ['grid 0: 1']],
    [
      'words nobody taught, over figures',
      '校名\t男子\t女子\n第一小\t152\t147\n第二小\t98\t101',
      ['grid 0: 1 2'],
    ],
    [
      'a fused header',
      '数値目標\t基準値⇒R1目標値\t年度\t実績値\n観光客数\t515万人 ▼ 700万人\tH27\t525万人',
      ['grid 0: 1'],
    ],
    [
      'a department as an organisation of the head',
      '取組内容\tKPI\tR4実績\tR5実績\t評価・課題\t担当課\n助成する\t件数\t1件\t2件\t続ける。\t商工課',
      ['grid 0: 1'],
    ],
  ])('%s', (_what, text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it('are the cells the source marks as such, whatever they say', () => {
    expect(
      partsOf('<table><tr><th>あゆみ</th><th>ひとこと</th></tr><tr><td>一</td><td>二</td></tr></table>'),
    ).toEqual(['grid 0: 1']);
  });

  it('may come again halfway down with another first word', () => {
    expect(
      partsOf(
        '都道府県\t転入数\t転出数\t増減\n神奈川県\t2,246\t1,294\t952\n都市圏名\t転入数\t転出数\t増減\n東京圏\t6,001\t6,750\t△749',
      ),
    ).toEqual(['grid 0: 1', 'grid 2: 3']);
  });

  it('may bring other years halfway down', () => {
    expect(partsOf('年度\tH16\tH17\n人口\t305,257\t304,989\n年度\tH24\tH25\n人口\t304,831\t305,214')).toEqual(
      ['grid 0: 1', 'grid 2: 3'],
    );
  });
});

describe('rows that look like headers and are data', () => {
  const head = '指標名\t基準値\t目標値\tR5実績\n';
  it.each([
    ['states under years', '計画の策定\t未策定\t策定済み\t策定中'],
    ['dashes', '計画の策定\t－\t－\t－'],
    ['the name of an indicator that is a word of the vocabulary', '評価\t3件\t4件\t5件'],
    ['a name alone with blanks', '総合評価\t\t\t'],
    ['a row like the one above', '転入数\t5人\t8人\t6人'],
  ])('%s', (_what, row) => {
    expect(partsOf(`${head}転入数\t5人\t8人\t6人\n${row}`)).toEqual(['grid 0: 1 2']);
  });

  it('a row a year that holds dashes only', () => {
    expect(
      partsOf('指標名\t年度\t目標値\t実績値\n従事者数\tH27\t—\t—\n\tH28\t—\t—\n\tH29\t5人\t6人'),
    ).toEqual(['grid 0: 1 2 3']);
  });

  it('rows of measures under years', () => {
    expect(
      partsOf('指標\t区分\tR4\tR5\n相談件数\t目標値\t60\t70\n\t実績値\t48\t75\n\t達成率\t80.0%\t107.1%'),
    ).toEqual(['grid 0: 1 2 3']);
  });
});

describe('the head printed again', () => {
  const grid = '指標名\t目標値\tR5実績\n転入数\t8人\t6人\n';
  it('is running matter', () => {
    expect(partsOf(`${grid}指標名\t目標値\tR5実績\n転出数\t5人\t4人`)).toEqual(['grid 0: 1 3', 'running 2']);
  });
  it('is running matter when its second row comes with it', () => {
    const head = '指標名\t実績値\t\n\tR4\tR5\n';
    expect(partsOf(`${head}転入数\t5人\t6人\n${head}転出数\t3人\t4人`)).toEqual([
      'grid 0 1: 2 5',
      'running 3',
      'running 4',
    ]);
  });
  it('is none where a word differs', () => {
    expect(partsOf(`${grid}指標名\t目標値\tR6実績\n転出数\t5人\t4人`)).toEqual(['grid 0: 1', 'grid 2: 3']);
  });
});

describe('a title', () => {
  it('is one cell over a header row', () => {
    expect(partsOf('事務事業実績\t\t\n成果指標\t目標値\tR5実績値\n相談件数\t80件\t47件')).toEqual([
      'title 0',
      'grid 1: 2',
    ]);
  });
  it('ends the grid above it', () => {
    expect(
      partsOf(
        '成果指標\t目標値\tR5実績値\n相談件数\t80件\t47件\n実施計画\t\t\n成果指標\tR6目標値\tR7目標値\n相談件数\t80件\t90件',
      ),
    ).toEqual(['grid 0: 1', 'title 2', 'grid 3: 4']);
  });
  it('is none where rows of data follow: a group', () => {
    expect(
      partsOf('指標名\t目標値\tR5実績\n転入数\t8人\t6人\n基本目標2 人の流れ\t\t\n転出数\t5人\t4人'),
    ).toEqual(['grid 0: 1 2 3']);
  });
  it('is none where it is a sentence', () => {
    expect(partsOf('次の表に示す。\t\t\n成果指標\t目標値\tR5実績値\n相談件数\t80件\t47件')).toEqual([
      'note 0',
      'grid 1: 2',
    ]);
  });
});

describe('form rows', () => {
  it('have a label on the left and its answer on the right', () => {
    expect(
      partsOf(
        '事務事業名\t移住促進事業\t担当課\t商工観光課\n事務事業概要\t相談に応じる。\n今後の課題\t窓口の周知',
      ),
    ).toEqual(['form 0', 'form 1', 'form 2']);
  });
  it('may have their label in the second column, right of a merged one', () => {
    expect(partsOf('事務事業名\t移住促進事業\n\t担当課\t商工観光課')).toEqual(['form 0', 'form 1']);
  });
  it('end a grid', () => {
    expect(
      partsOf(
        '成果指標\t目標値\tR5実績値\n相談件数\t80件\t47件\n現在の地方創生関連交付金の活用状況\t無し\t\n施策の総括\t窓口を開いた。\t',
      ),
    ).toEqual(['grid 0: 1', 'form 2', 'form 3']);
  });
  it('are none in a grid whose row has values: the label is its name', () => {
    expect(partsOf('区分\tR4実績\tR5実績\n課題\t3件\t4件\n対象\t5人\t6人')).toEqual(['grid 0: 1 2']);
  });
  it('are what is left of two cells nobody taught', () => {
    expect(partsOf('ひとこと\tみんなで進めます。')).toEqual(['form 0']);
  });
});

describe('a note', () => {
  it('is one cell outside any grid', () => {
    expect(partsOf('事務事業名\t移住促進事業\n※令和2年度は中止した。\t')).toEqual(['form 0', 'note 1']);
  });
  it('belongs to the grid it stands in', () => {
    expect(partsOf('指標名\t目標値\tR5実績\n転入数\t8人\t6人\n※速報値\t\t')).toEqual(['grid 0: 1 2']);
  });
});

it('blank rows have no part', () => {
  expect(partsOf('指標名\t目標値\tR5実績\n\t\t\n転入数\t8人\t6人')).toEqual(['grid 0: 2']);
});
