import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, Rule } from '../../model/index.ts';
import type { Drawing, GraphicsState } from './drawing.ts';
import { xOf, yOf } from './matrix.ts';
import { WHITE } from './white.ts';

/** The codes of pdf.js's path buffers. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** A filled area thinner than this is a line: the heaviest border office programs offer is 3 points wide. */
const LINE_POINTS = 3.2;
/** A line may lean this much: rounding of a producer's coordinates. */
const LEAN_POINTS = 0.6;
/** Shorter than this, a slanted stroke is part of a drawing and strikes nothing through. */
const STRIKE_POINTS = 8;
/** A filled area less opaque than this, or as white as this, is no ground of a cell. */
const LEAST_ALPHA = 0.05;

const STROKING: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLING: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const CLOSING: ReadonlySet<number> = new Set([OPS.closeStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/**
 * Follows one painted path: strokes and thin filled boxes are ruling lines, larger filled boxes are shades, slanted strokes
 * strike through. Browsers draw rules as thin boxes, spreadsheets stroke them.
 *
 * @param buffer pdf.js's path: code, coordinates, code, coordinates, …
 */
export function drawPath(paint: number, buffer: Float32Array, state: GraphicsState, drawing: Drawing): void {
  const isStroked = STROKING.has(paint) && !WHITE.test(state.stroke);
  const isFilled = FILLING.has(paint) && state.fillAlpha > LEAST_ALPHA && !WHITE.test(state.fill);
  if (!isStroked && !isFilled) return;
  const path = new Subpath(state, drawing, isStroked, isFilled);
  const { matrix } = state;
  for (let at = 0; at < buffer.length; ) {
    const code = buffer[at];
    const x = buffer[at + 1] as number;
    const y = buffer[at + 2] as number;
    switch (code) {
      case MOVE:
        path.end(false);
        path.moveTo(xOf(matrix, x, y), yOf(matrix, x, y));
        at += 3;
        break;
      case LINE:
        path.lineTo(xOf(matrix, x, y), yOf(matrix, x, y));
        at += 3;
        break;
      case CURVE:
      case QUADRATIC: {
        const length = code === CURVE ? 7 : 5;
        const endX = buffer[at + length - 2] as number;
        const endY = buffer[at + length - 1] as number;
        path.curveTo(xOf(matrix, endX, endY), yOf(matrix, endX, endY));
        at += length;
        break;
      }
      default:
        path.close();
        at += 1;
    }
  }
  path.end(CLOSING.has(paint));
}

/** The lines of a path between two moves. */
class Subpath {
  readonly #state: GraphicsState;
  readonly #drawing: Drawing;
  readonly #isStroked: boolean;
  readonly #isFilled: boolean;
  #points: number[] = [];
  #hasCurve = false;

  constructor(state: GraphicsState, drawing: Drawing, isStroked: boolean, isFilled: boolean) {
    this.#state = state;
    this.#drawing = drawing;
    this.#isStroked = isStroked;
    this.#isFilled = isFilled;
  }

  moveTo(x: number, y: number): void {
    this.#points = [x, y];
    this.#hasCurve = false;
  }

  lineTo(x: number, y: number): void {
    this.#points.push(x, y);
  }

  curveTo(x: number, y: number): void {
    this.#hasCurve = true;
    this.#points.push(x, y);
  }

  close(): void {
    const [x, y] = this.#points;
    if (x !== undefined && y !== undefined) this.#points.push(x, y);
  }

  end(isClosed: boolean): void {
    if (isClosed) this.close();
    const points = this.#points;
    this.#points = [];
    if (points.length < 4 || this.#hasCurve) return;
    if (this.#isStroked) this.#stroke(points);
    if (this.#isFilled) this.#fill(points);
  }

  #stroke(points: readonly number[]): void {
    for (let at = 0; at + 3 < points.length; at += 2) {
      this.#line([points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!]);
    }
  }

  #line([ax, ay, bx, by]: Box): void {
    const width = Math.abs(bx - ax);
    const height = Math.abs(by - ay);
    if (height <= LEAN_POINTS && width > height) {
      this.#rule({ x0: Math.min(ax, bx), y0: (ay + by) / 2, x1: Math.max(ax, bx), y1: (ay + by) / 2 });
    } else if (width <= LEAN_POINTS && height > 0) {
      this.#rule({ x0: (ax + bx) / 2, y0: Math.min(ay, by), x1: (ax + bx) / 2, y1: Math.max(ay, by) });
    } else if (width > STRIKE_POINTS && height > STRIKE_POINTS) {
      this.#drawing.strikes.push({ x0: ax, y0: ay, x1: bx, y1: by });
    }
  }

  /** A filled area: by its bounding box, since borders are drawn as boxes or, mitred, as trapezoids. */
  #fill(points: readonly number[]): void {
    let [x0, y0] = points as [number, number];
    let x1 = x0;
    let y1 = y0;
    for (let at = 2; at < points.length; at += 2) {
      const x = points[at]!;
      const y = points[at + 1]!;
      if (x < x0) x0 = x;
      else if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      else if (y > y1) y1 = y;
    }
    const width = x1 - x0;
    const height = y1 - y0;
    if (Math.min(width, height) <= LINE_POINTS) {
      if (width >= height) this.#rule({ x0, y0: (y0 + y1) / 2, x1, y1: (y0 + y1) / 2 });
      else this.#rule({ x0: (x0 + x1) / 2, y0, x1: (x0 + x1) / 2, y1 });
    } else if (isBox(points, [x0, y0, x1, y1])) {
      const box = clipped([x0, y0, x1, y1], this.#state.clip);
      if (box !== null) this.#drawing.shades.push({ box, color: this.#state.fill });
    }
  }

  #rule({ x0, y0, x1, y1 }: Rule): void {
    const { clip } = this.#state;
    const rule = {
      x0: Math.max(x0, clip[0] - LINE_POINTS),
      y0: Math.max(y0, clip[1] - LINE_POINTS),
      x1: Math.min(x1, clip[2] + LINE_POINTS),
      y1: Math.min(y1, clip[3] + LINE_POINTS),
    };
    if (rule.x1 >= rule.x0 && rule.y1 >= rule.y0) this.#drawing.rules.push(rule);
  }
}

/** Whether every corner of a path is one of its bounding box. */
function isBox(points: readonly number[], [x0, y0, x1, y1]: Box): boolean {
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    const isCorner =
      Math.min(Math.abs(x - x0), Math.abs(x - x1)) <= LEAN_POINTS &&
      Math.min(Math.abs(y - y0), Math.abs(y - y1)) <= LEAN_POINTS;
    if (!isCorner) return false;
  }
  return true;
}

function clipped(box: Box, clip: Box): Box | null {
  const x0 = Math.max(box[0], clip[0]);
  const y0 = Math.max(box[1], clip[1]);
  const x1 = Math.min(box[2], clip[2]);
  const y1 = Math.min(box[3], clip[3]);
  return x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : null;
}
