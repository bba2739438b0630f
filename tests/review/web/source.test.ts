import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Finding, Observation } from '../../../src/model/index.ts';
import { inBrowser } from './browser.ts';
import { extentOf, pixelsOf } from './pixels.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

/** --suspect of colours.css */
const SUSPECT = [214, 0, 108] as const;
/** A stroke of 3 CSS pixels stands half outside its box; one more for smoothing. */
const STROKE = 2.5;

const sheet = (page: Page) => page.locator('.sheet').first();

async function shown(page: Page): Promise<void> {
  await page.locator('.picture[data-ready=yes]').first().waitFor();
}

inBrowser('the source beside a finding', (openUrl) => {
  let reviewed: Reviewed;
  let page: Page;
  const findingOf = (rule: string, documentId: string): Finding =>
    reviewed.findings.find((finding) => finding.rule === rule && finding.documentIds[0] === documentId)!;
  const suspectOf = ({ observationIds }: Finding): Observation =>
    reviewed.observations.find(({ id }) => id === observationIds[0])!;

  beforeAll(async () => {
    reviewed = await reviewOf([
      'fixtures/pdf/ruled.pdf',
      'fixtures/pdf/rotated.pdf',
      'fixtures/wide-progress/report.txt',
    ]);
    page = (await openUrl(reviewed.at(), { viewport: { width: 2400, height: 1400 } })).page;
    await page.locator('.message').waitFor();
  });
  afterAll(() => reviewed.close());

  /** Where the suspect's colour stands on the sheet, in points of the page. */
  async function boxOnScreen(): Promise<number[]> {
    const scale = await scaleOnScreen();
    const extent = extentOf(await pixelsOf(sheet(page)), SUSPECT);
    return extent === null ? [] : extent.map((pixel) => pixel / scale);
  }

  async function scaleOnScreen(): Promise<number> {
    const [width, points] = await sheet(page)
      .locator('.boxes')
      .evaluate((svg) => [svg.getBoundingClientRect().width, (svg as SVGSVGElement).viewBox.baseVal.width]);
    return width! / points!;
  }

  async function expectBoxAt(finding: Finding): Promise<void> {
    await page.goto(reviewed.at(`#/findings/${finding.id}`));
    await page.reload();
    await shown(page);
    const { box } = suspectOf(finding).provenance;
    await expect.poll(async () => (await boxOnScreen()).length).toBe(4);
    const found = await boxOnScreen();
    const tolerance = STROKE / (await scaleOnScreen()) + 0.5;
    found.forEach((edge, index) => {
      expect(Math.abs(edge - box![index]!), `${found} against ${box}`).toBeLessThanOrEqual(tolerance);
    });
  }

  it('boxes the suspect cell, and nothing else in its colour', async () => {
    await expectBoxAt(findingOf('decimal-separator', 'ruled'));
  });

  it('boxes the right cell of a page that was turned before it was read', async () => {
    await expectBoxAt(findingOf('missing-value', 'rotated'));
  });

  it('boxes the cells it is compared with and the headers in other colours', async () => {
    const finding = findingOf('decimal-separator', 'ruled');
    await page.goto(reviewed.at(`#/findings/${finding.id}`));
    await page.reload();
    await shown(page);
    await expect
      .poll(() => page.locator('.boxes rect.compared').count())
      .toBe(finding.observationIds.length - 1);
    await expect.poll(() => page.locator('.boxes rect.header').count()).toBeGreaterThan(0);
    const header = (await page.locator('.boxes rect.header').first().boundingBox())!;
    const suspect = (await page.locator('.boxes rect.suspect').boundingBox())!;
    expect(header.y + header.height).toBeLessThan(suspect.y + suspect.height);
  });

  it('keeps the box on its cell through zoom and a quarter turn', async () => {
    const before = (await page.locator('.boxes rect.suspect').boundingBox())!;
    await page.keyboard.press('+');
    await expect
      .poll(async () => (await page.locator('.boxes rect.suspect').boundingBox())!.width / before.width)
      .toBeCloseTo(1.25, 1);
    await page.keyboard.press('r');
    await expect
      .poll(async () => {
        const turned = (await page.locator('.boxes rect.suspect').boundingBox())!;
        return turned.height / before.width;
      })
      .toBeCloseTo(1.25, 1);
    for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('r');
    await page.keyboard.press('w');
  });

  it('turns pages, and comes back to the suspect', async () => {
    await page.keyboard.press(']');
    await expect.poll(() => page.locator('.page-number').textContent()).toContain('2 / 3');
    await expect.poll(() => page.locator('.boxes rect.suspect').count()).toBe(0);
    await page.getByLabel('指摘の位置へ').click();
    await expect.poll(() => page.locator('.boxes rect.suspect').count()).toBe(1);
  });

  it('opens the row of any other value that is clicked', async () => {
    const other = reviewed.observations.find(
      ({ documentId, raw, provenance }) =>
        documentId === 'ruled' && raw === '319人/年' && provenance.page === 1,
    )!;
    const [x0, y0, x1, y1] = other.provenance.box!;
    const scale = await scaleOnScreen();
    await sheet(page)
      .locator('.boxes')
      .click({ position: { x: ((x0 + x1) / 2) * scale, y: ((y0 + y1) / 2) * scale } });
    await expect.poll(() => page.url()).toContain(`#/documents/ruled/${other.recordId}`);
    await expect.poll(() => page.locator('.row-panel h3').textContent()).toContain(other.indicator);
  });

  it('shows a text report with its line numbers and the cell boxed in its line', async () => {
    const finding = findingOf('decimal-separator', 'wide-progress');
    await page.goto(reviewed.at(`#/findings/${finding.id}`));
    await page.reload();
    const line = page.locator('.text-line.has-suspect');
    await expect.poll(() => line.locator('.mark.suspect').textContent()).toBe('2,344,141m ³');
    expect(await line.locator('.line-number').textContent()).toBe(String(finding.line));
    await expect.poll(() => line.locator('.mark.suspect').isVisible()).toBe(true);
    expect((await page.locator('.text-line').count()) < 100).toBe(true);
  });

  it('wraps long lines so that a whole row of a text is in sight, and lays them flat by a key', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const lines = page.locator('.text-line');
    const ends = async (): Promise<number> => {
      const [pane, suspect] = await Promise.all([
        page.locator('.text-pane').boundingBox(),
        page.locator('.line-text .mark.suspect').boundingBox(),
      ]);
      return suspect!.x + suspect!.width - (pane!.x + pane!.width);
    };
    const label = page.locator('.text-line.has-suspect .mark').first();
    await expect.poll(ends).toBeLessThan(0);
    await expect.poll(() => label.isVisible()).toBe(true);
    const overlaps = (await lines.evaluateAll(
      (all) =>
        all.filter(
          (line) =>
            line.querySelector('.line-text')!.getBoundingClientRect().height >
            line.getBoundingClientRect().height + 1,
        ).length,
    )) as number;
    expect(overlaps).toBe(0);
    const wrapped = (await page.locator('.text-line.has-suspect').boundingBox())!.height;
    await page.keyboard.press('w');
    await expect
      .poll(async () => (await page.locator('.text-line.has-suspect').boundingBox())!.height)
      .toBeLessThan(wrapped);
  });
});
