import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

/** Serious and critical faults on the page as it is, as axe-core finds them. */
async function gravestFaults(page: Page): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

inBrowser('the page for everybody', (openUrl) => {
  let reviewed: Reviewed;
  let finding: string;

  beforeAll(async () => {
    reviewed = await reviewOf(['fixtures/pdf/ruled.pdf', 'fixtures/wide-progress/report.txt']);
    finding = reviewed.findings.find(
      ({ rule, documentIds: [id] }) => rule === 'decimal-separator' && id === 'ruled',
    )!.id;
  });
  afterAll(() => reviewed.close());

  const states: readonly {
    readonly name: string;
    readonly hash: () => string;
    readonly keys?: readonly string[];
    readonly there: string;
  }[] = [
    { name: 'a finding in a PDF', hash: () => `#/findings/${finding}`, there: '.picture[data-ready=yes]' },
    { name: 'a finding in a text', hash: () => '', there: '.text-line.has-suspect' },
    { name: 'a value being typed', hash: () => `#/findings/${finding}`, keys: ['2'], there: '.entry input' },
    { name: 'the help', hash: () => `#/findings/${finding}`, keys: ['?'], there: 'dialog[open]' },
    { name: 'all reports', hash: () => '#/documents', there: '.list-row .name' },
    { name: 'a report', hash: () => '#/documents/ruled', there: '.list-row .name' },
  ];

  for (const { name, hash, keys = [], there } of states)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has no serious fault: ${name}, ${colorScheme}`, async () => {
        const { page } = await openUrl(reviewed.at(hash()), { colorScheme });
        await page
          .locator(keys.length > 0 ? '.message' : there)
          .first()
          .waitFor();
        for (const key of keys) await page.keyboard.press(key);
        await page.locator(there).first().waitFor();
        expect(await gravestFaults(page)).toEqual([]);
        await page.context().close();
      });

  it('says aloud which finding is shown', async () => {
    const { page } = await openUrl(reviewed.at(`#/findings/${finding}`));
    await expect.poll(() => page.locator('p[aria-live=polite]').textContent()).toContain('誤り: 素材生産量');
    const option = page.locator('[role=option][aria-selected=true]');
    const list = page.locator('[role=listbox]');
    await option.waitFor();
    await expect.poll(() => list.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await page.context().close();
  });

  it('can be used without a pointer: tab reaches every pane', async () => {
    const { page } = await openUrl(reviewed.at(`#/findings/${finding}`));
    await page.locator('.picture[data-ready=yes]').waitFor();
    const reached = new Set<string>();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      reached.add(String(await page.evaluate('document.activeElement?.closest("section")?.className ?? ""')));
    }
    expect([...reached]).toEqual(expect.arrayContaining(['queue-pane', 'page-pane', 'finding-pane']));
    await page.context().close();
  });
});
