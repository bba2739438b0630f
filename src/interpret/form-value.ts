import type { Cell, Measure, ObsStatus, Period } from '../model/index.ts';
import { readUnit } from '../normalize/index.ts';
import { classifyCell } from '../outline/index.ts';
import { type HeaderReading, type HeaderUnit, readHeader, type Vocabulary } from '../vocabulary/index.ts';
import type { FormPair } from './form.ts';
import type { GridRow } from './grid-row.ts';
import type { Sheet } from './sheet.ts';
import { type CellMeaning, readValueCell } from './value-cell.ts';

export interface FormContext {
  readonly vocabulary: Vocabulary;
  readonly era: string | null;
  readonly ratingMarks: { readonly [mark: string]: ObsStatus };
  /** the year its titles name, else the report's: amounts that say none are of it */
  readonly period: Period | null;
}

/** A pair with its answer and what its label says. */
interface Answer {
  readonly name: string;
  readonly label: HeaderReading;
  readonly cell: Cell;
  /** the unit in a cell of its own: 9,412 | 千円 */
  readonly beside: HeaderUnit | null;
  readonly isLone: boolean;
  /** its label is drawn as one */
  readonly isShaded: boolean;
}

/** Ａ 高い, B（概ね順調）: a letter that carries its words judges; a lone ○ may only choose. */
const WORDED_LETTER = /^[A-FSＡ-ＦＳ][\s.．:：。（(]+\S/u;

const RATE = /(?:率|割合|比)$/u;
/**
 * Reads a value in a form through its label; null where the pair says no value.
 *
 *     指標名 | 相談件数 | 基準値（令和元年度） | 186件      baseline of 相談件数
 *     総合評価 | Ｂ | 原料高の影響が続く。                rating, with a comment
 *     事業の有効性 | A.有効的である                        rating
 *     事業費 | 18,450千円                                  an amount says itself what its label counts
 */
export function readFormValue(pair: FormPair, sheet: Sheet, context: FormContext): GridRow | null {
  const cell = pair.cells[0];
  if (pair.label === null || cell === undefined) return null;
  const name = pair.label.text;
  const label = readHeader(name, context.vocabulary, context.era);
  const beside = pair.cells.length === 2 ? readUnit(pair.cells[1]?.text ?? '') : null;
  const isShaded = pair.label.isHeader;
  const isLone = pair.cells.length === 1 || beside !== null;
  const answer: Answer = { name, label, cell, beside, isLone, isShaded };
  if (isShaded && isWorded(cell)) return readJudged(answer, context);
  return readMeasured(answer, sheet, context) ?? readJudged(answer, context) ?? readAmount(answer, context);
}

function readMeasured({ name, label, cell }: Answer, sheet: Sheet, context: FormContext): GridRow | null {
  const { vocabulary, era } = context;
  const isRated = label.measures[0]?.measure === 'rating' && classifyCell(cell.text) === 'mark';
  const indicator = sheet.indicator ?? (isRated ? name : null);
  if (label.match !== 'exact' || label.measures.length !== 1 || indicator === null) return null;
  const unit =
    label.unit ?? (sheet.unit === null ? readHeader(indicator, vocabulary, era).unit : readUnit(sheet.unit));
  const headers = [name, indicator];
  return rowOf(
    cell,
    { indicator, measures: label.measures, period: label.period, unit, headers, ...bare(context) },
    vocabulary,
  );
}

function readJudged(answer: Answer, context: FormContext): GridRow | null {
  const { label, cell, isShaded } = answer;
  const isJudgement = label.match === 'suffix' && label.measures[0]?.measure === 'rating';
  const isMark = classifyCell(cell.text) === 'mark';
  const isToldByLetter = label.match === 'none' && WORDED_LETTER.test(cell.text);
  if (!isMark || !(isJudgement || isToldByLetter || (isShaded && isWorded(cell)))) return null;
  return rowOf(cell, meaningByLabel(answer, 'rating', context), context.vocabulary);
}

/** A.順調に推移している: a mark that carries its words is a rating, of what the label in front says; ① 産業 is an item. */
const isWorded = ({ text }: Cell): boolean =>
  text.trim().length > 1 && classifyCell(text) === 'mark' && !ITEM_NUMBER.test(text);
const ITEM_NUMBER = /^\s*[①-⑳]/u;

function readAmount(answer: Answer, context: FormContext): GridRow | null {
  const { name, label, cell, beside, isLone } = answer;
  if (!isLone || classifyCell(cell.text) !== 'number') return null;
  const said = label.measures.length === 1 ? label.measures[0]?.measure : undefined;
  const meaning = meaningByLabel(answer, said ?? 'value', context);
  const dated = { ...meaning, period: meaning.period ?? context.period };
  const row = rowOf(cell, dated, context.vocabulary);
  const units = row.values.flatMap(({ reading }) =>
    reading.kind === 'compound' ? reading.parts.map((part) => part.unit) : [reading.unit],
  );
  const isAmount = units.length > 0 && units.every((unit) => unit === '円');
  const isRate = units.length === 1 && units[0] === '%' && RATE.test(name);
  return isAmount || isRate || beside !== null ? row : null;
}

const meaningByLabel = (
  { name, label, beside }: Answer,
  measure: Measure,
  context: FormContext,
): CellMeaning => ({
  indicator: name,
  measures: [{ measure, period: label.period }],
  period: label.period,
  unit: beside ?? label.unit,
  headers: [name],
  ...bare(context),
});

const bare = ({ era, ratingMarks }: FormContext) => ({
  pathTail: [],
  era,
  ratingMarks,
  confidence: 1,
  rowTarget: null,
});

function rowOf(cell: Cell, meaning: CellMeaning, vocabulary: Vocabulary): GridRow {
  return {
    kind: 'indicator',
    cells: [cell],
    label: meaning.indicator,
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
