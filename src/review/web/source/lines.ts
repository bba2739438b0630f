import type { TextLine } from '../../api.ts';
import { ask } from '../ask.ts';
import { showRefusal } from '../state/notice.ts';
import { createStore } from '../state/store.ts';

/** Lines fetched at a time. */
const CHUNK = 200;

/** Lines of text reports as far as they were fetched, by document and chunk. */
export const lines = createStore<{ readonly chunks: ReadonlyMap<string, readonly TextLine[]> }>({
  chunks: new Map(),
});

const underWay = new Set<string>();

const chunkOf = (line: number): number => Math.floor((line - 1) / CHUNK);
const keyOf = (documentId: string, chunk: number): string => `${documentId}/${chunk}`;

export function lineAt(
  chunks: ReadonlyMap<string, readonly TextLine[]>,
  documentId: string,
  line: number,
): TextLine | undefined {
  return chunks.get(keyOf(documentId, chunkOf(line)))?.[(line - 1) % CHUNK];
}

export function fetchLines(documentId: string, line: number): void {
  const chunk = chunkOf(Math.max(1, line));
  const key = keyOf(documentId, chunk);
  if (underWay.has(key) || lines.get().chunks.has(key)) return;
  underWay.add(key);
  const from = chunk * CHUNK + 1;
  ask<TextLine[]>(`documents/${encodeURIComponent(documentId)}/lines?from=${from}&to=${from + CHUNK - 1}`)
    .then((fetched) => lines.set({ chunks: new Map([...lines.get().chunks, [key, fetched]]) }))
    .catch(showRefusal)
    .finally(() => underWay.delete(key));
}
