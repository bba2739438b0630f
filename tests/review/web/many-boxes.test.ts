import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageCells } from '../../../src/review/api.ts';
import { inBrowser } from './browser.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

const COLUMNS = 20;
const ROWS = 35;
/** Moves of the pointer over the page, and what one may take on a busy machine. */
const MOVES = 100;
const MOST_MILLISECONDS_A_MOVE = 16;

/** Seven hundred cells, 30 × 12 points each, the last of which is a known record. */
const cells = (recordId: string): PageCells['cells'] =>
  Array.from({ length: COLUMNS * ROWS }, (_, at) => {
    const [x, y] = [20 + (at % COLUMNS) * 38, 20 + Math.floor(at / COLUMNS) * 15];
    return {
      ...{ observationId: `o${at}`, recordId: at === COLUMNS * ROWS - 1 ? recordId : 'nowhere' },
      ...{ box: [x, y, x + 30, y + 12] as [number, number, number, number], measure: 'actual', findings: [] },
    };
  });

inBrowser('a page of 700 boxes', (openUrl) => {
  let reviewed: Reviewed;
  beforeAll(async () => {
    reviewed = await reviewOf(['fixtures/pdf/ruled.pdf']);
  });
  afterAll(() => reviewed.close());

  it('draws them as one shape, follows the pointer, and finds the cell under it', async () => {
    const { recordId } = reviewed.observations[0]!;
    const { page } = await openUrl('about:blank');
    await page.route('**/pages/1/cells*', async (route) => {
      const facts = (await (await route.fetch()).json()) as PageCells;
      await route.fulfill({ json: { ...facts, cells: cells(recordId) } });
    });
    await page.goto(reviewed.at('#/documents/ruled'));
    await page.locator('.picture[data-ready=yes]').waitFor();
    const shape = (await page.locator('.boxes .cells').getAttribute('d'))!;
    expect(shape.split('Z').length - 1).toBe(COLUMNS * ROWS);
    expect(await page.locator('.boxes *').count()).toBeLessThan(10);

    await page.keyboard.press('w');
    const pane = (await page.locator('.page-pane').boundingBox())!;
    const taken = (await page.evaluate(`(() => {
      const boxes = document.querySelector('.boxes');
      const began = performance.now();
      for (let at = 0; at < ${MOVES}; at += 1)
        boxes.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: ${pane.x} + at * 4, clientY: ${pane.y} + at * 3 }));
      return performance.now() - began;
    })()`)) as number;
    expect(taken / MOVES).toBeLessThan(MOST_MILLISECONDS_A_MOVE);

    const svg = (await page.locator('.boxes').boundingBox())!;
    const scale = svg.width / Number((await page.locator('.boxes').getAttribute('viewBox'))!.split(' ')[2]);
    const [x0, y0, x1, y1] = cells(recordId).at(-1)!.box;
    await page
      .locator('.boxes')
      .click({ position: { x: ((x0 + x1) / 2) * scale, y: ((y0 + y1) / 2) * scale } });
    await expect.poll(() => page.url()).toContain(`#/documents/ruled/${recordId}`);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
});
