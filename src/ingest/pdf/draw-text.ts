import type { GlyphRun } from '../../model/index.ts';
import { typedCharacters } from './characters.ts';
import type { Direction, Drawing, Font, Glyph, GraphicsState, OpenRun } from './drawing.ts';
import { type Matrix, multiply, xOf, yOf } from './matrix.ts';
import { WHITE } from './white.ts';

/** Where type stands about its baseline, in shares of its size: the same for all fonts, so that one line is one line. */
const ASCENT = 0.86;
const DESCENT = 0.14;
/** A leap wider than this many sizes begins another run. */
const LEAP_SIZES = 0.2;
/** A leap back further than this many sizes, too. */
const BACK_SIZES = 0.5;
/** Type on one line differs by less than this across it. */
const SAME_LINE_POINTS = 0.2;
const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** No character: private use, the replacement character, controls. */
const NO_CHARACTER = /^[\p{Co}\p{Cc}\uFFFD]*$/u;
const BLANK = /^[\s\u00A0\u3000]*$/u;

/** Follows one text-showing operator: glyphs and spacing in thousandths of the size (PDF 32000-1, 9.4.3 and 9.4.4). */
export function drawText(
  glyphs: readonly (Glyph | number)[],
  state: GraphicsState,
  drawing: Drawing,
  mark: number | null,
): void {
  const { font, fontSize } = state;
  if (font === null || fontSize === 0) return;
  const writing = new Writing(state, font, drawing, mark);
  const advance = fontSize * (font.fontMatrix?.[0] ?? 0.001);
  const isVertical = font.vertical === true;
  let at = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      at += ((isVertical ? 1 : -1) * glyph * fontSize) / 1000;
      continue;
    }
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const vmetric = glyph.vmetric ?? font.defaultVMetrics;
    const width = isVertical ? -(vmetric?.[0] ?? -1000) : glyph.width;
    const extent = width * Math.abs(advance) * Math.sign(fontSize);
    writing.put(glyph.unicode, at, at + extent);
    at += extent + (isVertical ? -spacing : spacing);
  }
  if (isVertical) state.y -= at;
  else state.x += at * state.horizontalScale;
}

/** Places the glyphs of one operator on the page; a run goes on over operators that continue it. */
class Writing {
  readonly #matrix: Matrix;
  readonly #state: GraphicsState;
  readonly #drawing: Drawing;
  readonly #mark: number | null;
  readonly #isDown: boolean;
  readonly #isVertical: boolean;
  readonly #size: number;
  readonly #isHidden: boolean;
  /** quarter turns clockwise from left-to-right */
  readonly #direction: Direction;

  constructor(state: GraphicsState, font: Font, drawing: Drawing, mark: number | null) {
    this.#state = state;
    this.#drawing = drawing;
    this.#mark = mark;
    this.#matrix = multiply(state.matrix, state.textMatrix);
    this.#isDown = font.vertical === true;
    this.#isHidden = state.renderMode === INVISIBLE || state.renderMode === CLIP_ONLY;
    const [a, b, c, d] = this.#matrix;
    // where the pen goes, in page coordinates, y downwards
    const dx = this.#isDown ? -c : a * Math.sign(state.horizontalScale);
    const dy = this.#isDown ? -d : b * Math.sign(state.horizontalScale);
    this.#direction = Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy >= 0 ? 1 : 3;
    this.#isVertical = this.#direction === 1 || this.#direction === 3;
    this.#size = Math.abs(state.fontSize) * Math.hypot(c, d);
    if (!this.#isDown) drawing.directions[this.#direction] += 1;
  }

  /** @param from where the glyph begins, in text space along the direction of writing */
  put(unicode: string, from: number, to: number): void {
    const { x, y, rise, horizontalScale } = this.#state;
    const x0 = this.#isDown ? x : x + from * horizontalScale;
    const y0 = this.#isDown ? y - from : y + rise;
    const x1 = this.#isDown ? x : x + to * horizontalScale;
    const y1 = this.#isDown ? y - to : y + rise;
    const px = xOf(this.#matrix, x0, y0);
    const py = yOf(this.#matrix, x0, y0);
    const qx = xOf(this.#matrix, x1, y1);
    const qy = yOf(this.#matrix, x1, y1);
    if (!this.#isOnPage((px + qx) / 2, (py + qy) / 2, unicode)) return;
    const text = typedCharacters(unicode);
    if (NO_CHARACTER.test(text)) {
      if (text !== '' && !this.#isHidden) this.#drawing.unmapped += 1;
      return;
    }
    const begin = this.#isVertical ? py : px;
    const end = this.#isVertical ? qy : qx;
    const run = this.#runAt(this.#isVertical ? px : py, begin);
    if (run === null && BLANK.test(text)) return;
    const edges = (run ?? this.#open(this.#isVertical ? px : py, begin)).edges;
    this.#drawing.pen!.text += text;
    edges[edges.length - 1] = begin;
    const points = text.length === 1 ? 1 : Array.from(text).length;
    for (let i = 1; i <= points; i += 1) edges.push(begin + ((end - begin) * i) / points);
  }

  /** The run being written, where a glyph here goes on with it. */
  #runAt(across: number, begin: number): OpenRun | null {
    const run = this.#drawing.pen;
    if (run === null) return null;
    const step = (begin - (run.edges.at(-1) ?? begin)) * (this.#direction >= 2 ? -1 : 1);
    const goesOn =
      run.size === this.#size &&
      run.mark === this.#mark &&
      run.direction === this.#direction &&
      run.isDown === this.#isDown &&
      run.isWhite === WHITE.test(this.#state.fill) &&
      run.isHidden === this.#isHidden &&
      Math.abs(run.across - across) < SAME_LINE_POINTS &&
      step <= LEAP_SIZES * this.#size &&
      step >= -BACK_SIZES * this.#size;
    return goesOn ? run : null;
  }

  #open(across: number, begin: number): OpenRun {
    closeRun(this.#drawing);
    const run: OpenRun = {
      text: '',
      edges: [begin],
      across,
      size: this.#size,
      direction: this.#direction,
      isDown: this.#isDown,
      isWhite: WHITE.test(this.#state.fill),
      isHidden: this.#isHidden,
      mark: this.#mark,
    };
    this.#drawing.pen = run;
    return run;
  }

  /** Whether a glyph stands on the page; counts it where it does not show. */
  #isOnPage(x: number, y: number, unicode: string): boolean {
    const { clip } = this.#state;
    const isOutside = x < clip[0] - 1 || x > clip[2] + 1 || y < clip[1] - 1 || y > clip[3] + this.#size;
    if (!isOutside && !this.#isHidden) return true;
    if (!BLANK.test(unicode)) {
      if (this.#isHidden) this.#drawing.invisible += 1;
      else this.#drawing.clipped += 1;
    }
    return !isOutside;
  }
}

/** Ends the run being written; blanks at its end are dropped. */
export function closeRun(drawing: Drawing): void {
  const run = drawing.pen;
  drawing.pen = null;
  if (run === null) return;
  const text = run.text.trimEnd();
  if (text === '') return;
  const points = text.length === run.text.length ? run.edges.length - 1 : Array.from(text).length;
  const drawn = placed(run, text, run.edges.slice(0, points + 1));
  if (run.isHidden) drawing.hidden.push(drawn);
  else if (run.isWhite && !hasGround(drawn, drawing)) drawing.invisible += points;
  else drawing.runs.push(drawn);
}

/** Whether something dark was filled where a run stands. */
function hasGround({ box: [x0, y0, x1, y1] }: GlyphRun, { shades }: Drawing): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return shades.some(({ box }) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]);
}

function placed({ across, size, direction, isDown, mark }: OpenRun, text: string, along: number[]): GlyphRun {
  // upside down or upwards: the text keeps its order, its places are those of the mirror
  const edges = direction >= 2 ? along.toReversed() : along;
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? first;
  const isVertical = direction === 1 || direction === 3;
  const up = isDown ? 0.5 : direction === 1 || direction === 2 ? DESCENT : ASCENT;
  const from = across - up * size;
  const to = across + (1 - up) * size;
  const box: GlyphRun['box'] = isVertical ? [from, first, to, last] : [first, from, last, to];
  return { text, box, edges, isVertical, size, confidence: 1, mark };
}
