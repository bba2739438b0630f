import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../model/index.ts';
import { drawPath } from './draw-path.ts';
import { closeRun, drawText } from './draw-text.ts';
import { type Drawing, emptyDrawing, type Font, type Glyph, openingState } from './drawing.ts';
import { boxThrough, IDENTITY, intersection, type Matrix, multiply } from './matrix.ts';

/** What pdf.js's getOperatorList gives. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A state nested deeper than this is a mistake of the file or an attack. */
const DEEPEST = 500;

/**
 * Follows a page's operators and gathers what they draw, in page coordinates: one pass gives characters with their places,
 * clipping, visibility and marked content, where pdf.js's own text extraction would be a second pass without them.
 *
 * @param view from the page's coordinates to points from its top left corner
 */
export function followOperators(
  { fnArray, argsArray }: OperatorList,
  view: Matrix,
  page: Box,
  fontNamed: (name: string) => Font | null,
): Drawing {
  const drawing = emptyDrawing();
  let state = openingState(view, page);
  const stack: (typeof state)[] = [];
  const marks: (number | null)[] = [];
  let mark: number | null = null;
  let isClipping = false;
  const push = (): void => {
    if (stack.length < DEEPEST) stack.push({ ...state });
  };
  const pop = (): void => {
    state = stack.pop() ?? state;
  };
  const narrow = (box: Box): void => {
    state.clip = intersection(state.clip, boxThrough(state.matrix, box));
  };
  for (let at = 0; at < fnArray.length; at += 1) {
    const args = argsArray[at] as readonly unknown[];
    switch (fnArray[at]) {
      case OPS.showText:
        drawText(args[0] as readonly (Glyph | number)[], state, drawing, mark);
        break;
      case OPS.constructPath: {
        const [paint, [buffer], extent] = args as [number, [Float32Array | null], Float32Array | null];
        if (isClipping && extent !== null) narrow(extent as unknown as Box);
        isClipping = false;
        if (buffer !== null && paint !== OPS.endPath) drawPath(paint, buffer, state, drawing);
        break;
      }
      case OPS.clip:
      case OPS.eoClip:
        isClipping = true;
        break;
      case OPS.save:
        push();
        break;
      case OPS.restore:
        pop();
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix);
        break;
      case OPS.beginText:
        state.textMatrix = IDENTITY;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OPS.setTextMatrix:
        state.textMatrix = args[0] as Matrix;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OPS.moveText:
        state.x = state.lineX += args[0] as number;
        state.y = state.lineY += args[1] as number;
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1] as number;
        state.x = state.lineX += args[0] as number;
        state.y = state.lineY += args[1] as number;
        break;
      case OPS.nextLine:
        state.x = state.lineX;
        state.y = state.lineY += state.leading;
        break;
      case OPS.setLeading:
        state.leading = -(args[0] as number);
        break;
      case OPS.setFont:
        state.font = fontNamed(args[0] as string);
        state.fontSize = args[1] as number;
        break;
      case OPS.setCharSpacing:
        state.characterSpacing = args[0] as number;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0] as number;
        break;
      case OPS.setHScale:
        state.horizontalScale = (args[0] as number) / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0] as number;
        break;
      case OPS.setTextRenderingMode:
        state.renderMode = args[0] as number;
        break;
      case OPS.setFillRGBColor:
        state.fill = args[0] as string;
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = args[0] as string;
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as readonly [string, unknown][]) {
          if (key === 'ca') state.fillAlpha = value as number;
          else if (key === 'Font') [state.font, state.fontSize] = fontOf(value, fontNamed);
        }
        break;
      case OPS.paintFormXObjectBegin: {
        push();
        const [matrix, box] = args as [Matrix | null, Box | null];
        if (matrix !== null) state.matrix = multiply(state.matrix, matrix);
        if (box !== null) narrow(box);
        break;
      }
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        pop();
        break;
      case OPS.beginAnnotation: {
        push();
        const [, , transform, matrix] = args as [string, Box, Matrix, Matrix];
        state = { ...openingState(multiply(multiply(view, transform), matrix), page) };
        break;
      }
      case OPS.beginMarkedContent:
        marks.push(mark);
        break;
      case OPS.beginMarkedContentProps:
        marks.push(mark);
        if (typeof args[1] === 'number') mark = args[1];
        break;
      case OPS.endMarkedContent:
        mark = marks.pop() ?? null;
        break;
    }
  }
  closeRun(drawing);
  return drawing;
}

function fontOf(value: unknown, fontNamed: (name: string) => Font | null): [Font | null, number] {
  const [name, size] = value as [string, number];
  return [fontNamed(name), size];
}
