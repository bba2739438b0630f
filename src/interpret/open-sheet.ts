import type { Heading } from '../model/index.ts';
import type { HeadingStyle } from '../outline/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { FormPair } from './form.ts';
import { textsOf } from './record-builder.ts';
import { Sheet } from './sheet.ts';

/** Headings of this rank and above (goals, chapters) never stand inside a sheet. */
const RANK_INSIDE_SHEETS = 40;

/** The sheet being read, if any, and which headings stand above it and inside it. */
export class OpenSheet {
  readonly #vocabulary: Vocabulary;
  #sheet: Sheet | null = null;
  #above: readonly Heading[] = [];
  /** how every heading is written: two of the same signature are brothers */
  readonly #signatures = new Map<Heading, string>();
  /** headings that stand inside sheets: they place blocks, not sheets */
  readonly #inside = new Map<Heading, HeadingStyle>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get sheet(): Sheet | null {
    return this.#sheet;
  }

  /** A heading written like one above the sheet ends it; any other is a block of the sheet. */
  takeHeading(heading: Heading, style: HeadingStyle): void {
    this.#signatures.set(heading, style.signature);
    if (this.#sheet === null) return;
    const isBrother = this.#above.some((outer) => this.#signatures.get(outer) === style.signature);
    if (style.isStructural && (isBrother || style.rank < RANK_INSIDE_SHEETS)) {
      this.#sheet = null;
      return;
    }
    this.#inside.set(heading, style);
    this.#sheet.openBlock(heading.text, style.isStructural);
  }

  /** The sheet a form's row belongs to; `path` is null where it goes on, else the headings of the sheet it opens. */
  sheetFor(pair: FormPair, headings: readonly Heading[]): { sheet: Sheet; path: readonly string[] | null } {
    const sheet = this.#sheet;
    const opensAnew = sheet === null || (pair.label !== null && sheet.isOpenedAnewBy(pair.labelText));
    if (!opensAnew) return { sheet, path: null };
    this.#sheet = new Sheet(this.#vocabulary);
    this.#above = headings.filter((heading) => !this.#inside.has(heading));
    return { sheet: this.#sheet, path: textsOf(this.#above) };
  }

  /** The path of a table: the headings above it; in a sheet that places itself, what its labels say instead. */
  pathOf(headings: readonly Heading[]): string[] {
    const sheet = this.#sheet;
    if (sheet === null || !sheet.isNamed) return textsOf(headings);
    const outer = sheet.isPlaced ? [] : textsOf(this.#above);
    const blocks = headings.filter((heading) => this.#inside.get(heading)?.isStructural === true);
    return [...outer, ...sheet.path, ...textsOf(blocks)];
  }
}
