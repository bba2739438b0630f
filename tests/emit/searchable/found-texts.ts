import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The texts that a viewer finds on the first page of a PDF, with where each begins on the page as displayed. */
export async function foundTexts(bytes: Uint8Array): Promise<[text: string, x: number, y: number][]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    verbosity: 0,
  });
  try {
    const page = await (await task.promise).getPage(1);
    const [a, b, c, d, e, f] = page.getViewport({ scale: 1 }).transform as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const { items } = await page.getTextContent();
    return items.flatMap((item): [string, number, number][] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [x, y] = item.transform.slice(4) as [number, number];
      return [[item.str, Math.round(a * x + c * y + e), Math.round(b * x + d * y + f)]];
    });
  } finally {
    await task.destroy();
  }
}
