import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { closeReaders, ingest, type SkippedPage } from '../../../src/ingest/index.ts';
import { ruledCells } from '../../../src/layout/index.ts';
import { DocumentError, type DrawnSource } from '../../../src/model/index.ts';

const read = (bytes: Uint8Array, skipPages: readonly SkippedPage[] = []) =>
  ingest({ path: 'scan', bytes }, { findCells: ruledCells, skipPages });
const white = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false });

/** Hills in a haze, with the grain of a sensor. */
async function photograph(): Promise<Uint8Array> {
  const [width, height] = [900, 600];
  const pixels = Buffer.alloc(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const grain = (((at * 2_654_435_761) >>> 20) % 40) - 20;
    pixels[at] = 128 + 60 * Math.sin(x / 30) + 45 * Math.cos(y / 25 + x / 100) + grain;
  }
  return await sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg()
    .toBuffer();
}

async function errorOf(bytes: Uint8Array): Promise<DocumentError> {
  const error = await read(bytes).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DocumentError);
  return error as DocumentError;
}

afterAll(closeReaders);

describe('a picture without text is one clear line:', () => {
  it.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
    ['a single pixel', () => white(1, 1).png().toBuffer(), 'noText', /no text that can be read \(1 pages\)/],
    ['a blank page', () => white(600, 800).jpeg().toBuffer(), 'noText', /no text that can be read/],
    ['a photograph', photograph, 'noText', /no text that can be read/],
    [
      '20,000 × 20,000 pixels',
      () => white(20_000, 20_000).png({ compressionLevel: 1 }).toBuffer(),
      'tooLarge',
      /at most 140000000 pixels .* got 20000×20000/,
    ],
    [
      'a PNG that is cut short',
      async () => (await white(60, 60).png().toBuffer()).subarray(0, 40),
      'damaged',
      /cannot be opened as a picture/,
    ],
    [
      'a JPEG that ends in the middle',
      async () => {
        const whole = await sharp(FRAME).jpeg().toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
      'damaged',
      /cannot be opened as a picture/,
    ],
    [
      'its own first bytes',
      async () => Uint8Array.of(0xff, 0xd8, 0xff),
      'damaged',
      /cannot be opened as a picture/,
    ],
  ])('%s', async (_what, make, code, words) => {
    const { text, ...error } = await errorOf(await make());
    expect(error.code).toBe(code);
    expect(text.en).toMatch(words);
    expect(text.en).not.toContain('\n');
    expect(text.ja).toMatch(/[ぁ-ん]/u);
  });
});

/** A frame of two cells, of black ink, on A4 at 100 dpi, with a dash in each cell. */
const FRAME = Buffer.from(
  `<svg width="827" height="1169"><rect width="827" height="1169" fill="#fff"/>
   <path d="M100 100H700V200H100ZM400 100V200" fill="none" stroke="#000" stroke-width="2"/>
   <path d="M150 150H190M450 150H490" stroke="#000" stroke-width="2"/></svg>`,
);

async function twoPages(): Promise<Buffer> {
  const page = await sharp(FRAME).raw().toBuffer();
  const raw = { width: 827, height: 1169 * 2, channels: 4, pageHeight: 1169 } as const;
  return await sharp(Buffer.concat([page, page]), { raw })
    .tiff({ compression: 'deflate' })
    .toBuffer();
}

describe('a picture is read as a page', () => {
  it.each<[string, (picture: Sharp) => Sharp]>([
    ['of a PNG', (picture) => picture.png()],
    ['of a CMYK JPEG', (picture) => picture.toColourspace('cmyk').jpeg()],
    ['of a fax of one bit', (picture) => picture.greyscale().tiff({ compression: 'deflate', bitdepth: 1 })],
    ['of a PNG with transparency', (picture) => picture.unflatten().png()],
    ['of a PNG of 16 bits', (picture) => picture.toColourspace('rgb16').png()],
    [
      'of a JPEG that says it was held upright',
      (picture) => picture.rotate(270).jpeg().withMetadata({ density: 100, orientation: 6 }),
    ],
  ])('%s', async (_what, encode) => {
    const bytes = await encode(sharp(FRAME).withMetadata({ density: 100 })).toBuffer();
    const { pages } = (await read(bytes)) as DrawnSource;
    const [page] = pages;
    expect(page?.source).toBe('ocr');
    expect([page?.width, page?.height].map((points) => Math.round(points!))).toEqual([595, 842]);
    expect(page?.runs.map(({ text }) => text)).toEqual(['—', '—']);
    const sides = page!.rules.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((place) => Math.round(place)));
    // 100 pixels are 72 points
    expect(sides).toEqual(expect.arrayContaining([[71, 72, 505, 72]]));
    expect(ruledCells(page!.rules)).toHaveLength(2);
  });

  it('a page that cannot be decoded is told, the others are read', async () => {
    const bytes = await twoPages();
    // the first strip of the first page, after the head of eight bytes
    bytes.fill(0x77, 8, 60);
    const { pages, doubts } = (await read(bytes)) as DrawnSource;
    expect(pages.map(({ runs }) => runs.length)).toEqual([0, 2]);
    expect(doubts).toMatchObject([{ kind: 'failed', page: 1 }]);
  });

  it('a page that took too long is left out', async () => {
    const skipPages = [{ kind: 'tooSlow', page: 2, detail: '30' }] as const;
    const { pages, doubts } = (await read(await twoPages(), skipPages)) as DrawnSource;
    expect(pages.map(({ runs }) => runs.length)).toEqual([2, 0]);
    expect(doubts).toMatchObject([skipPages[0]]);
  });

  it('pages of a TIFF one after the other', async () => {
    const { pages, mediaType } = (await read(await twoPages())) as DrawnSource;
    expect(mediaType).toBe('image/tiff');
    expect(pages.map(({ number, runs }) => [number, runs.length])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});
