import { describe, expect, it } from 'vitest';
import { type AlignedRow, alignRow } from '../../src/interpret/align.ts';
import { columnsOfGrid } from '../../src/interpret/columns.ts';
import { rowsOfTable } from '../../src/layout/index.ts';
import { tableItems, vocabulary } from '../outline/outline-text.ts';
import { briefs, only, readText } from './read-text.ts';

/** The rows under a head of one row, each with its cells put under the headers they were meant for. */
function align(...lines: string[]): AlignedRow[] {
  const { table } = only(tableItems(lines.join('\n')));
  const rows = rowsOfTable(table);
  const body = rows.map((_, row) => row).slice(1);
  const columns = columnsOfGrid(table, [0], body, vocabulary, null);
  return body.map((row) => alignRow(row, rows[row] ?? [], columns));
}

const placed = ({ cells }: AlignedRow): { [header: string]: string } =>
  Object.fromEntries(
    [...cells].sort(([a], [b]) => a.index - b.index).map(([column, cell]) => [column.name, cell.text]),
  );

const HEAD = '取組内容\tKPI\tR2実績\tR3実績\tR4実績\tR5実績\t評価・課題\t担当課';
const FINE = '窓口を開く。\t相談件数\t8件\t7件\t6件\t5件\t件数の減った理由を調べる。\t企画課';

describe('a row that agrees with its headers', () => {
  it.each([
    ['whole', FINE],
    ['with a blank year', '助成する。\t助成件数\t\t1件\t2件\t0件\t応募の少ない年がある。\t商工課'],
    ['with the last year blank', '助成する。\t助成件数\t1件\t2件\t0件\t\t応募の少ない年がある。\t商工課'],
    ['without an assessment', '助成する。\t助成件数\t0件\t1件\t2件\t0件\t\t商工課'],
    ['of states', '計画をつくる。\t計画の策定\t未策定\t策定中\t策定中\t策定済み\t公表した。\t企画課'],
    ['of dashes', '助成する。\t助成件数\t－\t－\t－\t－\t実施しなかった。\t商工課'],
    ['of compounds', '助成する。\t助成額\t児童 5円 生徒 6円\t児童 7円 生徒 8円\t－\t－\t続ける。\t商工課'],
    ['whose last word is no department', '助成する。\t助成件数\t0件\t1件\t2件\t0件\t続ける。\t全庁'],
  ])('stays where it stands: %s', (_what, line) => {
    const row = align(HEAD, FINE, line)[1]!;
    expect(Object.values(placed(row))).toEqual(line.split('\t'));
    expect(row).toMatchObject({ shifted: 0, lost: [], strays: [] });
  });

  it('may have a name that opens with a figure', () => {
    const [row] = align('年齢階級\tR4実績\tR5実績', '70歳以上\t12人\t15人', '15～19歳\t5人\t6人');
    expect(placed(row!)).toEqual({ 年齢階級: '70歳以上', R4実績: '12人', R5実績: '15人' });
    expect(row!.shifted).toBe(0);
  });
});

describe('a slipped row', () => {
  it('is moved back to the left, and what ran past the edge is lost', () => {
    const row = align(HEAD, FINE, '助成する。\t助成件数\t\t1件\t2件\t0件\t3件\t応募の少ない年がある。')[1]!;
    expect(placed(row)).toEqual({
      取組内容: '助成する。',
      KPI: '助成件数',
      R2実績: '1件',
      R3実績: '2件',
      R4実績: '0件',
      R5実績: '3件',
      '評価・課題': '応募の少ない年がある。',
    });
    expect(row.shifted).toBe(4);
    expect(row.lost.map(({ name }) => name)).toEqual(['担当課']);
  });

  it('may have its name in the column of the first value', () => {
    const head = 'KPI\t基準値\t目標値\tR4実績\tR5実績';
    const row = align(head, '来場者数\t9人\t8人\t7人\t6人', '\t相談件数\t10件\t20件\t12件')[1]!;
    expect(placed(row)).toEqual({ KPI: '相談件数', 基準値: '10件', 目標値: '20件', R4実績: '12件' });
    expect(row.shifted).toBe(3);
    expect(row.lost.map(({ name }) => name)).toEqual(['R5実績']);
  });

  it('keeps a blank between two values blank', () => {
    const row = align(HEAD, FINE, '\t助成する。\t助成件数\t1件\t\t0件\t3件\t応募の少ない年がある。')[1]!;
    expect(placed(row)).toMatchObject({
      KPI: '助成件数',
      R2実績: '1件',
      R3実績: '',
      R4実績: '0件',
      R5実績: '3件',
    });
  });

  it('is moved back to the right, told by a period outside the column of years, with nothing lost', () => {
    const head = '\t重要業績評価指標\t基準値⇒R1目標値\t年度\t目標値\t実績値\t進捗度';
    const [row, next] = align(head, '参加者数\t18名 ▼ 300名\tH27\t30名\t98名\t○', '\t\tH28\t150名\t167名\t○');
    expect(placed(row!)).toEqual({
      重要業績評価指標: '参加者数',
      '基準値⇒R1目標値': '18名 ▼ 300名',
      年度: 'H27',
      目標値: '30名',
      実績値: '98名',
      進捗度: '○',
    });
    expect(row!.lost).toEqual([]);
    // the years, not the name, tell the slip: 300名, 30名, 98名 and the mark
    expect(row!.shifted).toBe(4);
    expect(placed(next!)).toMatchObject({ 年度: 'H28', 目標値: '150名', 実績値: '167名', 進捗度: '○' });
  });
});

describe('a unit in the next cell', () => {
  const head = '費目\tR5決算額\t\tR6予算額\t';
  it('belongs to the value left of it', () => {
    const [row] = align(head, '国庫補助金\t3,120\t千円\t3,300\t千円', '一般財源\t450\t千円\t500\t千円');
    expect(placed(row!)).toEqual({ 費目: '国庫補助金', R5決算額: '3,120', R6予算額: '3,300' });
    expect([...row!.units].map(([value, unit]) => [value.text, unit.text])).toEqual([
      ['3,120', '千円'],
      ['3,300', '千円'],
    ]);
    expect(row).toMatchObject({ shifted: 0, strays: [] });
  });
  it('is no unit of a value where it has a column of its own', () => {
    const [row] = align('指標名\t単位\tR5実績', '回収量\tトン\t386.5', '補助件数\t件\t171');
    expect(placed(row!)).toEqual({ 指標名: '回収量', 単位: 'トン', R5実績: '386.5' });
    expect(row!.units.size).toBe(0);
  });
});

it('a cell no column takes is a stray, not lost', () => {
  const [row] = align('施策\tKPI数\tR4進捗度\t\t', '創業\t12\t○ 9\t× 3\t', '医療\t3\t○ 2\t- 1\t');
  expect(row!.strays.map(({ text }) => text)).toEqual(['× 3']);
});

describe('in a report', () => {
  const slipped = `進捗報告書\n\n${HEAD}\n${FINE}\n助成する。\t助成件数\t\t1件\t2件\t0件\t3件\t応募の少ない年がある。`;

  it('a slipped row is read as meant, without a value for what is lost', async () => {
    expect((await briefs(slipped)).slice(4)).toEqual([
      '助成件数 | actual R2 | 1件',
      '助成件数 | actual R3 | 2件',
      '助成件数 | actual R4 | 0件',
      '助成件数 | actual R5 | 3件',
    ]);
  });

  it('a slipped row is trusted less than one that stands', async () => {
    const { observations } = await readText(slipped);
    const [standing, moved] = [observations[0]!, observations[4]!];
    expect(standing.provenance.confidence).toBe(1);
    expect(moved.provenance.confidence).toBeLessThan(1);
    expect(moved.provenance.column).toBe(3);
  });

  it('a lost value gives no observation, and those beside it are of low reliability', async () => {
    const { observations } = await readText(
      '進捗報告書\n\nKPI\t基準値\t目標値\tR4実績\tR5実績\n来場者数\t9人\t8人\t7人\t6人\n\t相談件数\t10件\t20件\t12件',
    );
    const moved = observations.filter(({ indicator }) => indicator === '相談件数');
    expect(moved.map(({ measure, raw, obsStatus }) => [measure, raw, obsStatus])).toEqual([
      ['baseline', '10件', 'U'],
      ['target', '20件', 'U'],
      ['actual', '12件', 'U'],
    ]);
  });
});
