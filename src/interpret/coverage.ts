import type { Coverage, UnparsedText } from '../model/index.ts';

type Use = Exclude<keyof Coverage, 'characters'>;

const CODES: { readonly [use in Use]: number } = {
  unparsed: 0,
  heading: 1,
  record: 2,
  narrative: 3,
  running: 4,
};
const USES = Object.keys(CODES) as Use[];
const MARKUP =
  /<!doctype[^<>]{0,200}>|<(style|script)\b[^<>]{0,200}>[^<]{0,20000}<\/\1>|<\/?[a-zA-Z][^<>]{0,2000}>|<!--[\s\S]{0,2000}?-->|&[a-z#0-9]{2,8};|^[ \t]*\|?[ \t:|-]+\|?[ \t]*$|[|]|^[ \t]*#{1,6}[ \t]|\*\*|__|\\/gimu;
const WHITE = /\s/u;
/** Most characters of a report are letters and kanji: only the few ranges with white space are tested. */
const isWhite = (point: string): boolean =>
  (point <= ' ' || point === '\u00A0' || point > '\u1680') &&
  (point < '\u3001' || point === '\uFEFF') &&
  WHITE.test(point);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Accounts for every character of a document: what it was used for, and what was used for nothing. */
export class CoverageLedger {
  readonly #points: readonly string[];
  readonly #uses: Uint8Array;

  constructor(text: string) {
    this.#points = Array.from(text);
    this.#uses = new Uint8Array(this.#points.length);
  }

  /** Enters a span of code points; what was entered before stays. */
  enter(use: Use, { start, end }: Span): void {
    for (let at = start; at < end; at += 1) if (this.#uses[at] === 0) this.#uses[at] = CODES[use];
  }

  /** Markup left between the entered spans is furniture; call once, after all else. */
  enterMarkup(text: string): void {
    let point = 0;
    let unit = 0;
    for (const match of text.matchAll(MARKUP)) {
      while (unit < match.index) unit += this.#points[point++]?.length ?? 1;
      const start = point;
      while (unit < match.index + match[0].length) unit += this.#points[point++]?.length ?? 1;
      this.enter('running', { start, end: point });
    }
  }

  /** The counts, white space left out; the parts sum to `characters`. */
  totals(): Coverage {
    const counts = USES.map(() => 0);
    for (const [at, point] of this.#points.entries()) {
      if (!isWhite(point)) counts[this.#uses[at] ?? 0] = (counts[this.#uses[at] ?? 0] ?? 0) + 1;
    }
    const of = (use: Use): number => counts[CODES[use]] ?? 0;
    const totals: Coverage = {
      characters: counts.reduce((sum, count) => sum + count, 0),
      heading: of('heading'),
      record: of('record'),
      narrative: of('narrative'),
      running: of('running'),
      unparsed: of('unparsed'),
    };
    return totals;
  }

  /** What nothing accounts for, line by line. */
  unparsed(lineAt: (start: number) => { page: number; line: number | null }): UnparsedText[] {
    const found: UnparsedText[] = [];
    let start = -1;
    const close = (end: number): void => {
      if (start < 0) return;
      const raw = this.#points.slice(start, end).join('');
      const text = raw.trim();
      if (text !== '') {
        const lead = Array.from(raw.slice(0, raw.indexOf(text))).length;
        found.push({
          ...lineAt(start + lead),
          start: start + lead,
          end: start + lead + Array.from(text).length,
          text,
        });
      }
      start = -1;
    };
    for (let at = 0; at < this.#points.length; at += 1) {
      const isOpen = this.#uses[at] === 0 && this.#points[at] !== '\n' && this.#points[at] !== '\t';
      if (isOpen && start < 0) start = at;
      else if (!isOpen) close(at);
    }
    close(this.#points.length);
    return found;
  }
}
