import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { afterAll, expect, it } from 'vitest';
import { closeReaders } from '../../../src/ingest/index.ts';
import { inBrowser } from './browser.ts';
import { extentOf, pixelsOf } from './pixels.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

const FONT = ['Noto Sans CJK JP', 'Noto Serif CJK JP', 'IPAGothic'].find((family) => GlobalFonts.has(family));
if (FONT === undefined) console.warn('NOT TESTED: a scan in the page; this machine has no Japanese type');

const ROWS = [
  ['指標名', '基準値', '目標値', 'R4実績', 'R5実績', '達成率'],
  ['相談件数', '120件', '1,350件', '1,104件', '1,242件', '92.0%'],
  ['講座の参加者数', '45人', '80人', '55人', '62人', '77.5%'],
];
const WIDTHS = [460, 300, 300, 300, 300, 300];
const [LEFT, TOP, ROW_HEIGHT] = [260, 220, 90];
const [WIDTH, HEIGHT] = [2480, 1000];
/** Without a resolution in the file its longer side is taken for that of A4. */
const POINTS_A_PIXEL = 842 / WIDTH;
/** --suspect of colours.css */
const SUSPECT = [214, 0, 108] as const;
/** A ruling line and the stroke of the box are as wide together, in points. */
const TOLERANCE = 4;

function picture(): Uint8Array {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const paper = canvas.getContext('2d');
  paper.fillStyle = '#ffffff';
  paper.fillRect(0, 0, WIDTH, HEIGHT);
  paper.fillStyle = paper.strokeStyle = '#222';
  paper.lineWidth = 3;
  paper.font = `52px "${FONT}"`;
  paper.fillText('進捗状況報告書（令和5年度）', LEFT, 140);
  paper.font = `40px "${FONT}"`;
  for (const [row, cells] of ROWS.entries()) {
    let x = LEFT;
    for (const [column, text] of cells.entries()) {
      paper.strokeRect(x, TOP + row * ROW_HEIGHT, WIDTHS[column]!, ROW_HEIGHT);
      paper.fillText(text, x + 24, TOP + row * ROW_HEIGHT + 60);
      x += WIDTHS[column]!;
    }
  }
  return canvas.toBuffer('image/png');
}

inBrowser('a scan', (openUrl) => {
  let reviewed: Reviewed | undefined;
  afterAll(async () => {
    await reviewed?.close();
    await closeReaders();
  });

  it.skipIf(FONT === undefined)(
    'shows the picture with the box on the cell that was drawn there',
    async () => {
      reviewed = await reviewOf([], { 'scan.png': picture() });
      const actual = reviewed.observations.find(({ raw }) => raw === '1,242件')!;
      const { page } = await openUrl(reviewed.at(`#/documents/scan/${actual.recordId}`), {
        viewport: { width: 2400, height: 1000 },
      });
      await page.locator(`tr[data-observation="${actual.id}"]`).getByRole('button').first().click();
      await page.locator('.picture[data-ready=yes]').waitFor();
      const sheet = page.locator('.sheet');
      const scale = (await sheet.boundingBox())!.width / 842;
      const x = LEFT + 460 + 3 * 300;
      const drawn = [x, TOP + ROW_HEIGHT, x + 300, TOP + 2 * ROW_HEIGHT].map(
        (pixel) => pixel * POINTS_A_PIXEL,
      );
      await expect
        .poll(async () =>
          extentOf(await pixelsOf(sheet), SUSPECT)?.map(
            (pixel, at) => Math.abs(pixel / scale - drawn[at]!) < TOLERANCE,
          ),
        )
        .toEqual([true, true, true, true]);
      await page.context().close();
    },
  );
});
