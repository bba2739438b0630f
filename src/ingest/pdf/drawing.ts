import type { Box, DrawnPage, GlyphRun } from '../../model/index.ts';
import { IDENTITY, type Matrix } from './matrix.ts';

/** What is gathered from a page while its operators are followed. */
export type Drawing = Pick<DrawnPage, 'runs' | 'rules' | 'shades' | 'strikes'> & {
  /** text drawn invisibly, as over a scan */
  readonly hidden: GlyphRun[];
  invisible: number;
  clipped: number;
  /** characters whose font does not say what they are */
  unmapped: number;
  /** characters by the direction they are written in, in quarter turns clockwise from left to right */
  readonly directions: [number, number, number, number];
  /** the run being written */
  pen: OpenRun | null;
};

/** Quarter turns clockwise from left to right. */
export type Direction = 0 | 1 | 2 | 3;

/** A run while its glyphs come in; `edges` stand along the direction of writing, `across` is its baseline. */
export interface OpenRun {
  text: string;
  readonly edges: number[];
  readonly across: number;
  readonly size: number;
  readonly direction: Direction;
  readonly isDown: boolean;
  /** white type shows on a dark ground only */
  readonly isWhite: boolean;
  readonly isHidden: boolean;
  readonly mark: number | null;
}

export const emptyDrawing = (): Drawing => ({
  runs: [],
  rules: [],
  shades: [],
  strikes: [],
  hidden: [],
  invisible: 0,
  clipped: 0,
  unmapped: 0,
  directions: [0, 0, 0, 0],
  pen: null,
});

/** A glyph as pdf.js hands it over. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly [number, number, number] | null;
  readonly isSpace: boolean;
}

/** The part of pdf.js's font that places glyphs. */
export interface Font {
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: Matrix;
  readonly defaultVMetrics?: readonly [number, number, number];
}

/** Graphics and text state of PDF 32000-1, 8.4 and 9.3, as far as it says where and how visibly something is drawn. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  fill: string;
  stroke: string;
  fillAlpha: number;
  font: Font | null;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const openingState = (matrix: Matrix, clip: Box): GraphicsState => ({
  matrix,
  clip,
  fill: '#000000',
  stroke: '#000000',
  fillAlpha: 1,
  font: null,
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderMode: 0,
  textMatrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
});
