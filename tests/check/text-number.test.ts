import { describe, expect, it } from 'vitest';
import { type ReportViewInput, viewReport, withTokenizer } from '../../src/check/index.ts';
import type { Found, RuleResult } from '../../src/check/rule.ts';
import { textNumber } from '../../src/check/rules/text-number.ts';
import { loadTokenizer } from '../../src/check/tokenizer.ts';
import { readReport } from '../../src/pipeline.ts';

async function inputOf(text: string): Promise<ReportViewInput> {
  const report = await readReport({ path: 'r5.txt', documentId: 'd', bytes: Buffer.from(text) });
  return { ...report, slips: [] };
}

async function check(text: string): Promise<RuleResult> {
  return textNumber.check(viewReport({ ...(await inputOf(text)), tokenize: await loadTokenizer() }));
}

/** 移住希望者からの相談件数 6件 57件 49件: one row of activities, with what is said of it. */
function row(line: string, assessment: string, activity = '窓口を開く。'): string {
  const [indicator, ...values] = line.split(' ');
  return [
    '事業進捗報告(令和5年度分)',
    '',
    '取組内容\tKPI\tR2実績\tR3実績\tR4実績\tR5実績\t評価・課題\t担当課',
    [activity, indicator, ...values, assessment, '企画課'].join('\t'),
  ].join('\n');
}

const CONSULTED = '移住希望者からの相談件数 6件 8件 57件 49件';
const VISITORS = '入館者数 100人 120人 150人 140人';
const TAKERS = '参加者数 10人 20人 30人 25人';

const said = ({ found }: RuleResult): string[] =>
  found.map(({ severity, observations }) => `${severity} ${observations.map(({ raw }) => raw).join(' ')}`);

describe('ng.', () => {
  it.each([
    [
      'a rise is told where the last year fell',
      CONSULTED,
      '情報周知の効果が上がり、問合せが増加した。',
      '49件 57件',
    ],
    [
      'a result above last year’s is told where it is below',
      VISITORS,
      '入館者数は前年度を上回った。',
      '140人 150人',
    ],
    [
      'a record is told where an earlier year was higher',
      VISITORS,
      '入館者数は過去最高となった。',
      '140人 150人',
    ],
    [
      'a rise year by year is told where most years fell',
      '入館者数 100人 90人 80人 85人',
      '入館者数は年々増加している。',
      '80人 90人',
    ],
    [
      'a level is told where a fifth was lost',
      '入館者数 100人 120人 150人 120人',
      '入館者数は前年度並みとなった。',
      '120人 150人',
    ],
    [
      'no rise is told where every year rose',
      '閲覧数 100件 200件 300件 400件',
      'アクセス数の増加にはつながらなかった。',
      '400件 300件',
    ],
    ['a count stands one digit off', '相談件数 10件 20件 31件 25件', '相談件数は27件となった。', '25件'],
    ['a count of a named year stands in another', TAKERS, '参加者は令和4年度は25人であった。', '30人'],
    ['more took part than the row has', TAKERS, '28人の参加があった。', '25人'],
    ['the counter’s own noun is the indicator’s', '勧奨数 0件 2件 5件 3件', '勧奨は4件となった。', '3件'],
    [
      'a share differs in its decimals',
      '利用率 10.2% 11.4% 12.0% 14.0%',
      '利用率は12.0%から14.3%に上昇した。',
      '14.0%',
    ],
    ['a difference does not come out', TAKERS, '参加者は前年度から7人減少した。', '25人'],
    [
      'the level is told as the change',
      '法人設立数 26法人 32法人 35法人 38法人',
      '法人設立数が38法人増加した。',
      '38法人',
    ],
  ])('%s', async (_what, line, assessment, observations) => {
    expect(said(await check(row(line, assessment)))).toEqual([`warning ${observations}`]);
  });

  it('a target is told as met where it was missed', async () => {
    const { found } = await check(sheet('新規雇用者数は目標を達成した。'));
    expect(said({ checked: 1, found })).toEqual(['warning 243人 300人']);
    expect(found[0]?.message.ja).toContain(
      '新規雇用者数の実績 令和5年度 243人 は目標 300人 に届いていません',
    );
  });

  it('less than half of the target is told where it is more', async () => {
    const { found } = await check(sheet('新規雇用者数は目標値の半分に届かなかった。'));
    expect(said({ checked: 1, found })).toEqual(['warning 243人 300人']);
    expect(found[0]?.message.ja).toContain('243人 は目標 300人 の50% に達しています');
  });

  it.each([
    ['the difference', '訪日客（891人→1,202人、321人増）', '1,202人 − 891人 = 311'],
    ['how many times', '訪日客（891人→1,202人、311人増（約1.5倍））', '1,202 ÷ 891 = 1.35'],
  ])('numbers of one breath do not agree: %s', async (_what, text, computed) => {
    const { found } = await check(sheet(text));
    expect(found).toHaveLength(1);
    expect(found[0]?.message.ja).toContain(computed);
    expect(found[0]?.place?.line).toBe(8);
  });

  it('the text gives the figure of the table in another unit', async () => {
    const text = '(新規雇用者数: R4年度 210件 ⇒ R5年度 243件)';
    const { found } = await check(sheet(text));
    expect(found.map(({ message, place }) => [message.ja, place?.line])).toEqual([
      ['文章の「新規雇用者数: R5年度 243件」は、表の「新規雇用者数」令和5年度 243人 と単位が違います', 8],
    ]);
  });

  it('tells where it stands, in both languages, with the numbers', async () => {
    const { found } = await check(row(CONSULTED, '問合せが増加した。'));
    const [{ message, place, evidence, confidence }] = found as [Found];
    expect(message.ja).toBe(
      '「問合せが増加した」とありますが（増えた）、移住希望者からの相談件数はR4 57件からR5 49件へ減っています（-8件）。',
    );
    expect(message.en).toContain('fell from R4 57件 to R5 49件 (-8件)');
    expect(place?.line).toBe(4);
    expect(evidence).toMatchObject({ from: '57件', to: '49件' });
    expect(confidence).toBeLessThan(0.6);
  });
});

/** One sheet with an indicator of its own and a text. */
function sheet(text: string): string {
  return [
    '事務事業評価シート',
    '',
    '事務事業名\t雇用の場づくり',
    '',
    '指標名\t目標値\t令和5年度実績',
    '新規雇用者数\t300人\t243人',
    '',
    `取組成果\t${text}`,
  ].join('\n');
}

describe('ok.', () => {
  it.each([
    ['the same number', TAKERS, '25人の参加があった。'],
    ['a rise that is there', TAKERS, '参加者は令和4年度に増加した。'],
    ['a rise since an event long before', CONSULTED, '窓口を一つにした後に相談が増えた。'],
    ['a rise that is wished for', CONSULTED, '相談を増加させる取組が必要である。'],
    ['a rise that is expected', VISITORS, '入館者数は増加が見込まれる。'],
    [
      'a tendency with one year against it',
      '入館者数 100人 150人 140人 170人',
      '入館者数は年々増加傾向にある。',
    ],
    [
      'a part of what is counted',
      'ごみ排出量 12,197t 11,820t 11,242t 11,108t',
      '生活系ごみが増加傾向にある。',
    ],
    ['another thing with the same counter', '勧奨数 0件 2件 5件 3件', '4件の事業者入会があった。'],
    ['a longer name that ends in the same word', '創業件数 3件 9件 8件 7件', '創業相談件数は27件となった。'],
    [
      'who joined in a stock that others leave',
      '認定農業者総数 69人 72人 65人 66人',
      '新たに2人の認定農業者を認定した。',
    ],
    ['the difference to last year', TAKERS, '参加者は前年度から5人減少した。'],
    ['the sum of all years', TAKERS, '4年間の参加者は85人となった。'],
    [
      'numbers that add up to the result',
      '参加者数 10人 20人 30人 44人',
      '夏版(参加者26人)、春版(参加者18人)を行った。',
    ],
    ['a number of a month', '相談件数 10件 20件 31件 25件', '相談件数は8月末現在で12件となった。'],
    ['a number a month', '開催回数 7回 11回 24回 24回', '毎月2回の開催とした。'],
    ['a number said to be about so many', TAKERS, '約30人の参加者があった。'],
    ['a share rounded in the text', '利用率 10.2% 11.4% 12.0% 14.3%', '利用率は14%となった。'],
    ['people of another event it points back to', TAKERS, 'セミナーを開き、その参加者も増えている。'],
  ])('%s', async (_what, line, assessment) => {
    expect(said(await check(row(line, assessment)))).toEqual([]);
  });

  it('a number of what was planned', async () => {
    expect(said(await check(row(TAKERS, '継続する。', '50人程度の参加者を見込む。')))).toEqual([]);
  });

  it('a target told as missed where it was missed', async () => {
    const result = await check(sheet('新規雇用者数は目標に届かなかった。'));
    expect(result).toEqual({ checked: 1, found: [] });
  });

  it('a part of those who took part is no more than worth knowing', async () => {
    expect(said(await check(row(TAKERS, '講座では12人が参加した。')))).toEqual(['info 25人']);
  });

  it('a report without prose has nothing to check', async () => {
    expect(await check('指標名\t基準値\t目標値\tR5実績\n相談件数\t1件\t3件\t2件')).toEqual({
      checked: 0,
      found: [],
    });
  });
});

describe('ok. in one breath', () => {
  it.each([
    '訪日客（891人→1,202人、311人増（約1.3倍））',
    '訪日客（891人→1,202人、311人増（約1.4倍））',
    '職員（40人→32人、8人減）',
    '来客（5.2万人→6.0万人、0.9万人増）',
    '(新規雇用者数: R5年度 243名)',
    '申込は10人から5人増の15人となった。',
    '新規雇用者数は目標値の半分を超えた。新規雇用者数は目標の9割に届かなかった。',
  ])('%s', async (text) => {
    expect((await check(sheet(text))).found).toEqual([]);
  });
});

describe('the tokenizer', () => {
  it('is loaded where the prose has a number its row does not explain', async () => {
    const view = await withTokenizer(viewReport(await inputOf(row(TAKERS, '28人の参加があった。'))));
    expect(view.tokenize).toBe(await loadTokenizer());
  });

  it('is left alone where every number agrees', async () => {
    expect(
      (await withTokenizer(viewReport(await inputOf(row(TAKERS, '25人の参加があった。'))))).tokenize,
    ).toBeUndefined();
  });

  it('is not needed: without it words are runs of one script', async () => {
    const { found } = textNumber.check(viewReport(await inputOf(row(TAKERS, '28人の参加があった。'))));
    expect(said({ checked: 1, found })).toEqual(['warning 25人']);
  });
});
