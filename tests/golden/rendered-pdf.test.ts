import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/ingest/pdf/index.ts';
import { layOut } from '../../src/layout/index.ts';
import type { Observation, Report, Table } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { toldRows } from '../layout/drawn/told-rows.ts';

/** Real reports, and the same laid out as PDF, stand beside a checkout; a clone without them says what it left out. */
const REPORTS = '../shared/reports';
const RENDERED = '../shared/pdf/rendered';
const isThere = existsSync(REPORTS) && existsSync(RENDERED);
if (!isThere) console.warn(`SKIPPED: ${RENDERED} is not here, so reports laid out as PDF are not measured.`);

const read = (path: string): Promise<Report> =>
  readReport({ path, documentId: 'd', bytes: readFileSync(path) });

/** A browser writes ～ as 〜; the two are one sign. */
const close = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('〜', '~');

/** What is compared of an observation, in a line. */
const facts = ({ indicator, measure, timePeriod, kind, value, unit }: Observation): string =>
  [close(indicator), measure, timePeriod?.start, timePeriod?.end, kind, value, unit].join(' | ');
const sorted = (observations: readonly Observation[]): string[] => observations.map(facts).toSorted();

describe.skipIf(!isThere)('a progress report laid out as PDF says what its text says:', () => {
  const inText = () => read(`${REPORTS}/hitoyoshi-r5-progress.txt`);

  test.each([
    ['thin boxes for rules, tagged', 'ruled'],
    ['by a word processor', 'office'],
    ['by a spreadsheet program, rules stroked', 'calc'],
  ])('%s', async (_how, name) => {
    const { observations } = await read(`${RENDERED}/hitoyoshi-r5-${name}.pdf`);
    expect(observations).toHaveLength(563);
    expect(sorted(observations)).toEqual(sorted((await inText()).observations));
  });

  test('three pages lying on their side are its first 60 values', async () => {
    const { document, observations } = await read(`${RENDERED}/hitoyoshi-r5-turned-3p.pdf`);
    expect(document.source.pages).toBe(3);
    expect(sorted(observations)).toEqual(sorted((await inText()).observations.slice(0, 60)));
  });
});

/** Lines of the review that its 51 sheets stand on. */
const SHEETS = { from: 912, to: 2087 };

/** In the PDFs the cells with these names are missing: their rows begin with the baseline. */
const UNNAMED_IN_PDF = [
  'バイオ関連企業立地件数',
  '製品化件数',
  '創薬・医薬品事業化件数',
  '政府系研究機関の誘致件数',
  '新規就農者数',
  '新規に立ち上げる協議体における研究・取組プロジェクト数',
  '子育てしやすいと思う市民の割合',
  '空き家等を活用した取り組み数',
  '生活支援交通（よりみちバス）導入地域数',
  '住宅リフォーム助成件数 (累計)',
  '定住等に資する市営住宅跡地の売却面積',
  '環状道路（中環状・内環状）の整備率',
  '個別施設の評価実施',
  '建築施設の床面積の削減',
  '各種がん検診の平均受診率',
  '運動する人の割合 (週2回、1日30分以上)',
  '救命率',
  '久留米市の滞在人口',
];

/** What is read as the name in such rows: headers, or the baseline before ▼. */
const NO_NAMES = /^(?:基準値[⇒→]R1目標値|目標値|実績値|進捗度)$|▼/u;

describe.skipIf(!isThere)(
  '51 sheets laid out as PDF say what their text says, where names are printed:',
  () => {
    test.each(['ruled', 'office'])('%s', async (name) => {
      const unnamed = new Set(UNNAMED_IN_PDF.map(close));
      const { observations } = await read(`${REPORTS}/kurume-first-strategy-review.txt`);
      const inText = observations.filter(
        ({ indicator, provenance: { line } }) =>
          line !== null && SHEETS.from <= line && line <= SHEETS.to && !unnamed.has(close(indicator)),
      );
      const inPdf = (await read(`${RENDERED}/kurume-sheets-${name}.pdf`)).observations;
      const known = inPdf.filter(({ indicator }) => !NO_NAMES.test(close(indicator)));
      expect(inText).toHaveLength(970);
      expect(sorted(known)).toEqual(sorted(inText));
    });
  },
);

describe.skipIf(!isThere)('constructs.pdf, read off its pictures:', () => {
  const tablesOf = async (page: number): Promise<Table[]> => {
    const path = `${RENDERED}/constructs.pdf`;
    const { blocks } = layOut(await readPdf({ path, bytes: readFileSync(path) }));
    return blocks.filter((block) => block.kind === 'table').filter((table) => table.page === page);
  };
  const briefly = (text: string): string => (text.length > 10 ? `${text.slice(0, 5)}…` : text);
  const rowsOf = ({ rows, cells }: Table): string[] =>
    toldRows({ rows, cells: cells.map((cell) => ({ ...cell, text: briefly(cell.text) })) });

  test('page 1: a head of two levels, cells merged down and across', async () => {
    const [table, ...more] = await tablesOf(1);
    expect(more).toEqual([]);
    expect(rowsOf(table!)).toEqual([
      '0 2×1: 取組内容 | 1 2×1: KPI | 2 1×4: 実績 | 6 2×1: 評価・課題 | 7 2×1: 担当課',
      '2: R2 | 3: R3 | 4: R4 | 5: R5',
      '0 3×1: 企業の誘致… | 1: 雇用創出数 | 2: 12人 | 3: 6人 | 4: 3人 | 5: 4人 | 6 3×1: 採用自体は… | 7 5×1: 商工観光課',
      '1: 企業誘致件数 | 2: 2件 | 3: 0件 | 4: 2件 | 5: 2件',
      '1: 創業件数 | 2 1×4: 策定中のため未計上',
      '0 2×1: 観光客の誘… | 1: 入込客数 | 2: 66,623人 | 3: 103,560人 | 4: 127,050人 | 5: 155,424人 | 6: 前年度比増',
      '1: 満足度 | 2: － | 3: － | 4: 36.3% | 5: △1.2 | 6:',
    ]);
  });

  test('pages 2 to 4: one row over three pages, the head printed on each', async () => {
    const tables = [...(await tablesOf(2)), ...(await tablesOf(3)), ...(await tablesOf(4))];
    expect(tables).toHaveLength(1);
    const head = '0: 取組内容 | 1: KPI | 2: R5実績 | 3: 評価・課題';
    expect(rowsOf(tables[0]!)).toEqual([
      head,
      '0: 前の行 | 1: 件数 | 2: 10件 | 3: 問題なし',
      '0: 長い評価をもつ行 | 1: 回数 | 2: 1,234回 | 3: 第1回の検…',
      head,
      head,
      '0: 後の行 | 1: 率 | 2: 98.7% | 3: 問題なし',
    ]);
    const { text } = tables[0]!.cells.find((cell) => cell.row === 2 && cell.column === 3)!;
    // its sentences count from 1 to 40, twice over
    const counted = [...text.matchAll(/第(\d+)回/gu)].map(([, count]) => Number(count));
    const once = Array.from({ length: 40 }, (_, i) => i + 1);
    expect(counted).toEqual([...once, ...once]);
  });

  test('page 7: headings written downwards in narrow cells', async () => {
    const [table, ...more] = await tablesOf(7);
    expect(more).toEqual([]);
    expect(rowsOf(table!)).toEqual([
      '0: 基本目標 | 1: 指標名 | 2: R4実績 | 3: R5実績',
      '0 3×1: 稼ぐ地域をつくる | 1: 創業件数 | 2: 8件 | 3: 7件',
      '1: 雇用創出数 | 2: 3人 | 3: 4人',
      '1: 企業誘致件数 | 2: 2件 | 3: 2件',
      '0 2×1: 結婚子育て | 1: 合計特殊出生率 | 2: 1.55 | 3: 1.85',
      '1: 助成件数 | 2: 1,984件 | 3: 1,912件',
    ]);
  });
});
