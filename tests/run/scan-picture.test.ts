import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, expect, it } from 'vitest';
import { closeReaders } from '../../src/ingest/index.ts';
import { drawPage } from '../../src/run/page-picture.ts';
import { STRIP, scannedSheet } from '../ingest/scan/scanned-sheet.ts';
import { tempFolder } from './temp-folder.ts';

afterAll(closeReaders);

it('a scan that lies upside down is drawn upright, with what was seen in its places', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'scan.png'), await (await scannedSheet()).rotate(180).png().toBuffer());
  const seen = await drawPage({ path: 'scan.png', page: 1, out: 'p.png', scale: 2, language: 'en', cwd });
  expect([seen.width, seen.height].map(Math.round)).toEqual([STRIP.width, STRIP.height]);

  // the cell of 190,075 is the last but one column's, in the second row below the head
  const value = seen.values.find(({ raw }) => raw === '190,075')!;
  const [x0, y0, x1, y1] = value.provenance.box!;
  const cells = seen.cells.filter(
    ({ box }) => box[0] < x1 && x0 < box[2] && box[1] < (y0 + y1) / 2 && (y0 + y1) / 2 < box[3],
  );
  expect(cells.map(({ role }) => role)).toEqual(['data']);
  expect(x0).toBeGreaterThan(STRIP.width * 0.75);

  const image = await loadImage(await readFile(join(cwd, 'p.png')));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const [left, top, right, bottom] = cells[0]!.box.map((place) => place * 2) as [
    number,
    number,
    number,
    number,
  ];
  const { data } = context.getImageData(left, top, right - left, bottom - top);
  // digits are black: ink stands in the right half of the cell, where figures are set
  const isInk = (at: number): boolean => data[at]! < 90 && data[at + 1]! < 90 && data[at + 2]! < 90;
  const width = Math.trunc(right - left);
  const columns = Array.from({ length: data.length / 4 }, (_, at) => at).filter((at) => isInk(at * 4));
  const inner = columns.map((at) => at % width).filter((x) => x > 6 && x < width - 6);
  expect(inner.length).toBeGreaterThan(50);
  expect(inner.filter((x) => x > width / 2).length).toBeGreaterThan(inner.length * 0.9);
});
