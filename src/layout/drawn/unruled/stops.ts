/** Texts beginning within this of each other begin at one stop. */
const SAME_STOP_POINTS = 0.8;
/** A stop is told by this many lines. */
const LEAST_LINES = 3;

/**
 * Where several lines begin anew after a gap: tab stops, the left sides of columns. A text beginning there begins a cell even
 * where the cell before it is full and leaves no gap.
 *
 *     創業件数　　2件
 *     転入者数　　5人       a stop at 2, 5, 9
 *     空き家の活用9件
 */
export function stopsOf(starts: readonly number[]): number[] {
  const sorted = starts.toSorted((a, b) => a - b);
  const stops: number[] = [];
  for (let first = 0; first < sorted.length; ) {
    let next = first + 1;
    while (next < sorted.length && sorted[next]! - sorted[first]! <= SAME_STOP_POINTS) next += 1;
    if (next - first >= LEAST_LINES) stops.push((sorted[first]! + sorted[next - 1]!) / 2);
    first = next;
  }
  return stops;
}

export const isAtStop = (x: number, stops: readonly number[]): boolean =>
  stops.some((stop) => Math.abs(x - stop) <= SAME_STOP_POINTS);
