import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawPage } from '../../src/run/page-picture.ts';
import { SMALL_TABLE, smallPdf, write } from './small-pdf.ts';
import { tempFolder } from './temp-folder.ts';

const pages = [
  { content: write('Nothing but prose.', 20, 50) },
  { content: SMALL_TABLE },
  { content: SMALL_TABLE, rotate: 90 },
];

async function drawn(page: number, scale: number) {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'small.pdf'), smallPdf(pages));
  const seen = await drawPage({ path: 'small.pdf', page, out: 'p.png', scale, language: 'en', cwd });
  const image = await loadImage(await readFile(join(cwd, 'p.png')));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const colorAt = (x: number, y: number): number[] =>
    [...context.getImageData(x * scale, y * scale, 1, 1).data].slice(0, 3);
  return { seen, image, colorAt };
}

const near = (color: readonly number[], wanted: readonly number[]): boolean =>
  color.every((part, i) => Math.abs(part - wanted[i]!) <= 2);

describe('the picture of a page', () => {
  it('colours header and data cells, rules and the rest of the page', async () => {
    const { colorAt } = await drawn(2, 2);
    expect(colorAt(10, 10)).toEqual([255, 255, 255]);
    // amber rgb(255 179 0) at 32 % on white; green rgb(67 160 71) at 16 %
    expect(colorAt(70, 30)).toSatisfy((color: number[]) => near(color, [255, 231, 173]));
    expect(colorAt(70, 50)).toSatisfy((color: number[]) => near(color, [225, 240, 226]));
    expect(colorAt(60, 40)).toSatisfy(([red, , blue]: number[]) => red! < 100 && blue! > 150);
  });

  it('is as wide as the page, and the legend stands below it', async () => {
    const { image, seen } = await drawn(2, 3);
    expect(image.width).toBe(600);
    expect(image.height).toBeGreaterThan(300);
    expect(seen).toMatchObject({ number: 2, pages: 3, tables: 1, width: 200, height: 100 });
    expect(seen.cells.map(({ role }) => role)).toEqual(['header', 'header', 'data', 'data']);
    expect(seen.values.map(({ raw }) => raw)).toEqual(['120']);
    expect(seen.values[0]!.provenance.box).toEqual([100, 40, 180, 60]);
  });

  it('of a turned page is turned as it is read', async () => {
    const { image, seen, colorAt } = await drawn(3, 2);
    expect(image.width).toBe(400);
    expect(seen).toMatchObject({ width: 200, height: 100 });
    expect(colorAt(70, 30)).toSatisfy((color: number[]) => near(color, [255, 231, 173]));
  });

  it('of prose has no cells', async () => {
    const { seen } = await drawn(1, 1);
    expect(seen).toMatchObject({ tables: 0, cells: [], values: [], rules: [] });
  });
});
