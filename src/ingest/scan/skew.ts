import type { Grey, Ink } from './bitmap.ts';

/** Pages lie at most this askew on the glass. */
const MOST_DEGREES = 3;
/** Steps of the search: coarse over all angles, then fine round the best. */
const STEPS = [0.2, 0.04, 0.01];
/** Ink points looked at; more tell nothing new. */
const MOST_POINTS = 150_000;
/** A page with less ink than this has no lines to be askew. */
const LEAST_POINTS = 200;
const RADIANS = Math.PI / 180;

/**
 * By how many degrees the lines of a page fall towards the right (negative: rise): the angle at which ruling lines and lines
 * of text gather most sharply in rows.
 */
export function skewOf(ink: Ink): number {
  const points = pointsOf(ink);
  if (points.xs.length < LEAST_POINTS) return 0;
  let best = 0;
  let reach = MOST_DEGREES;
  for (const step of STEPS) {
    let most = -1;
    const middle = best;
    const steps = Math.round(reach / step);
    for (let at = -steps; at <= steps; at += 1) {
      const degrees = middle + at * step;
      const sharpness = sharpnessAt(points, degrees, ink);
      if (sharpness > most) [most, best] = [sharpness, degrees];
    }
    reach = step * 2;
  }
  return Math.abs(best) < STEPS.at(-1)! ? 0 : best;
}

interface Points {
  readonly xs: Uint16Array | Uint32Array;
  readonly ys: Uint16Array | Uint32Array;
}

function pointsOf({ width, height, data }: Ink): Points {
  let count = 0;
  for (const pixel of data) count += pixel;
  const every = Math.max(1, Math.ceil(count / MOST_POINTS));
  const xs = new Uint32Array(Math.ceil(count / every));
  const ys = new Uint32Array(xs.length);
  let seen = 0;
  let kept = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (data[y * width + x] === 0) continue;
      if (seen % every === 0) {
        xs[kept] = x;
        ys[kept] = y;
        kept += 1;
      }
      seen += 1;
    }
  return { xs: xs.subarray(0, kept), ys: ys.subarray(0, kept) };
}

/** The sum of the squares of ink by row, rows laid at an angle: high where lines fall into few rows. */
function sharpnessAt({ xs, ys }: Points, degrees: number, { width, height }: Ink): number {
  const slope = Math.tan(degrees * RADIANS);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float64Array(height + 2 * margin);
  for (let at = 0; at < xs.length; at += 1) {
    const row = ys[at]! - slope * xs[at]! + margin;
    const above = Math.floor(row);
    const share = row - above;
    rows[above]! += 1 - share;
    rows[above + 1]! += share;
  }
  let sum = 0;
  for (const row of rows) sum += row * row;
  return sum;
}

/** A pixel in so many parts: rows of 100,000 pixels fit in 32 bits, and the steps of an A3 page add up to a third of a pixel. */
const PART_BITS = 14;
const PARTS = 2 ** PART_BITS;
const HALF = (PARTS * PARTS) / 2;

/** Turns a page back by its skew round its middle; what comes in from outside is paper. */
export function straightened({ width, height, data }: Grey, degrees: number, paper: number): Grey {
  if (degrees === 0) return { width, height, data };
  const [sine, cosine] = [Math.sin(degrees * RADIANS), Math.cos(degrees * RADIANS)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const turned = new Uint8Array(width * height).fill(paper);
  // along a row the place it comes from moves by the same step, in parts of a pixel
  const stepX = Math.round(cosine * PARTS);
  const stepY = Math.round(sine * PARTS);
  const [lastX, lastY] = [(width - 1) * PARTS, (height - 1) * PARTS];
  for (let y = 0; y < height; y += 1) {
    let fromX = Math.round((-cosine * middleX - sine * (y - middleY) + middleX) * PARTS);
    let fromY = Math.round((-sine * middleX + cosine * (y - middleY) + middleY) * PARTS);
    const end = (y + 1) * width;
    for (let to = y * width; to < end; to += 1, fromX += stepX, fromY += stepY) {
      if (fromX < 0 || fromY < 0 || fromX >= lastX || fromY >= lastY) continue;
      const at = (fromY >> PART_BITS) * width + (fromX >> PART_BITS);
      const [right, down] = [fromX & (PARTS - 1), fromY & (PARTS - 1)];
      const upper = data[at]! * (PARTS - right) + data[at + 1]! * right;
      const lower = data[at + width]! * (PARTS - right) + data[at + width + 1]! * right;
      turned[to] = (upper * (PARTS - down) + lower * down + HALF) / (PARTS * PARTS);
    }
  }
  return { width, height, data: turned };
}
