import type { Box, DrawnPage, GlyphRun } from '../../../src/model/index.ts';

export const run = (text: string, box: Box): GlyphRun => ({
  text,
  box,
  edges: Array.from(text, (_, at) => box[0] + ((box[2] - box[0]) * at) / text.length).concat(box[2]),
  isVertical: false,
  size: box[3] - box[1],
  confidence: 0.9,
  mark: null,
});

/** A scanned page, 200 points wide and 100 high. */
export const scannedPage = (runs: GlyphRun[], more: Partial<DrawnPage> = {}): DrawnPage => ({
  number: 1,
  source: 'ocr',
  width: 200,
  height: 100,
  runs,
  rules: [],
  shades: [],
  strikes: [],
  tables: [],
  leftOut: { invisible: 0, clipped: 0 },
  ...more,
});
