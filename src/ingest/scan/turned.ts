import type { Grey } from './bitmap.ts';

/** A picture turned clockwise by quarter turns. */
export function turned<Picture extends Grey>(picture: Picture, quarterTurns: number): Picture {
  const { width, height, data } = picture;
  if (quarterTurns === 0) return picture;
  const isSideways = quarterTurns % 2 === 1;
  const [across, down] = isSideways ? [height, width] : [width, height];
  const to = new Uint8Array(data.length);
  // where the first pixel goes, and how far apart neighbours in a row and in a column go
  const [first, alongRow, alongColumn] =
    quarterTurns === 1
      ? [across - 1, across, -1]
      : quarterTurns === 2
        ? [data.length - 1, -1, -across]
        : [(down - 1) * across, -across, 1];
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0, place = first + y * alongColumn; x < width; x += 1, at += 1, place += alongRow)
      to[place] = data[at]!;
  return { ...picture, width: across, height: down, data: to };
}
