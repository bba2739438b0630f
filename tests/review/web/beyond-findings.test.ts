import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Observation } from '../../../src/model/index.ts';
import type { Overview, SampleView, WordPreview } from '../../../src/review/api.ts';
import { inBrowser } from './browser.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

const REPORT = [
  '令和5年度 人吉市総合計画 進捗状況報告書',
  '',
  '指標名\t基準値\t目標値\tR4実績\tR5実績\tめざす姿の値\t担当課',
  '図書館の来館者数\t9,800人\t12,000人\t10,100人\t10,900人\t15,000人\t生涯学習課',
  '公民館の講座数\t40回\t60回\t47回\t51回\t70回\t生涯学習課',
].join('\n');

inBrowser('beyond findings', (openUrl) => {
  let reviewed: Reviewed;
  beforeAll(async () => {
    reviewed = await reviewOf([], { 'r5.txt': REPORT });
  });
  afterAll(() => reviewed.close());
  const printed = (raw: string): Observation =>
    reviewed.observations.find((observation) => observation.raw === raw)!;

  it('browses the records of a report and puts any value right, its original beside it', async () => {
    const { page } = await openUrl(reviewed.at('#/documents'));
    await page.locator('.list-row').first().click();
    await page.locator('#search').fill('来館者');
    await expect.poll(() => page.locator('.list-row .name').allTextContents()).toEqual(['図書館の来館者数']);
    await page.locator('.list-row').click();
    const row = page.locator(`tr[data-observation="${printed('10,900人').id}"]`);
    await row.getByLabel('原本で見る: 10,900人').click();
    await expect.poll(() => page.locator('.text-line .mark.suspect').textContent()).toBe('10,900人');
    await row.getByLabel('値 10,900人 を直す').click();
    await page.keyboard.type('11,900人');
    await expect.poll(() => page.locator('.reread .after').textContent()).toBe('11,900 人');
    await page.keyboard.press('Enter');
    await expect.poll(() => row.locator('.read').textContent()).toBe('11,900 人');
    expect(await row.locator('.was del').textContent()).toBe('10,900人');
    await page.reload();
    await expect.poll(() => row.locator('.was del').textContent()).toBe('10,900人');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  it('shows what an unknown header would change before it is taken', async () => {
    const after = { ...printed('70回'), id: 'new', measure: 'target' as const };
    const preview: WordPreview = {
      ...{ taken: false, added: 0, removed: 0, changed: [] },
      meanings: [{ key: 'target', ja: '目標値', en: 'target' }],
    };
    const { page } = await openUrl('about:blank');
    await page.route('**/api/documents', async (route) => {
      const [row] = (await (await route.fetch()).json()) as object[];
      const unknownHeaders = [{ text: 'めざす姿の値', page: 1, line: 3, cells: 2 }];
      await route.fulfill({ json: [{ ...row, unknownHeaders }] });
    });
    const sent: unknown[] = [];
    await page.route('**/api/words/preview', async (route) => {
      const { meaning } = route.request().postDataJSON() as { meaning: string };
      const changed = [{ before: null, after: { ...printed('51回'), ...after } }];
      await route.fulfill({ json: meaning === '' ? preview : { ...preview, added: 2, changed } });
    });
    await page.route('**/api/words', async (route) => {
      sent.push(route.request().postDataJSON());
      await route.fulfill({ json: { ...preview, taken: true } });
    });
    await page.goto(reviewed.at(`#/documents/${printed('51回').documentId}`));
    await page.getByText('意味を教える').click();
    await page.getByLabel('意味', { exact: true }).selectOption('target');
    await page.getByText('変わる内容を見る').click();
    await expect.poll(() => page.locator('.changes').textContent()).toContain('増える値 2');
    expect(sent).toEqual([]);
    await page.getByText('取り入れる', { exact: true }).click();
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]).toEqual({
      documentId: printed('51回').documentId,
      header: 'めざす姿の値',
      meaning: 'target',
    });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  it('asks for a cell without telling what was read, and tells the rate with its interval', async () => {
    const { documentId, id, provenance } = printed('47回');
    const place = {
      ...{
        documentId,
        documentTitle: '報告書',
        source: 'text' as const,
        observationId: id,
        page: 1,
        box: null,
      },
      ...{ line: provenance.line, columns: [8, 11] as [number, number], headers: [] },
    };
    const before: SampleView = {
      ...{ seed: 7, size: 2, done: 1, result: null, disagreements: [] },
      next: { index: 1, place, unit: '回' },
    };
    const after: SampleView = {
      ...{ seed: 7, size: 2, done: 2, next: null },
      result: { keyed: 2, wrong: 1, rate: 0.5, low: 0.095, high: 0.905 },
      disagreements: [{ index: 1, place, keyed: '74回', raw: '47回' }],
    };
    const { page } = await openUrl('about:blank');
    await page.route('**/api/run', async (route) => {
      const run = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...run, hasSample: true } });
    });
    let keyed: unknown = null;
    await page.route('**/api/sample', async (route) => {
      const isAnswer = route.request().method() === 'POST';
      if (isAnswer) keyed = route.request().postDataJSON();
      await route.fulfill({ json: isAnswer ? after : before });
    });
    await page.goto(reviewed.at('#/sample'));
    await page.locator('input[name=keyed]').waitFor();
    expect(await page.locator('.finding-pane').textContent()).not.toContain('47');
    await page.keyboard.type('74回');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.sample-result').textContent()).toContain('9.5% – 90.5%');
    expect(keyed).toEqual({ index: 1, keyed: '74回', by: null });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  it('shows a run as a whole', async () => {
    const overview: Overview = {
      ...{ reports: 1, records: 2, observations: 10, shareChecked: 0.8, open: 3 },
      findings: { error: 1, warning: 2, info: 0 },
      byRule: [{ rule: 'scale-outlier', error: 1, warning: 2, info: 0 }],
      byArea: [{ area: '人吉市', reports: 1, observations: 10, findings: 3, open: 3 }],
      targets: { compared: 4, met: 3 },
      departments: [{ name: '生涯学習課', open: 3, findings: 3 }],
    };
    const { page } = await openUrl('about:blank');
    await page.route('**/api/overview', (route) => route.fulfill({ json: overview }));
    await page.goto(reviewed.at('#/overview'));
    await expect.poll(() => page.locator('.figures').textContent()).toContain('75%');
    expect(await page.locator('.overview-table').allTextContents()).toEqual([
      expect.stringContaining('scale-outlier'),
      expect.stringContaining('人吉市'),
      expect.stringContaining('生涯学習課'),
    ]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
});
