import type { Heading, Line } from '../model/index.ts';
import { ordinalOf } from '../normalize/index.ts';
import type { HeadingStyle } from './heading-style.ts';

interface Entry {
  readonly heading: Heading;
  readonly style: HeadingStyle;
  readonly ordinal: number | null;
}

/** A part of the report of its own, above all numbering. */
export const CHAPTER: HeadingStyle = { signature: 'chapter', rank: 5, isStructural: true };

/** The headings a place stands under. A heading replaces the one written the same way, with all below it. */
export class HeadingStack {
  #entries: Entry[] = [];
  readonly #signatures = new Map<Heading, string>();

  /**
   * Pushes a heading. `follows` is the heading directly before it, with nothing between: the new one, written another way,
   * is then its child whatever their usual order.
   */
  push(line: Line, text: string, style: HeadingStyle, follows: Heading | null): Heading {
    const ordinal = style.signature === 'plain' ? null : ordinalOf(text);
    const sameAt = this.#entries.findIndex((entry) => entry.style.signature === style.signature);
    const same = sameAt < 0 ? undefined : this.#entries[sameAt];
    const isRestart = ordinal === 1 && style.isStructural && (same === undefined || (same.ordinal ?? 0) >= 1);
    if (isRestart && style.rank >= 50) {
      const chapter = this.#entries.find(
        (entry) => entry.heading === follows && entry.style.signature === 'plain',
      );
      if (chapter !== undefined) this.#entries = [{ ...chapter, style: CHAPTER }];
      else if (same !== undefined)
        this.#entries = this.#entries.slice(0, sameAt).filter((entry) => entry.style !== CHAPTER);
      else this.#popTo(style);
    } else if (sameAt >= 0) {
      this.#entries = this.#entries.slice(0, sameAt);
    } else if (follows === null || this.#entries.at(-1)?.heading !== follows) {
      this.#popTo(style);
    }
    const heading: Heading = {
      page: line.page,
      line: line.line,
      start: line.start,
      end: line.end,
      box: line.box,
      text,
      depth: this.#entries.length,
    };
    this.#entries.push({ heading, style, ordinal });
    this.#signatures.set(heading, style.signature);
    return heading;
  }

  #popTo(style: HeadingStyle): void {
    while ((this.#entries.at(-1)?.style.rank ?? -1) >= style.rank) this.#entries.pop();
  }

  /** How a heading is written: two of the same signature are brothers. */
  signatureOf(heading: Heading): string | undefined {
    return this.#signatures.get(heading);
  }

  get path(): readonly Heading[] {
    return this.#entries.map((entry) => entry.heading);
  }
}
