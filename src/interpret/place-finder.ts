import type { SourceSpan } from '../model/index.ts';
import type { Outline } from '../outline/index.ts';

/** Finds page and line of a place by the nearest block before it. */
export function placeFinder(outline: Outline): (start: number) => { page: number; line: number | null } {
  const spans: SourceSpan[] = outline.items.flatMap((item): SourceSpan[] =>
    item.kind === 'table' ? [...item.table.cells] : item.kind === 'heading' ? [...item.lines] : [item.line],
  );
  spans.sort((a, b) => a.start - b.start);
  return (start) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const span = spans[Math.max(0, low - 1)];
    return { page: span?.page ?? 1, line: span?.line ?? null };
  };
}
