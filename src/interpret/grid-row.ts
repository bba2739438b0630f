import type { Cell, LabelledText, Measure, ObsStatus, Period } from '../model/index.ts';
import type { HeaderUnit, Vocabulary } from '../vocabulary/index.ts';
import type { AlignedRow } from './align.ts';
import type { ValueCell } from './value-cell.ts';

/** What surrounds a grid: what its own headers leave unsaid. */
export interface GridContext {
  readonly vocabulary: Vocabulary;
  readonly era: string | null;
  /** units in the title above: (千円), 単位：千円、％ */
  readonly units: readonly HeaderUnit[];
  /** units the page says of all its tables, for amounts of money under titles that say none */
  readonly pageUnits: readonly HeaderUnit[];
  /** titles and lines above, innermost first */
  readonly titles: readonly string[];
  /** captions of the page, the last first */
  readonly pageTitles: readonly string[];
  /** titles and lines above, whole sentences too, that may explain the rows: 上段は目標値、下段は実績値 */
  readonly legends: readonly string[];
  /** what a title says of amounts of money: 事業費（決算額、単位：千円） */
  readonly titleMeasure: Measure | null;
  /** period named by the title above, for plain statistics */
  readonly titlePeriod: Period | null;
  /** periods of the last headers above in the same sheet, with their columns */
  readonly sheetPeriods: readonly { readonly column: number; readonly period: Period }[];
  /** indicator named by the form around the table */
  readonly indicator: string | null;
  readonly indicatorUnit: HeaderUnit | null;
  /** whether the table is a plan: years without a measure are targets */
  readonly isPlan: boolean;
  readonly ratingMarks: { readonly [mark: string]: ObsStatus };
}

/** One row of a grid, read through its headers. */
export interface GridRow {
  readonly kind: 'indicator' | 'activity' | 'statistics';
  readonly cells: readonly Cell[];
  readonly label: string;
  readonly labelCell: Cell | null;
  readonly activity: string | null;
  readonly assessment: string | null;
  readonly departments: readonly string[] | null;
  readonly texts: readonly LabelledText[];
  readonly pathTail: readonly string[];
  readonly values: readonly ValueCell[];
  /** a row that goes on with the indicator of the row above (a row a year) */
  readonly isContinued: boolean;
  readonly shifted: AlignedRow | null;
}
