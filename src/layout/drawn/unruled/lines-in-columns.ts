import type { Box, Shade } from '../../../model/index.ts';
import type { Band } from './band.ts';
import type { Piece } from './piece.ts';
import { type Spans, spansUnder } from './spans.ts';

/** A line of a cell: what stands on one height in one column. */
export interface LineInColumn {
  readonly box: Box;
  readonly text: string;
  readonly ground: Shade | null;
}

/** Heights that overlap by this share of the lower are one line. */
const SAME_LINE = 0.5;

/** The lines of a band in each column, from top to bottom. */
export function linesInColumns(band: Band, columns: Spans): readonly (readonly LineInColumn[])[] {
  const lines: LineInColumn[][] = columns.map(() => []);
  for (const piece of band.pieces.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    const column = lines[spansUnder(columns, piece.span)?.first ?? -1];
    const last = column?.at(-1);
    if (last !== undefined && isSameLine(last.box, piece.box))
      column![column!.length - 1] = joined(last, piece);
    else column?.push(piece);
  }
  return lines;
}

function isSameLine(a: Box, b: Box): boolean {
  return Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > SAME_LINE * Math.min(a[3] - a[1], b[3] - b[1]);
}

const joined = (line: LineInColumn, { box, text }: Piece): LineInColumn => ({
  ...line,
  text: `${line.text} ${text}`,
  box: [
    Math.min(line.box[0], box[0]),
    Math.min(line.box[1], box[1]),
    Math.max(line.box[2], box[2]),
    Math.max(line.box[3], box[3]),
  ],
});

export const widthOf = ({ box }: { readonly box: Box }): number => box[2] - box[0];
