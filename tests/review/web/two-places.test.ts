import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

const report = (year: number, past: string): string =>
  [
    '人吉市総合計画 進捗状況報告書',
    `（令和${year}年度）`,
    '',
    '指標名\t基準値\t目標値\tR2実績\tR3実績\tR4実績\t担当課',
    `図書館の来館者数\t9,800人\t12,000人\t10,100人\t${past}\t10,900人\t生涯学習課`,
    '公民館の講座数\t40回\t60回\t44回\t47回\t51回\t生涯学習課',
  ].join('\n');

inBrowser('a finding of two places', (openUrl) => {
  let reviewed: Reviewed;
  beforeAll(async () => {
    reviewed = await reviewOf([], { 'r4.txt': report(4, '10,500人'), 'r5.txt': report(5, '10,700人') });
  });
  afterAll(() => reviewed.close());

  it('shows the other document beside the suspect, its cell boxed as what was compared', async () => {
    const finding = reviewed.findings.find(({ documentIds }) => documentIds.length === 2)!;
    const { page } = await openUrl(reviewed.at(`#/findings/${finding.id}`));
    const [first, second] = [page.locator('.place-pane').nth(0), page.locator('.place-pane').nth(1)];
    await second.waitFor();
    const suspect = reviewed.observations.find(({ id }) => id === finding.observationIds[0])!;
    const compared = reviewed.observations.find(({ id }) => id === finding.observationIds[1])!;
    expect(new Set([suspect.raw, compared.raw])).toEqual(new Set(['10,500人', '10,700人']));
    await expect.poll(() => first.locator('.mark.suspect').textContent()).toBe(suspect.raw);
    await expect.poll(() => second.locator('.mark.compared').textContent()).toBe(compared.raw);
    expect(await first.locator('.mark.compared').count()).toBe(0);
    await page.context().close();
  });
});
