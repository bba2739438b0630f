import { describe, expect, it } from 'vitest';
import { type AreaRule, checkArea, describedRules, viewReport } from '../../src/check/index.ts';
import { restated } from '../../src/check/rules/restated.ts';
import { sameIndicatorInArea } from '../../src/check/rules/same-indicator-in-area.ts';
import { readReport } from '../../src/pipeline.ts';
import { table } from './found-by.ts';

/** A report of R{year} with one row of results from R3 on. */
async function view(id: string, year: number, row: string) {
  const years = Array.from({ length: year - 2 }, (_, i) => `R${i + 3}実績`).join(' | ');
  const text = `進捗報告書(令和${year}年度分)\n\n${table(`指標名 | 基準値 | 目標値 | ${years}\n${row}`)}`;
  return viewReport(
    await readReport({ path: `${id}.txt`, documentId: id, bytes: Buffer.from(text) }).then(
      ({ document, text: read, records, observations }) => ({
        document,
        text: read,
        records,
        observations,
        slips: [],
      }),
    ),
  );
}
const messages = async (rule: AreaRule, ...views: ReturnType<typeof view>[]) => {
  const { found, checked } = rule.check(await Promise.all(views));
  return {
    checked,
    found: found.map(({ message, observations }) => `${observations[0]!.documentId} ${message.ja}`),
  };
};

describe('same-indicator between documents on one year', () => {
  it('ng. 155,424人 in one document and 145,515人 in the other', async () => {
    const { found } = await messages(
      sameIndicatorInArea,
      view('a', 5, '年間宿泊客数 | 9人 | 217,000人 | 66,623人 | 127,050人 | 155,424人'),
      view('b', 5, '年間宿泊客数 | 9人 | 150,000人 | 66,623人 | 127,050人 | 145,515人'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('「年間宿泊客数」の値が文書によって違います: R5 155,424人');
    expect(found[0]).toContain('145,515人');
    expect(found[0]).not.toContain('127,050人');
  });

  it('ng. it is told as the rule within a report is, and stands once among the rules', async () => {
    const views = await Promise.all([
      view('a', 5, '年間宿泊客数 | 9人 | 217,000人 | 66,623人 | 127,050人 | 155,424人'),
      view('b', 5, '年間宿泊客数 | 9人 | 150,000人 | 66,623人 | 127,050人 | 145,515人'),
    ]);
    expect(checkArea(views).findings.map(({ rule }) => rule)).toEqual(['same-indicator']);
    const slugs = describedRules.map(({ slug }) => slug);
    expect(slugs.filter((slug) => slug === 'same-indicator')).toHaveLength(1);
    expect(slugs).toContain('restated');
  });

  it('ok. targets of two plans differ', async () => {
    const { found, checked } = await messages(
      sameIndicatorInArea,
      view('a', 5, '年間宿泊客数 | 9人 | 217,000人 | 66,623人 | 127,050人 | 155,424人'),
      view('b', 5, '年間宿泊客数 | 8人 | 150,000人 | 66,623人 | 127,050人 | 155,424人'),
    );
    expect(found).toEqual([]);
    expect(checked).toBe(6);
  });

  it('ok. near miss: 参加者数 is another thing in each document', async () => {
    const { found } = await messages(
      sameIndicatorInArea,
      view('a', 5, '参加者数 | 9人 | 20人 | 1人 | 2人 | 3人'),
      view('b', 5, '参加者数 | 9人 | 20人 | 4人 | 5人 | 6人'),
    );
    expect(found).toEqual([]);
  });
});

describe('restated', () => {
  it('ng. R4 is 57件 in the report of R4 and 47件 in the report of R5', async () => {
    const { found } = await messages(
      restated,
      view('a', 4, '移住相談の受付件数 | 9件 | 60件 | 8件 | 57件'),
      view('b', 5, '移住相談の受付件数 | 9件 | 60件 | 8件 | 47件 | 49件'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^b 「移住相談の受付件数」の実績値が.*R4 57件 → 47件$/u);
  });

  it('ng. a target of the same plan is lowered', async () => {
    const { found } = await messages(
      restated,
      view('a', 4, '移住相談の受付件数 | 9件 | 60件 | 8件 | 57件'),
      view('b', 5, '移住相談の受付件数 | 9件 | 40件 | 8件 | 57件 | 49件'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('60件 → 40件');
  });

  it('ok. near miss: the year that is new in the later report', async () => {
    const { found, checked } = await messages(
      restated,
      view('a', 4, '移住相談の受付件数 | 9件 | 60件 | 8件 | 57件'),
      view('b', 5, '移住相談の受付件数 | 9件 | 60件 | 8件 | 57件 | 49件'),
    );
    expect({ found, checked }).toEqual({ found: [], checked: 4 });
  });
});
