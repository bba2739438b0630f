import { describe, expect, it } from 'vitest';
import { Finding, type Report } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';

const HEAD = '取組内容\tKPI\tR2実績\tR3実績\tR4実績\tR5実績\t評価・課題\t担当課';
const FINE = '窓口を開く。\t相談件数\t8件\t7件\t6件\t5件\t件数の減った理由を調べる。\t企画課';
const SLIPPED = '助成する。\t助成件数\t\t1件\t2件\t0件\t3件\t応募の少ない年がある。';
const NAMES_LEFT = '来場者数\t9人\t8人\t7人\t6人';
const NAMES_HEAD = 'KPI\t基準値\t目標値\tR4実績\tR5実績';

async function read(lines: readonly string[], documentId = 'd'): Promise<Report> {
  const bytes = Buffer.from(['進捗報告書', '', ...lines].join('\n'));
  return readReport({ path: 'report.txt', documentId, bytes });
}

const slipsOf = ({ findings }: Report): Finding[] => findings.filter(({ rule }) => rule === 'shifted-row');
const check = async (...lines: string[]): Promise<Finding[]> => slipsOf(await read(lines));

describe('ok.', () => {
  it.each([
    ['a row that stands under its headers', FINE],
    ['a row with its first year blank', '助成する。\t助成件数\t\t1件\t2件\t0件\t続ける。\t商工課'],
    ['a row with its last year blank', '助成する。\t助成件数\t1件\t2件\t0件\t\t続ける。\t商工課'],
    ['a row of states and dashes', '計画をつくる。\t策定\t－\t策定中\t－\t策定済み\t公表した。\t企画課'],
    [
      'a row whose assessment opens with a figure',
      '助成する。\t助成件数\t1件\t2件\t0件\t3件\t3件の応募があった。\t商工課',
    ],
    ['a row without a department', '助成する。\t助成件数\t1件\t2件\t0件\t3件\t続ける。\t'],
    ['a row that leaves its last cells out', '助成する。\t助成件数\t1件\t2件\t0件\t3件'],
  ])('%s is silent', async (_what, line) => {
    expect(await check(HEAD, FINE, line)).toEqual([]);
  });

  it('a name that opens with a figure is silent', async () => {
    expect(await check('年齢階級\tR4実績\tR5実績', '70歳以上\t12人\t15人', '15～19歳\t5人\t6人')).toEqual([]);
  });

  it('units beside amounts are silent', async () => {
    expect(await check('費目\tR5決算額\t\tR6予算額\t', '一般財源\t450\t千円\t500\t千円')).toEqual([]);
  });

  it('counts spread over cells without headers are silent', async () => {
    expect(await check('施策\tKPI数\tR4進捗度\t\t', '創業\t12\t○ 9\t× 3\t', '医療\t3\t○ 2\t- 1\t')).toEqual(
      [],
    );
  });

  it('rows under a merged cell are silent', async () => {
    expect(
      await check(
        '<table><tr><th>取組内容</th><th>KPI</th><th>R4実績</th><th>R5実績</th><th>担当課</th></tr>',
        '<tr><td rowspan="2">朝市を開いた。</td><td>開催回数</td><td>6回</td><td>11回</td><td>商工課</td></tr>',
        '<tr><td>出店者数</td><td>84者</td><td>173者</td><td>農林課</td></tr></table>',
      ),
    ).toEqual([]);
  });

  it('a report without a table is silent', async () => {
    expect(await check('本文です。')).toEqual([]);
  });
});

describe('ng.', () => {
  it('a row one column too far right, its department lost', async () => {
    const [finding, ...others] = await check(HEAD, FINE, SLIPPED);
    expect(others).toEqual([]);
    expect(Finding.safeParse(finding).error).toBeUndefined();
    expect(finding).toMatchObject({
      severity: 'warning',
      documentIds: ['d'],
      line: 5,
      page: 1,
      evidence: {
        shiftedValues: 4,
        lostColumns: 1,
        取組内容: '助成する。',
        KPI: '助成件数',
        R2実績: '1件',
        R3実績: '2件',
        R4実績: '0件',
        R5実績: '3件',
        '評価・課題': '応募の少ない年がある。',
      },
      suggestion: null,
      verdict: null,
    });
    for (const text of Object.values(finding!.message)) {
      expect(text).toContain('4');
      expect(text).toContain('担当課');
    }
  });

  it('is linked with the values of its row, and with no others', async () => {
    const report = await read([HEAD, FINE, SLIPPED]);
    const [finding] = slipsOf(report);
    const { observations, records } = report;
    expect(finding?.recordIds).toEqual([records[1]?.id]);
    expect(finding?.observationIds).toEqual(observations.slice(4).map(({ id }) => id));
    expect(observations.map(({ findings }) => findings.includes(finding!.id))).toEqual([
      ...Array.from({ length: 4 }, () => false),
      ...Array.from({ length: 4 }, () => true),
    ]);
  });

  it('a row whose last value is lost is less sure than one where nothing is', async () => {
    const [cut] = await check(NAMES_HEAD, NAMES_LEFT, '\t相談件数\t10件\t20件\t12件');
    const [whole] = await check(NAMES_HEAD, NAMES_LEFT, '\t相談件数\t10件\t20件\t12件\t15件');
    expect(cut?.evidence).toMatchObject({ lostColumns: 1 });
    expect(cut?.message.ja).toContain('失われた欄: R5実績');
    expect(whole?.evidence).toMatchObject({ lostColumns: 0, R5実績: '15件' });
    expect(whole?.message.ja).not.toContain('失われた');
    expect(whole?.confidence).toBeGreaterThan(cut!.confidence);
  });

  it('every row that slipped has a finding of its own', async () => {
    const found = await check(HEAD, FINE, SLIPPED, SLIPPED.replace('助成する。', '補助する。'));
    expect(found.map(({ line }) => line)).toEqual([5, 6]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a block of rows', () => {
  it('that slipped together, with nothing lost, is one finding with all its values', async () => {
    const rows = ['相談', '訪問', '申請'].map((name, i) => `\t${name}件数\t1${i}件\t2${i}件\t12件\t15件`);
    const [finding, ...others] = await check(NAMES_HEAD, NAMES_LEFT, ...rows);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ line: 5, evidence: { rowsBelow: 2 } });
    expect(finding?.message.ja).toContain('続く2行も同じです。');
    expect(finding?.observationIds).toHaveLength(12);
  });

  it('of two rows is two findings', async () => {
    const rows = ['相談', '訪問'].map((name, i) => `\t${name}件数\t1${i}件\t2${i}件\t12件\t15件`);
    expect((await check(NAMES_HEAD, NAMES_LEFT, ...rows)).map(({ line }) => line)).toEqual([5, 6]);
  });
});

describe('the fingerprint', () => {
  const fingerprint = async (...lines: string[]): Promise<string> =>
    (await check(...lines))[0]?.fingerprint ?? 'none';

  it('is the same in a second run', async () => {
    const [once, again] = [await check(HEAD, FINE, SLIPPED), await check(HEAD, FINE, SLIPPED)];
    expect(once).toHaveLength(1);
    expect(once).toEqual(again);
  });

  it('does not know where the row stands', async () => {
    const moved = await check('本文を書き足した。', '', HEAD, FINE, FINE.replace('開く', '閉じる'), SLIPPED);
    const [here] = await check(HEAD, FINE, SLIPPED);
    expect(moved[0]?.line).toBe(8);
    expect(moved[0]?.fingerprint).toBe(here?.fingerprint);
    expect(moved[0]?.id).toBe(here?.id);
  });

  it('changes with the figures', async () => {
    expect(await fingerprint(HEAD, FINE, SLIPPED.replace('2件', '9件'))).not.toBe(
      await fingerprint(HEAD, FINE, SLIPPED),
    );
  });

  it('tells two rows of the same words apart by their order', async () => {
    const [first, second] = await check(HEAD, FINE, SLIPPED, SLIPPED);
    expect(first?.fingerprint).toBe(await fingerprint(HEAD, FINE, SLIPPED));
    expect(second?.fingerprint).not.toBe(first?.fingerprint);
  });

  it('differs between documents', async () => {
    const of = async (id: string) => slipsOf(await read([HEAD, FINE, SLIPPED], id))[0]?.fingerprint;
    expect(await of('d')).not.toBe(await of('e'));
  });
});
