import type { Cell, Measure, ObsStatus, Period, Reading } from '../model/index.ts';
import { readCell } from '../normalize/index.ts';
import { ARROWS, type HeaderUnit, type Vocabulary } from '../vocabulary/index.ts';

/** A value with its place and the headers that gave it its meaning; becomes an observation. */
export interface ValueCell {
  readonly cell: Cell;
  /** the part of the cell's raw text that is this value, with its place in code points */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly indicator: string;
  readonly measure: Measure;
  readonly period: Period | null;
  readonly reading: Reading;
  readonly headers: readonly string[];
  /** what stands between the table's headings and the cell: goal cells, things */
  readonly pathTail: readonly string[];
  readonly confidence: number;
}

/** What the headers say of one value cell. */
export interface CellMeaning {
  readonly indicator: string;
  readonly measures: readonly { readonly measure: Measure; readonly period: Period | null }[];
  /** period of the column or row, used where a measure brings none of its own */
  readonly period: Period | null;
  readonly unit: HeaderUnit | null;
  readonly headers: readonly string[];
  readonly pathTail: readonly string[];
  readonly era: string | null;
  /** what the report's legend says of marks in a rating column: － 集計中 */
  readonly ratingMarks: { readonly [mark: string]: ObsStatus };
  readonly confidence: number;
  /** the row's target as read, to tell which half of a fused header a lone value is */
  readonly rowTarget: number | null;
}

/** Confidence below which a reading is marked U, low reliability. */
const UNSURE = 0.6;

/** Reads a value cell: one observation, or several where header and cell join baseline and target. */
export function readValueCell(cell: Cell, meaning: CellMeaning, vocabulary: Vocabulary): ValueCell[] {
  const [first, second] = meaning.measures;
  if (first === undefined) return [];
  if (second === undefined)
    return [readSingle(cell, cell.raw, 0, { ...first, period: first.period ?? meaning.period }, meaning)];
  const pieces = splitAtArrows(cell.raw);
  if (pieces.length > 1) {
    return pieces.map((piece, i) => readSingle(cell, piece.raw, piece.at, i === 0 ? first : second, meaning));
  }
  return readUnsplit(cell, first, second, meaning, vocabulary);
}

/**
 * A fused header over a cell without an arrow: a lone number is the target where the row's target says the same, else the
 * baseline; base figures with words to keep them are the baseline, and the whole is the target.
 */
function readUnsplit(
  cell: Cell,
  first: Single,
  second: Single,
  meaning: CellMeaning,
  vocabulary: Vocabulary,
): ValueCell[] {
  const whole = readSingle(cell, cell.raw, 0, second, meaning);
  if (whole.reading.kind === 'quantity' && whole.reading.value === meaning.rowTarget) return [whole];
  const figures = BASE_FIGURES.exec(cell.raw);
  if (figures === null || !vocabulary.keep.some((word) => cell.raw.includes(word))) {
    return [readSingle(cell, cell.raw, 0, first, meaning)];
  }
  const base = readSingle(
    cell,
    figures[0].trim(),
    codePoints(cell.raw.slice(0, figures.index)),
    first,
    meaning,
  );
  const words = cell.raw.slice(0, figures.index).trim();
  const endsInFigures = figures.index + figures[0].length >= cell.raw.length;
  const target = endsInFigures && words !== '' ? readSingle(cell, words, 0, second, meaning) : whole;
  return [base, { ...target, reading: asText(target.reading) }];
}

const codePoints = (text: string): number => Array.from(text).length;

/** 平日：241,724人 休日：240,408人 */
const BASE_FIGURES =
  /(?:[\p{Script=Han}\p{Script=Katakana}]{1,8}\s*[:\uFF1A]\s*[0-9\uFF10-\uFF19][0-9\uFF10-\uFF19,\uFF0C.\uFF0E]*\S{0,3}\s*)+/u;

const asText = (reading: Reading): Reading => ({
  ...reading,
  kind: 'text',
  value: null,
  unit: null,
  multiplier: 0,
  precision: null,
  parts: [],
  qualifiers: {},
  obsStatus: 'A',
});

interface Single {
  readonly measure: Measure;
  readonly period: Period | null;
}

function readSingle(cell: Cell, raw: string, at: number, single: Single, meaning: CellMeaning): ValueCell {
  const { period: own, ...reading } = readCell(raw, {
    unit: meaning.unit?.unit ?? null,
    multiplier: meaning.unit?.multiplier ?? 0,
    expects: single.measure === 'rating' ? 'rating' : single.measure === 'count' ? 'count' : 'quantity',
    era: meaning.era,
    ...(single.measure === 'rating' ? { missingMarks: meaning.ratingMarks } : {}),
  });
  const confidence = Math.min(cell.confidence, meaning.confidence);
  const isUnsure = confidence < UNSURE && reading.kind !== 'missing' && reading.obsStatus === 'A';
  const start = cell.start + at;
  return {
    cell,
    raw,
    start,
    end: start + [...raw].length,
    indicator: meaning.indicator,
    measure: single.measure === 'count' && reading.kind === 'rating' ? 'rating' : single.measure,
    period: own ?? single.period,
    reading: isUnsure
      ? { ...reading, obsStatus: 'U' }
      : cell.isStruck === true
        ? { ...reading, obsStatus: 'M' }
        : reading,
    headers: meaning.headers,
    pathTail: meaning.pathTail,
    confidence,
  };
}

/** `222社 ▼ 300社` → 222社 at 0, 300社 at 7 (code points). */
function splitAtArrows(raw: string): { raw: string; at: number }[] {
  const pieces: { raw: string; at: number }[] = [];
  let at = 0;
  const pattern = new RegExp(ARROWS.source, 'gu');
  for (const match of raw.matchAll(pattern)) {
    pieces.push(piece(raw, at, match.index));
    at = match.index + match[0].length;
  }
  pieces.push(piece(raw, at, raw.length));
  return pieces.filter((found) => found.raw !== '');
}

function piece(raw: string, from: number, to: number): { raw: string; at: number } {
  const cut = raw.slice(from, to);
  const lead = cut.length - cut.trimStart().length;
  return { raw: cut.trim(), at: [...raw.slice(0, from + lead)].length };
}
