/** A picture in shades of grey, row by row: 0 black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Which pixels of a picture are ink: 1 ink, 0 paper. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A part of a picture in pixels; the right and lower sides are outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Rows as columns and columns as rows, so that what looks along rows can look along columns. */
export function transposed({ width, height, data }: Ink): Ink {
  const turned = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) turned[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: turned };
}

/** The smallest box around the ink inside a box; null where there is none. */
export function inkBounds({ width, data }: Ink, { left, top, right, bottom }: PixelBox): PixelBox | null {
  let [x0, y0, x1, y1] = [right, bottom, left, top];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (data[y * width + x] === 0) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      y1 = y + 1;
    }
  }
  return x0 < x1 ? { left: x0, top: y0, right: x1, bottom: y1 } : null;
}

/** A part of a picture as one of its own. */
export function cutOut(ink: Ink, { left, top, right, bottom }: PixelBox): Ink {
  const [width, height] = [right - left, bottom - top];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (y + top) * ink.width + left;
    data.set(ink.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}
