import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Observation, RecordedVerdict } from '../../../src/model/index.ts';
import { inBrowser, type OpenPage } from './browser.ts';
import { linesOf, type Reviewed, reviewOf } from './reviewed.ts';

/** In fixtures/pdf/ruled.pdf stands 2,344,141m ³ where the other years have 1,500 to 2,600. */
const RULE = 'decimal-separator';

const chosen = (page: Page) => page.locator('.finding-option.is-chosen');
const message = (page: Page) => page.locator('.message');

inBrowser('deciding on findings', (openUrl) => {
  let reviewed: Reviewed;
  let page: Page;
  let opened: OpenPage;
  const verdicts = (): Promise<RecordedVerdict[]> =>
    linesOf<RecordedVerdict>(join(reviewed.folder, 'verdicts.jsonl')).catch(() => []);
  const idOf = (rule: string): string => reviewed.findings.find((finding) => finding.rule === rule)!.id;

  beforeAll(async () => {
    reviewed = await reviewOf(['fixtures/pdf/ruled.pdf']);
    opened = await openUrl(reviewed.at());
    page = opened.page;
  });
  afterAll(() => reviewed.close());

  it('starts in Japanese at the most suspicious finding, with all that are open beside it', async () => {
    await chosen(page).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await page.locator('.progress strong').textContent()).toBe(`残り ${reviewed.findings.length} 件`);
    expect(await chosen(page).getAttribute('aria-posinset')).toBe('1');
    const id = (await chosen(page).getAttribute('id'))!.replace('finding-', '');
    await expect.poll(() => page.url()).toContain(`#/findings/${id}`);
    const { message: told } = reviewed.findings.find((finding) => finding.id === id)!;
    await expect.poll(() => message(page).textContent()).toBe(told.ja);
  });

  it('goes on and back by keys', async () => {
    const first = await chosen(page).getAttribute('id');
    await page.keyboard.press('j');
    await expect.poll(() => chosen(page).getAttribute('aria-posinset')).toBe('2');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => chosen(page).getAttribute('id')).toBe(first);
  });

  it('narrows the queue by rule and by words, and says how many are left', async () => {
    await page.locator('[data-field=rule] summary').click();
    await page.locator(`[data-field=rule] input[value=${RULE}]`).check();
    const ofRule = reviewed.findings.filter(({ rule }) => rule === RULE);
    await expect.poll(() => page.locator('.progress strong').textContent()).toBe(`残り ${ofRule.length} 件`);
    expect((await page.locator('.finding-option .about').allTextContents()).sort()).toEqual(
      ofRule.map(({ message: told }) => told.ja).sort(),
    );
    await page.keyboard.press('Escape');
    await page.getByText('条件を解除').click();
    await page.keyboard.press('/');
    await page.keyboard.type('チャンネル登録者数');
    await expect
      .poll(() => page.locator('.finding-option .name').allTextContents())
      .toEqual(['チャンネル登録者数', 'チャンネル登録者数']);
    await page.locator('#search').fill('');
    await expect
      .poll(() => page.locator('.progress strong').textContent())
      .toBe(`残り ${reviewed.findings.length} 件`);
    await page.locator('#search').blur();
  });

  it('writes a verdict by one key, goes on to the next open finding, and takes it back', async () => {
    await page.goto(reviewed.at(`#/findings/${idOf(RULE)}`));
    await page.reload();
    await expect.poll(() => message(page).textContent()).toContain('2,344,141m');
    await chosen(page).waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => page.url()).not.toContain(idOf(RULE));
    await expect.poll(async () => (await verdicts()).map(({ verdict }) => verdict)).toEqual(['sourceError']);
    await expect
      .poll(() => page.locator('.progress strong').textContent())
      .toBe(`残り ${reviewed.findings.length - 1} 件`);
    const row = page.locator(`#finding-${idOf(RULE)}`);
    expect(await row.locator('.verdict').textContent()).toBe('報告書の誤り');
    await page.keyboard.press('u');
    await expect.poll(() => page.url()).toContain(idOf(RULE));
    await expect.poll(() => row.locator('.verdict').count()).toBe(0);
    expect((await verdicts()).at(-1)!.verdict).toBeNull();
  });

  it('shows what a typed value is read as, takes it by Enter, and keeps it over a reload and a new extraction', async () => {
    const id = idOf(RULE);
    const suspect = reviewed.findings.find((finding) => finding.id === id)!.observationIds[0]!;
    await page.keyboard.press('n');
    await page.keyboard.type('原本を確認');
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    await page.locator('input[name=value]').fill('2,344.141m³');
    await expect.poll(() => page.locator('.reread .after').textContent()).toBe('2,344.141 m³');
    expect(page.url()).toContain(id);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toContain(id);
    await expect.poll(async () => (await verdicts()).at(-1)!.value).toBe('2,344.141m³');
    expect((await verdicts()).at(-1)!.note).toBe('原本を確認');

    await reviewed.extract();
    await page.goto(reviewed.at(`#/findings/${id}`));
    await page.reload();
    await expect
      .poll(() => page.locator('.history li').first().textContent())
      .toContain('読み取りの誤り 2,344.141m³');
    const row = page.locator(`tr[data-observation="${suspect}"]`);
    expect(await row.locator('.read').textContent()).toBe('2,344.141 m³');
    const [corrected] = (await linesOf<Observation>(join(reviewed.folder, 'observations.jsonl'))).filter(
      (observation) => observation.id === suspect,
    );
    expect([corrected!.value, corrected!.original!.value]).toEqual([2344.141, 2344141]);
  });

  it('says in a line why the server refused, and the finding is open again', async () => {
    await page.route('**/api/verdicts', (route) =>
      route.fulfill({ status: 500, json: { error: { ja: '書き込めません', en: 'cannot be written' } } }),
    );
    const row = page.locator(`#finding-${idOf('delta-level')}`);
    await row.click();
    await expect.poll(() => message(page).textContent()).toContain('チャンネル登録者数');
    await page.keyboard.press('3');
    await expect.poll(() => page.locator('[role=alert]').textContent()).toContain('書き込めません');
    await expect.poll(() => row.locator('.verdict').count()).toBe(0);
    await page.unroute('**/api/verdicts');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[role=alert]').isVisible()).toBe(false);
  });

  it('shows what another reviewer decides on the same folder', async () => {
    const other = await openUrl(reviewed.at(`#/findings/${idOf('missing-department')}`));
    await expect.poll(() => message(other.page).textContent()).not.toBe('');
    await other.page.keyboard.press('4');
    await expect
      .poll(() => page.locator(`#finding-${idOf('missing-department')} .verdict`).textContent())
      .toBe('保留');
    await other.page.context().close();
  });

  it('keeps all keys for whoever types', async () => {
    const at = page.url();
    await page.locator('.reviewer input').fill('');
    await page.locator('.reviewer input').press('j');
    await page.locator('.reviewer input').press('3');
    expect(await page.locator('.reviewer input').inputValue()).toBe('j3');
    expect(page.url()).toBe(at);
    await page.locator('.reviewer input').blur();
  });

  it('speaks English by a key, remembers it, and lists its keys', async () => {
    await page.keyboard.press('l');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await expect.poll(() => page.locator('.decide-button.fine').textContent()).toBe('3 Fine');
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('dialog').isVisible()).toBe(true);
    expect(await page.locator('dialog').textContent()).toContain('undo the latest verdict');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').isVisible()).toBe(false);
  });

  it('complained of nothing but the refusal', () => {
    expect(opened.complaints.filter((text) => !text.includes('status of 500'))).toEqual([]);
  });
});
