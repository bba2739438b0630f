import type { LineInColumn } from './lines-in-columns.ts';
import type { Spans } from './spans.ts';
import { isFigure } from './words.ts';

/**
 * Joins a column that holds only a header with the column beside it that has none: a centred header stands beside values set
 * to the left or right.
 *
 *     指標名       基準値       R5実績         指標名       基準値       R5実績
 *     創業件数   2件          3件       →     創業件数   2件          3件
 *     |     |   |  |  |  |   | | |   |        |      |   |         | |          |
 *
 * Each joins once, as many as possible, the nearest where there is a choice. A head may come again further down.
 */
export function withHeadsOverColumns(
  columns: Spans,
  rows: readonly (readonly (readonly LineInColumn[])[])[],
): Spans {
  const [head] = rows;
  if (head === undefined) return columns;
  const heads = rows.filter((row) => isLikeHead(row, head));
  const kinds = columns.map((_, column) => {
    const isHeaded = head[column]!.length > 0;
    const isFilled = rows.some((row) => !heads.includes(row) && row[column]!.length > 0);
    return isHeaded && isFilled ? 'both' : isHeaded ? 'head' : 'values';
  });
  const isPair = (at: number): boolean =>
    at > 0 && kinds[at] !== kinds[at - 1] && kinds[at] !== 'both' && kinds[at - 1] !== 'both';
  // best[n]: how many pairs the first n columns make, and what they leave free
  const best: { pairs: number; free: number; isPaired: boolean }[] = [{ pairs: 0, free: 0, isPaired: false }];
  for (const [at, { from }] of columns.entries()) {
    const alone = { ...best[at]!, isPaired: false };
    const before = best[at - 1];
    if (before === undefined || !isPair(at)) {
      best.push(alone);
      continue;
    }
    const paired = {
      pairs: before.pairs + 1,
      free: before.free + from - columns[at - 1]!.to,
      isPaired: true,
    };
    const isBetter = paired.pairs > alone.pairs || (paired.pairs === alone.pairs && paired.free < alone.free);
    best.push(isBetter ? paired : alone);
  }
  const joined: { from: number; to: number }[] = [];
  for (let at = columns.length; at > 0; ) {
    const { isPaired } = best[at]!;
    const first = isPaired ? at - 2 : at - 1;
    joined.push({ from: columns[first]!.from, to: columns[at - 1]!.to });
    at = first;
  }
  return joined.reverse();
}

type RowLines = readonly (readonly LineInColumn[])[];

/** Whether a row holds labels in the columns in which the head does. */
const isLikeHead = (row: RowLines, head: RowLines): boolean =>
  row.every(
    (lines, column) =>
      lines.length > 0 === head[column]!.length > 0 && !lines.some(({ text }) => isFigure(text)),
  );
