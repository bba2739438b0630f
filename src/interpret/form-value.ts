import type { Cell, ObsStatus } from '../model/index.ts';
import { readUnit } from '../normalize/index.ts';
import { classifyCell } from '../outline/index.ts';
import { readHeader, type Vocabulary } from '../vocabulary/index.ts';
import type { FormPair } from './form.ts';
import type { GridRow } from './grid-row.ts';
import type { Sheet } from './sheet.ts';
import { type CellMeaning, readValueCell } from './value-cell.ts';

export interface FormContext {
  readonly vocabulary: Vocabulary;
  readonly era: string | null;
  readonly ratingMarks: { readonly [mark: string]: ObsStatus };
}

/**
 * Reads a value in a form through its label; null where the pair says no value.
 *
 *     指標名 | 相談件数 | 基準値（令和元年度） | 186件      baseline of 相談件数
 *     総合評価 | Ｂ | 原料高の影響が続く。                rating, with a comment
 */
export function readFormValue(pair: FormPair, sheet: Sheet, context: FormContext): GridRow | null {
  const { vocabulary, era, ratingMarks } = context;
  const cell = pair.cells[0];
  if (pair.label === null || cell === undefined) return null;
  const label = readHeader(pair.label.text, vocabulary, era);
  const isRated = label.measures[0]?.measure === 'rating' && classifyCell(cell.text) === 'mark';
  if (pair.label.isHeader && isWorded(cell)) return ratingOf(pair.label, cell, context);
  const indicator = sheet.indicator ?? (isRated ? pair.label.text : null);
  if (label.match !== 'exact' || label.measures.length !== 1 || indicator === null) return null;
  const unit =
    label.unit ?? (sheet.unit === null ? readHeader(indicator, vocabulary, era).unit : readUnit(sheet.unit));
  return rowOf(
    cell,
    indicator,
    {
      indicator,
      measures: label.measures,
      period: label.period,
      unit,
      headers: [pair.label.text, indicator],
      pathTail: [],
      era,
      ratingMarks,
      confidence: 1,
      rowTarget: null,
    },
    vocabulary,
  );
}

/** A.順調に推移している: a mark that carries its words is a rating, of what the label in front says; ① 産業 is an item. */
const isWorded = ({ text }: Cell): boolean =>
  text.trim().length > 1 && classifyCell(text) === 'mark' && !ITEM_NUMBER.test(text);
const ITEM_NUMBER = /^\s*[①-⑳]/u;

function ratingOf(label: Cell, cell: Cell, { vocabulary, era, ratingMarks }: FormContext): GridRow {
  const meaning: CellMeaning = {
    indicator: label.text,
    measures: [{ measure: 'rating', period: null }],
    period: null,
    unit: null,
    headers: [label.text],
    pathTail: [],
    era,
    ratingMarks,
    confidence: 1,
    rowTarget: null,
  };
  return rowOf(cell, label.text, meaning, vocabulary);
}

function rowOf(cell: Cell, indicator: string, meaning: CellMeaning, vocabulary: Vocabulary): GridRow {
  return {
    kind: 'indicator',
    cells: [cell],
    label: indicator,
    labelCell: null,
    activity: null,
    assessment: null,
    departments: null,
    texts: [],
    pathTail: [],
    values: readValueCell(cell, meaning, vocabulary),
    isContinued: false,
    shifted: null,
  };
}
