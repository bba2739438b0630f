import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { linesOf } from '../../emit/line-reader.ts';

export interface DrawnCell {
  readonly observationId: string;
  readonly documentId: string;
}

const UNFLAGGED = Buffer.from(',"findings":[],"original":');
/** A cell that is blank has nothing to key. */
const BLANK = Buffer.from(',"raw":"",');
/** Begin of a line of observations.jsonl, as the schema orders its keys. */
const IDS = /^\{"id":("(?:[^"\\]|\\.)*"),"documentId":("(?:[^"\\]|\\.)*")/;
const BEGIN_OF_LINE = 1_000;

/**
 * Draws cells without a finding, each as likely as any other: those whose ids, hashed with the seed, come first. The same
 * seed draws the same cells again, and a run that changes other cells leaves them drawn.
 */
export async function drawSample(folder: string, size: number, seed: number): Promise<readonly DrawnCell[]> {
  let drawn: { readonly cell: DrawnCell; readonly lot: string }[] = [];
  for await (const line of linesOf(join(folder, 'observations.jsonl'))) {
    if (!line.includes(UNFLAGGED) || line.includes(BLANK)) continue;
    const [, id, documentId] = IDS.exec(line.subarray(0, BEGIN_OF_LINE).toString()) ?? [];
    if (id === undefined || documentId === undefined) continue;
    const lot = createHash('sha256').update(`${seed}\n${id}`).digest('hex');
    drawn.push({ cell: { observationId: JSON.parse(id), documentId: JSON.parse(documentId) }, lot });
    if (drawn.length >= 2 * size + 100) drawn = firstOf(drawn, size);
  }
  return firstOf(drawn, size).map(({ cell }) => cell);
}

function firstOf<T extends { readonly lot: string }>(drawn: readonly T[], size: number): T[] {
  return drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, size);
}
