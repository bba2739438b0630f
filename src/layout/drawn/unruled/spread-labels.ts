import type { LineInColumn } from './lines-in-columns.ts';
import type { Spans } from './spans.ts';

const LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]?$/u;

/**
 * Joins columns that stand beside each other and hold nothing but single letters: labels spread over their cell.
 *
 *     面        積  │  244.95       面　積   │  244.95
 *     世   帯   数  │ 110,823   →   世帯数   │ 110,823
 */
export function withSpreadLabels(
  columns: Spans,
  cells: readonly (readonly (readonly LineInColumn[])[])[],
): Spans {
  const isOfLetters = columns.map((_, column) =>
    cells.every((row) =>
      LETTER.test(
        row[column]!.map(({ text }) => text)
          .join('')
          .trim(),
      ),
    ),
  );
  const joined: { from: number; to: number }[] = [];
  for (const [column, { from, to }] of columns.entries()) {
    const last = joined.at(-1);
    if (last !== undefined && isOfLetters[column] && isOfLetters[column - 1]) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}
