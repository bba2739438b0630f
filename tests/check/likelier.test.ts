import { describe, expect, test } from 'vitest';
import { checkArea, checkReport, viewReport, withTokenizer } from '../../src/check/index.ts';
import type { Finding, Observation, RowSlip } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { readText } from '../interpret/read-text.ts';
import { table } from './found-by.ts';

interface Changes {
  /** what the cell's provenance is instead */
  readonly place?: (observation: Observation) => Partial<Observation['provenance']>;
  readonly reading?: (observation: Observation) => Partial<Observation>;
  /** raw texts of the cells of rows that were moved */
  readonly moved?: readonly string[];
}

const noChange = (): object => ({});

/** The findings on a text, read as if its cells had come another way. */
async function findingsIn(
  text: string,
  { place = noChange, reading = noChange, moved = [] }: Changes = {},
): Promise<Finding[]> {
  const report = await readText(text);
  const observations = report.observations.map((each) => ({
    ...each,
    ...reading(each),
    provenance: { ...each.provenance, ...place(each) },
    findings: [],
  }));
  const isMoved = ({ raw }: Observation): boolean => moved.includes(raw);
  const slip: RowSlip = {
    recordId: 'r',
    observationIds: observations.filter(isMoved).map(({ id }) => id),
    page: 1,
    line: 1,
    columns: 1,
    lost: [],
    row: {},
  };
  const slips = moved.length === 0 ? (report.slips ?? []) : [slip];
  return checkReport(await withTokenizer(viewReport({ ...report, observations, slips }))).findings;
}

/** `report 670`: which is likelier wrong, and the suspect as printed, of the findings of a rule. */
async function answers(rule: string, text: string, changes?: Changes): Promise<string[]> {
  const report = await readText(text);
  const raws = new Map(report.observations.map(({ id, raw }) => [id, raw.trim()]));
  return (await findingsIn(text, changes))
    .filter((finding) => finding.rule === rule)
    .map(({ likelier, observationIds: [id] }) =>
      `${likelier?.wrong ?? 'open'} ${raws.get(id ?? '') ?? ''}`.trim(),
    );
}

const COUNTS = `
基本目標 | ○ | △ | × | 合計
1 しごとをつくる | 14 | 1 | 6 | 21
2 ひとの流れをつくる | 5 | 4 | 3 | 12
3 子育ての希望をかなえる | 5 | 2 | 8 | 15
4 安心して暮らせる | 8 | 3 | 7 | 18
合計 | 32 | 10 | 24 | 66`;

const counts = (change: (rows: string) => string = (rows) => rows): string =>
  `進捗状況報告\n\nKPIの実績\n\n${table(change(COUNTS))}\n`;

const exchanged = (rows: string): string => rows.replace('5 | 4', '4 | 5');
const threeForEight = (rows: string): string => rows.replace('8 | 3 | 7', '3 | 3 | 7');
const nineForFour = (rows: string): string => rows.replace('5 | 4', '5 | 9');

const finance = (part: string): string => `事業費の状況報告書

単位：千円

${table(`
費目 | R2決算額 | R3決算額 | R4決算額
国庫支出金 | 12,000 | 11,450 | 13,500
県支出金 | 6,000 | 5,725 | ${part}
一般財源 | 8,240 | 9,015 | 9,600
合計 | 26,240 | 26,190 | 29,850`)}
`;

/** The same table, its columns parted by white space alone. */
const aligned = (tabs: string): string =>
  tabs.replace(/^.+\t.+$/gmu, (row) => {
    const [name = '', ...cells] = row.split('\t');
    return name.padEnd(16, '　') + cells.map((cell) => cell.padStart(14 - widthOf(cell))).join('');
  });

/** Full-width characters take two columns. */
const widthOf = (cell: string): number => [...cell].filter((character) => character > '\u2000').length;

const scanned = { place: () => ({ source: 'ocr' as const, confidence: 0.93 }) };

describe('typed text', () => {
  test('ok figures that agree are no question', async () => {
    for (const text of [counts(), aligned(counts()), finance('6,750'), aligned(finance('6,750'))])
      expect(await findingsIn(text)).toEqual([]);
  });

  test('ng cells parted by tabs: the report', async () => {
    expect(await answers('typing-error', finance('670'))).toEqual(['report 670']);
    expect(await answers('swapped-values', counts(exchanged))).toEqual(['report 4']);
    expect(await answers('finance-total', finance('1,234'))).toEqual(['report 29,850']);
  });

  test('ng columns by alignment, the value that agrees stands beside: the reading', async () => {
    const [finding] = await findingsIn(aligned(counts(exchanged)));
    expect(finding).toMatchObject({
      rule: 'swapped-values',
      likelier: {
        wrong: 'reading',
        message: {
          ja: '読み取りの誤りとみられます（列は文字の並びから推定したもので、合う値 5 が隣にあります）。',
          en: 'Likelier the reading is wrong: columns were inferred from where the words stand, and 5, which agrees, stands beside.',
        },
      },
    });
  });

  test('ng columns by alignment, one digit lost: the report, no column explains it', async () => {
    const [finding] = await findingsIn(aligned(finance('670')));
    expect(finding).toMatchObject({
      rule: 'typing-error',
      likelier: {
        wrong: 'report',
        message: {
          ja: '報告書の誤りとみられます（6,750を670と打ち間違えたなら合い、列の読み違いでは説明できません）。',
          en: 'Likelier the report is wrong: 670 typed for 6,750 explains it, another column does not.',
        },
      },
    });
  });

  test('ok columns by alignment, nothing explains it: nobody can say', async () => {
    expect(await answers('finance-total', aligned(finance('1,234')))).toEqual(['open 29,850']);
  });

  test('ng a row that reading moved: the reading', async () => {
    const moved = ['26,240', '26,190', '29,850'];
    expect(await answers('finance-total', finance('1,234'), { moved })).toEqual(['reading 29,850']);
  });

  test('ok the cell stands, what it was compared with was moved: nobody can say', async () => {
    const moved = ['6,000', '5,725', '1,234'];
    expect(await answers('finance-total', finance('1,234'), { moved })).toEqual(['open 29,850']);
  });

  test('ng a text layer of a PDF is typed text', async () => {
    const inPdf = { place: () => ({ source: 'pdf' as const, line: null }) };
    expect(await answers('typing-error', finance('670'), inPdf)).toEqual(['report 670']);
  });
});

describe('a scan', () => {
  test('ng 3 for 8: the reading, they look alike', async () => {
    const [finding] = await findingsIn(counts(threeForEight), scanned);
    expect(finding?.suggestion).toMatchObject({ from: 3, to: 8 });
    expect(finding?.likelier).toEqual({
      wrong: 'reading',
      message: {
        ja: '読み取りの誤りとみられます（「3」は画像では「8」と紛れます）。',
        en: 'Likelier the reading is wrong: in a scan "3" looks like "8".',
      },
    });
  });

  test('ok 9 for 4, which look nothing alike: nobody can say', async () => {
    const [finding] = await findingsIn(counts(nineForFour), scanned);
    expect(finding).toMatchObject({ suggestion: { from: 9, to: 4 }, likelier: null });
  });

  test('ng two digits exchanged: the report', async () => {
    expect(await answers('typing-error', finance('7,650'), scanned)).toEqual(['report 7,650']);
  });

  test('ng an uncertain cell: the reading, with its confidence', async () => {
    const unsure = { place: () => ({ source: 'ocr' as const, confidence: 0.41 }) };
    const told = (await findingsIn(counts(), unsure)).map(({ rule, likelier }) => [
      rule,
      likelier?.message.en,
    ]);
    expect(told).toContainEqual(['low-confidence', 'Likelier the reading is wrong: its confidence is 41%.']);
  });
});

const kpi = (...rows: string[]): string =>
  `進捗報告書(令和5年度)\n\n${table(`指標名 | 基準値 | 目標値 | R3実績 | R4実績 | R5実績\n${rows.join('\n')}`)}\n`;

describe('a multiplier from outside the cell', () => {
  const text = kpi('寄附金額 | 440,000円 | 520,000円 | 450,000円 | 470,000円 | 480円');
  const inThousands = { unit: '円', multiplier: 3, precision: 1000 };

  test('ng taken by one cell alone, which is off by just that: the reading', async () => {
    const slipped = text.replace('480円', '480,000円');
    const reading = ({ raw }: Observation) =>
      raw === '480,000円' ? { ...inThousands, value: 480_000_000 } : {};
    const [finding] = await findingsIn(slipped, { reading });
    expect(finding).toMatchObject({
      rule: 'scale-outlier',
      suggestion: { from: 480_000_000, to: 480_000 },
      likelier: {
        wrong: 'reading',
        message: { en: expect.stringContaining('the multiplier 1,000 stands outside the cell') },
      },
    });
  });

  test('ok shared with what it was compared with: the report', async () => {
    const shared = kpi('寄附金額 | 440 | 520 | 450 | 470 | 480,000');
    const reading = ({ value }: Observation) => ({ ...inThousands, value: (value ?? 0) * 1000 });
    const [finding] = await findingsIn(shared, { reading });
    expect(finding).toMatchObject({
      rule: 'scale-outlier',
      suggestion: { from: 480_000_000, to: 480_000 },
      likelier: { wrong: 'report' },
    });
  });

  test('ok printed in the cell: the report', async () => {
    const printed = kpi('寄附金額 | 440,000円 | 520,000円 | 450,000円 | 470,000円 | 480,000千円');
    expect(await answers('scale-outlier', printed)).toEqual(['report 480,000千円']);
  });
});

describe('what a finding rests on', () => {
  const HEAD = '取組内容 | KPI | R2実績 | R3実績 | R4実績 | R5実績 | 評価・課題 | 担当課';
  const FINE = '窓口を開く。 | 相談件数 | 8件 | 7件 | 6件 | 5件 | 減った理由を調べる。 | 企画課';
  const OFF = '助成する。 | 助成件数 | | 1件 | 2件 | 0件 | 3件 | 応募の少ない年がある。';
  const text = (...rows: string[]): string => `進捗報告書\n\n${table(rows.join('\n'))}`;

  test('ng one row off its headers: the report, the others stand', async () => {
    expect(await answers('shifted-row', text(HEAD, FINE, OFF))).toEqual(['report 1件']);
  });

  test('ng every row off: the reading, it is the head', async () => {
    const more = OFF.replace('助成件数', '応募件数');
    expect(await answers('shifted-row', text(HEAD, OFF, more))).toEqual(['reading 1件', 'reading 1件']);
  });

  test('ok the only row off: nobody can say', async () => {
    expect(await answers('shifted-row', text(HEAD, OFF))).toEqual(['open 1件']);
  });

  test('ng tags in a text: the reading, no report is printed so', async () => {
    const findings = await findingsIn(`進捗報告書\n\n概要です。\n・窓口<br>を開く。\n続けます。\n`);
    expect(findings.find(({ rule }) => rule === 'text-damage')?.likelier?.wrong).toBe('reading');
  });

  test('ok prose that contradicts its row: nobody can say what it speaks of', async () => {
    const row = '窓口を開く。 | 相談件数 | 6件 | 8件 | 57件 | 49件 | 相談件数は増加した。 | 企画課';
    const findings = await findingsIn(text(HEAD, row));
    expect(findings.find(({ rule }) => rule === 'text-number')).toMatchObject({ likelier: null });
  });

  test('ok an info accuses no report', async () => {
    const row = '観光消費額 | 15,554円 | 18,550円 | 17711円 | 18,020円 | 18,311円';
    const [finding] = await findingsIn(kpi(row));
    expect(finding).toMatchObject({ rule: 'decimal-separator', severity: 'info', likelier: null });
  });
});

describe('several documents', () => {
  const view = async (documentId: string, value: string, source: 'text' | 'ocr') => {
    const text = kpi(`年間宿泊客数 | 9人 | 217,000人 | 66,623人 | 127,050人 | ${value}`);
    const report = await readReport({ path: `${documentId}.txt`, documentId, bytes: Buffer.from(text) });
    const observations = report.observations.map((each) => ({
      ...each,
      provenance: { ...each.provenance, source },
    }));
    return viewReport({ ...report, observations, slips: [] });
  };
  const wrongIn = async (...views: ReturnType<typeof view>[]) =>
    checkArea(await Promise.all(views)).findings.map(({ likelier }) => likelier?.wrong ?? 'open');

  test('ng both typed: a report', async () => {
    expect(await wrongIn(view('a', '155,424人', 'text'), view('b', '145,515人', 'text'))).toEqual(['report']);
  });

  test('ng typed in one, scanned with a look-alike in the other: the reading', async () => {
    const [typed, scan] = [view('a', '155,424人', 'text'), view('b', '156,424人', 'ocr')];
    expect(await wrongIn(typed, scan)).toEqual(['reading']);
  });

  test('ok scanned with other digits altogether: nobody can say', async () => {
    expect(await wrongIn(view('a', '155,424人', 'text'), view('b', '142,917人', 'ocr'))).toEqual(['open']);
  });
});
