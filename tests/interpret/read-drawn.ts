import { type Interpretation, interpret } from '../../src/interpret/index.ts';
import type { DrawnPage, Observation } from '../../src/model/index.ts';
import { outlineOf } from '../../src/outline/index.ts';
import { createVocabulary } from '../../src/vocabulary/index.ts';
import { laidOut } from '../layout/drawn/draw-ruled.ts';

const vocabulary = createVocabulary();

export function drawnReading(...pages: readonly DrawnPage[]): Interpretation {
  const { text, blocks } = laidOut(...pages);
  const pageSources = pages.map(() => 'pdf' as const);
  const outline = outlineOf(blocks, vocabulary);
  return interpret({ documentId: 'd', refArea: null, text, pageSources, outline }, vocabulary);
}

/** The values on drawn pages. */
export const readDrawn = (...pages: readonly DrawnPage[]): readonly Observation[] =>
  drawnReading(...pages).observations;
