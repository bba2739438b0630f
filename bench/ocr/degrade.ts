import sharp from 'sharp';
import { seededRandom } from '../slips/random.ts';
import type { Setting } from './settings.ts';

/** A page as a scanner would have given it. */
export interface ScannedPage {
  readonly bytes: Buffer;
  readonly kind: 'png' | 'jpeg';
}

const WHITE: readonly [number, number, number] = [255, 255, 255];
/** The shadow at a binding fades over this share of the width. */
const BINDING = 0.12;

/** Prints a drawn page on some paper, lays it crookedly on a scanner, and keeps it as the scanner does. */
export async function degrade(png: Uint8Array, setting: Setting, seed: number): Promise<ScannedPage> {
  const { skew = 0, blur = 0, paper = WHITE, jpeg, fax } = setting;
  const { width, height } = await sharp(png).metadata();
  const background = { r: paper[0], g: paper[1], b: paper[2] };
  const turned = await sharp(png)
    .flatten({ background: '#ffffff' })
    .rotate(skew, { background: '#ffffff' })
    .toBuffer();
  const size = await sharp(turned).metadata();
  // turning makes the picture larger: its middle is what the scanner sees
  const seen = await sharp(turned)
    .extract({
      left: Math.floor((size.width - width) / 2),
      top: Math.floor((size.height - height) / 2),
      width,
      height,
    })
    .blur(blur > 0 ? blur : false)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  shade(seen, width, [background.r, background.g, background.b], setting, seed);
  const picture = sharp(seen, { raw: { width, height, channels: 3 } });
  if (fax !== undefined)
    return {
      kind: 'png',
      bytes: await picture.greyscale().threshold(fax).png({ palette: true, colours: 2 }).toBuffer(),
    };
  if (jpeg !== undefined) return { kind: 'jpeg', bytes: await picture.jpeg({ quality: jpeg }).toBuffer() };
  return { kind: 'png', bytes: await picture.png().toBuffer() };
}

/** Colours, darkens and roughens a picture in place. */
function shade(
  data: Buffer,
  width: number,
  paper: readonly number[],
  { noise = 0, shadow = 0 }: Setting,
  seed: number,
): void {
  const random = seededRandom(seed);
  for (let at = 0; at < data.length; at += 3) {
    const across = ((at / 3) % width) / width;
    const light = 1 - shadow * Math.exp(-across / BINDING);
    // the sum of three even draws is near enough to a normal one, of deviation 1/2
    const grain = noise === 0 ? 0 : (random() + random() + random() - 1.5) * 2 * noise;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = (data[at + channel]! * paper[channel]! * light) / 255 + grain;
      data[at + channel] = Math.max(0, Math.min(255, Math.round(value)));
    }
  }
}
