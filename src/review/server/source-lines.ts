import type { SourceSpan } from '../../model/index.ts';

/** Where offsets of a text fall: lines and columns in Unicode code points. */
export class SourceLines {
  readonly #lines: readonly string[];
  /** offset of each line's first code point */
  readonly #starts: number[] = [];

  constructor(text: string) {
    this.#lines = text.split('\n');
    let start = 0;
    for (const line of this.#lines) {
      this.#starts.push(start);
      start += codePointsOf(line) + 1;
    }
  }

  get count(): number {
    return this.#lines.length;
  }

  /** The lines from `from` up to `to`, 1-based, both included. */
  slice(from: number, to: number): { readonly line: number; readonly text: string }[] {
    return this.#lines.slice(from - 1, to).map((text, index) => ({ line: from + index, text }));
  }

  /** The line a span begins on, and its columns there. A span over several lines ends with its first. */
  place({ start, end }: Pick<SourceSpan, 'start' | 'end'>): {
    readonly line: number;
    readonly columns: readonly [number, number];
  } {
    const index = this.#indexOf(start);
    const from = this.#starts[index]!;
    const length = codePointsOf(this.#lines[index]!);
    return { line: index + 1, columns: [start - from, Math.min(end - from, length)] };
  }

  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A surrogate pair is one code point. */
function codePointsOf(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length; at += 1) if (text.codePointAt(at)! > 0xffff) pairs += 1;
  return text.length - pairs;
}
