/** What one label has that the other has not, character by character. */
export interface Difference {
  /** characters only in the first, in order */
  readonly onlyInFirst: string;
  readonly onlyInSecond: string;
  /** characters that stand in both, in order */
  readonly shared: number;
}

/** Longest label compared; longer ones are sentences. */
export const LONGEST_LABEL = 80;

/**
 * How two labels differ, by their longest common subsequence.
 *
 *     稼ぐ地域をつくとともに    only in first: –
 *     稼ぐ地域をつくるとともに   only in second: る
 */
export function differenceOf(first: string, second: string): Difference {
  const a = [...first].slice(0, LONGEST_LABEL);
  const b = [...second].slice(0, LONGEST_LABEL);
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const width = b.length + 1;
  const table = new Uint8Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= same; i -= 1) {
    for (let j = b.length - 1; j >= same; j -= 1) {
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  let onlyInFirst = '';
  let onlyInSecond = '';
  let i = same;
  let j = same;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (j === b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) {
      onlyInFirst += a[i];
      i += 1;
    } else {
      onlyInSecond += b[j];
      j += 1;
    }
  }
  return { onlyInFirst, onlyInSecond, shared: same + table[same * width + same]! };
}

/** The characters of a label in the order of their codes. */
export const lettersOf = (label: string): string => label.split('').sort().join('');

/** How many characters two labels have in common whatever their order, by their letters: `shared` is never more. */
export function lettersShared(first: string, second: string): number {
  let shared = 0;
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const ahead = first.charCodeAt(i) - second.charCodeAt(j);
    if (ahead === 0) shared += 1;
    if (ahead <= 0) i += 1;
    if (ahead >= 0) j += 1;
  }
  return shared;
}

/** How many neighbours on either ordering a label is compared with. */
const NEIGHBOURS = 8;

/**
 * Pairs of labels worth comparing: neighbours when sorted from the front and when sorted from the back. Two spellings of
 * one label share their beginning or their end, so they stand side by side in one of the two orders. Never all pairs.
 */
export function* likelyPairs<T>(
  items: readonly T[],
  textOf: (item: T) => string,
): Generator<readonly [T, T]> {
  const reversed = (item: T): string => [...textOf(item)].reverse().join('');
  const seen = new Set<number>();
  const order = new Map(items.map((item, i) => [item, i]));
  for (const keyOf of [textOf, reversed]) {
    const keyed = items.map((item) => [keyOf(item), item] as const);
    const sorted = keyed.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
    for (const [i, item] of sorted.entries()) {
      for (const other of sorted.slice(i + 1, i + 1 + NEIGHBOURS)) {
        const [at, otherAt] = [order.get(item)!, order.get(other)!];
        const pair = Math.min(at, otherAt) * items.length + Math.max(at, otherAt);
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield at < otherAt ? [item, other] : [other, item];
      }
    }
  }
}
