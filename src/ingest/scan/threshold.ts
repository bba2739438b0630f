import type { Grey, Ink } from './bitmap.ts';

/** Ink is darker than this share of its surroundings: shaded grounds and shadows are not, faint lines are. */
const DARKER_THAN = 0.86;
/** And by so many shades, so that the grain of dark grounds is no ink. */
const LEAST_CONTRAST = 14;

/**
 * Tells ink from paper by the mean of the surroundings (Bradley and Roth 2007), so that shadows, coffee-coloured paper and
 * shaded header cells stay paper.
 *
 * @param radius of the surroundings in pixels; larger than strokes are thick
 * @param darkerThan the share of its surroundings that ink is darker than: less shows the cores of strokes alone
 */
export function inkOf({ width, height, data }: Grey, radius: number, darkerThan = DARKER_THAN): Ink {
  const ink = new Uint8Array(width * height);
  const columns = new Uint32Array(width);
  let rows = 0;
  const add = (y: number): void => {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) columns[x]! += data[at]!;
    rows += 1;
  };
  const drop = (y: number): void => {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) columns[x]! -= data[at]!;
    rows -= 1;
  };
  for (let y = 0; y < Math.min(radius, height); y += 1) add(y);
  for (let y = 0; y < height; y += 1) {
    if (y + radius < height) add(y + radius);
    if (y - radius - 1 >= 0) drop(y - radius - 1);
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x += 1) sum += columns[x]!;
    for (let x = 0; x < width; x += 1) {
      if (x + radius < width) sum += columns[x + radius]!;
      if (x - radius - 1 >= 0) sum -= columns[x - radius - 1]!;
      const across = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1;
      const mean = sum / (across * rows);
      const shade = data[y * width + x]!;
      if (shade < mean * darkerThan && mean - shade >= LEAST_CONTRAST) ink[y * width + x] = 1;
    }
  }
  return { width, height, data: ink };
}
