import { ingestText } from '../../src/ingest/index.ts';
import { layOut } from '../../src/layout/index.ts';
import { type Outline, type OutlineItem, outlineOf, type TablePart } from '../../src/outline/index.ts';
import { createVocabulary } from '../../src/vocabulary/index.ts';

export const vocabulary = createVocabulary();

export function outlineText(text: string, path = 'report.txt'): Outline {
  return outlineOf(layOut(ingestText({ path, bytes: Buffer.from(text) })).blocks, vocabulary);
}

export type TableItem = Extract<OutlineItem, { kind: 'table' }>;

export function tableItems(text: string): TableItem[] {
  return outlineText(text).items.filter((item) => item.kind === 'table');
}

/** The headings of a text but its title, each behind as many stops as headings stand above it. */
export function headingTree(text: string): string[] {
  const { title, items } = outlineText(text);
  return items.flatMap((item) =>
    item.kind === 'heading' && item.heading.start !== title?.start
      ? [`${'.'.repeat(item.heading.depth)}${item.heading.text}`]
      : [],
  );
}

/** Every line of running text behind the headings it stands under: `施策 › 窓口 › 本文`. */
export function textPaths(text: string): string[] {
  return outlineText(text).items.flatMap((item) =>
    item.kind === 'text' ? [[...item.path.map((heading) => heading.text), item.line.text].join(' › ')] : [],
  );
}

export function runningLines(text: string): string[] {
  return outlineText(text).items.flatMap((item) => (item.kind === 'running' ? [item.line.text] : []));
}

/** The parts of a table by row: `title 0`, `grid 1 2: 3 4` (header rows, then body rows), `form 5`. */
export function partsOf(text: string): string[] {
  const [item] = tableItems(text);
  return (item?.parts ?? []).map(describePart);
}

export const describePart = (part: TablePart): string =>
  part.kind === 'grid'
    ? `grid ${part.headerRows.join(' ')}: ${part.bodyRows.join(' ')}`
    : `${part.kind} ${part.row}`;
