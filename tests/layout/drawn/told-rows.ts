interface Placed {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/**
 * A table's rows, a line each: column, rows × columns where it spans several, and text of every cell that begins there.
 *
 *     0 2×1: 指標名 | 1 1×2: 実績
 *     1: R4 | 2: R5
 */
export function toldRows({
  rows,
  cells,
}: {
  readonly rows: number;
  readonly cells: readonly Placed[];
}): string[] {
  return Array.from({ length: rows }, (_, at) =>
    cells
      .filter(({ row }) => row === at)
      .map(({ column, rowSpan, columnSpan, text }) => {
        const span = rowSpan * columnSpan === 1 ? '' : ` ${rowSpan}×${columnSpan}`;
        return `${column}${span}: ${text}`.trim();
      })
      .join(' | '),
  );
}

/** How many columns each row of a table takes, cells that reach into it counted. */
export const columnsByRow = ({
  rows,
  cells,
}: {
  readonly rows: number;
  readonly cells: readonly Placed[];
}): number[] =>
  Array.from({ length: rows }, (_, at) =>
    cells
      .filter(({ row, rowSpan }) => row <= at && at < row + rowSpan)
      .reduce((sum, { columnSpan }) => sum + columnSpan, 0),
  );
