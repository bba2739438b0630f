import sharp from 'sharp';

/** The longest side of a picture that is shown: an A3 sheet at some 240 dpi. */
const MOST_SHOWN_PIXELS = 4_000;
const MOST_PIXELS = 140_000_000;

/**
 * A page of an image file as PNG, upright by what the file says, as it was read. Throws sharp's error where the page cannot
 * be decoded.
 */
export async function pageImage(file: string, page: number): Promise<Uint8Array<ArrayBuffer>> {
  const png = await sharp(file, { page: page - 1, limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: MOST_SHOWN_PIXELS, height: MOST_SHOWN_PIXELS, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 3 })
    .toBuffer();
  return new Uint8Array(png);
}
