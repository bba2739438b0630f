import sharp from 'sharp';
import { imagePage } from './image-page.ts';
import { scaleFor } from './scale.ts';

const JPEG_QUALITY = 85;
/** Stands for a page that cannot be decoded: A4, in points. */
const BLANK = { width: 595, height: 842 };

/** The pages of a picture file one after the other, upright by what the file says, as JPEGs with their sizes in points. */
export async function* pagePhotos(bytes: Uint8Array, pages: number) {
  for (let number = 1; number <= pages; number += 1) {
    yield await photoOf(bytes, number).catch(async () => {
      const paper = { channels: 3, background: '#ffffff', ...BLANK } as const;
      return { jpeg: await sharp({ create: paper }).jpeg().toBuffer(), ...BLANK };
    });
  }
}

async function photoOf(bytes: Uint8Array, number: number) {
  const { width, height, at } = await imagePage(bytes, number);
  const picture = at(scaleFor(width, height)).toColourspace('srgb');
  return { jpeg: await picture.jpeg({ quality: JPEG_QUALITY }).toBuffer(), width, height };
}
