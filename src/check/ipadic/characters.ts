import type { Dictionary } from './dictionary.ts';

/** The characters of a text. */
export interface Characters {
  readonly bytes: Uint8Array;
  /** where each begins in UTF-8 and in UTF-16, with one place more for the end */
  readonly byteOf: readonly number[];
  readonly unitOf: readonly number[];
  readonly classes: readonly number[];
  /** where the characters of the same class behind each end */
  readonly runEnds: readonly number[];
}

const encoder = new TextEncoder();

export function charactersOf(text: string, { classOf }: Dictionary): Characters {
  const byteOf = [0];
  const unitOf = [0];
  const classes: number[] = [];
  for (let unit = 0, byte = 0; unit < text.length; ) {
    const code = text.codePointAt(unit)!;
    // what is beyond the basic plane is of the first class: anything
    classes.push(classOf[code] ?? 0);
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    unit += code > 0xffff ? 2 : 1;
    byteOf.push(byte);
    unitOf.push(unit);
  }
  const runEnds = classes.map((_, at) => at + 1);
  for (let at = classes.length - 2; at >= 0; at -= 1)
    if (classes[at] === classes[at + 1]) runEnds[at] = runEnds[at + 1]!;
  return { bytes: encoder.encode(text), byteOf, unitOf, classes, runEnds };
}
