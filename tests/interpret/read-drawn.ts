import { interpret } from '../../src/interpret/index.ts';
import type { DrawnPage, Observation } from '../../src/model/index.ts';
import { outlineOf } from '../../src/outline/index.ts';
import { createVocabulary } from '../../src/vocabulary/index.ts';
import { laidOut } from '../layout/drawn/draw-ruled.ts';

const vocabulary = createVocabulary();

/** The values on drawn pages. */
export function readDrawn(...pages: readonly DrawnPage[]): readonly Observation[] {
  const { text, blocks } = laidOut(...pages);
  const pageSources = pages.map(() => 'pdf' as const);
  const outline = outlineOf(blocks, vocabulary);
  return interpret({ documentId: 'd', refArea: null, text, pageSources, outline }, vocabulary).observations;
}
