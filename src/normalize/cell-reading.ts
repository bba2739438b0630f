import type { Period, Reading } from '../model/index.ts';
import type { ObsStatus } from './mark.ts';

/** What the headers of a cell say about reading it. */
export interface CellContext {
  /** Unit of a header, a unit column or the neighbour cell; a unit written in the cell wins. */
  readonly unit?: string | null;
  /** Power of ten that stands with that unit: 千円 is unit 円, multiplier 3. */
  readonly multiplier?: number;
  /** What the header leads one to expect: △ is a mark under 進捗度 and a minus under 増減. */
  readonly expects?: 'quantity' | 'rating' | 'count' | 'any';
  /** Era of a header above, so that 5年度 can be read. */
  readonly era?: string | null;
  /** The report's own legend for marks without a figure; it wins over the convention. */
  readonly missingMarks?: Readonly<Record<string, ObsStatus>>;
}

/** What a cell says, and the period written in it if there is one. */
export type CellReading = Reading & { period: Period | null };

/** A cell that says nothing yet; readings are made from it. */
export const NOTHING: CellReading = {
  kind: 'text',
  value: null,
  unit: null,
  multiplier: 0,
  precision: null,
  qualifiers: {},
  parts: [],
  note: null,
  obsStatus: 'A',
  period: null,
};

/** Notes as one text, null where nothing was said. */
export function joinNotes(notes: readonly string[]): string | null {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? null : said.join(' ');
}
