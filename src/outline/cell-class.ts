import {
  isDepartment,
  isMissingMark,
  isPeriodOnly,
  readCell,
  readRatingMark,
  readUnit,
} from '../normalize/index.ts';
import { ownText } from '../normalize/own-text.ts';
import { ARROWS } from '../vocabulary/index.ts';

/** What a cell looks like on its own, before any header speaks. */
export type CellClass =
  | 'blank'
  | 'missing'
  | 'number'
  | 'mark'
  | 'markCount'
  | 'status'
  | 'period'
  | 'unit'
  | 'department'
  | 'fused'
  | 'prose'
  | 'label';

/** A label longer than this reads as prose: the longest indicator names seen have about 45 characters. */
const LABEL_CHARACTERS = 60;
const SENTENCE = /。/u;
/** A cell that opens like a number: sign, bracket, 約 or 計 and then a digit. */
const OPENS_LIKE_NUMBER = /^[\s(\uFF08【約計累延平均べ±+\-－−△▲¥￥#]*[0-9\uFF10-\uFF19.]/u;
const MARK_AND_COUNT = /^(?:[◎○〇◯●△▲×✕✖☓－—―‐\-A-ES]\s*[0-9\uFF10-\uFF19]+\s*)+$/u;
/** △12 and -12 are negative figures, no mark with its count. */
const NEGATIVE = /^[△▲－—―‐-][0-9\uFF10-\uFF19]+$/u;
/** 16,485,497: a figure and nothing else, the bulk of a budget's cells. */
const GROUPED = /^[△▲+-]?\s?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/u;
/** Some cities rate in points; a lone figure is a number until a rating column says otherwise. */
const FIGURE = /^[0-9\uFF10-\uFF19]/u;
/** 2総務費 1)総務管理費 (1)一般管理費: names with their numbers, one after another. */
const NUMBERED_NAMES =
  /^(?=.*\d[)）])(?:[(（]?[0-9０-９]{1,2}[)）]?\s*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]{2,}\s*){2,}$/u;
const NOTE = /^(?:※|＊|\*|注\s*\d?\s*[:\uFF1A)\uFF09])/u;
const ARROW_INSIDE = new RegExp(`\\S${ARROWS.source}\\S`, 'u');

/** Cells of a report repeat (千円, 0, H27) and each is looked at by several stages: short texts are classed once. */
const CACHED_CHARACTERS = 60;
const CACHED_TEXTS = 20_000;
const cache = new Map<string, CellClass>();

/** Tells what kind of thing stands in a cell. */
export function classifyCell(text: string): CellClass {
  if (text.length > CACHED_CHARACTERS) return classify(text);
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= CACHED_TEXTS) cache.clear();
  const found = classify(text);
  cache.set(ownText(text), found);
  return found;
}

function classify(text: string): CellClass {
  const trimmed = text.trim();
  if (trimmed === '') return 'blank';
  if (GROUPED.test(trimmed)) return 'number';
  if (isMissingMark(trimmed)) return 'missing';
  if (trimmed.length <= 300 && ARROW_INSIDE.test(trimmed)) return 'fused';
  if (trimmed.length > LABEL_CHARACTERS && SENTENCE.test(trimmed)) return 'prose';
  if (isPeriodOnly(trimmed)) return 'period';
  if (MARK_AND_COUNT.test(trimmed) && !NEGATIVE.test(trimmed)) return 'markCount';
  if (!FIGURE.test(trimmed) && readRatingMark(trimmed) !== null) return 'mark';
  if (readUnit(trimmed) !== null) return 'unit';
  if (NOTE.test(trimmed)) return 'prose';
  if (trimmed.length <= LABEL_CHARACTERS && NUMBERED_NAMES.test(trimmed)) return 'label';
  const reading = readCell(trimmed);
  if (reading.kind === 'status') return 'status';
  if (reading.kind === 'compound') return 'number';
  if (reading.kind === 'quantity' && (OPENS_LIKE_NUMBER.test(trimmed) || trimmed.length <= 20))
    return 'number';
  if (isDepartment(trimmed)) return 'department';
  return trimmed.length > LABEL_CHARACTERS || SENTENCE.test(trimmed) ? 'prose' : 'label';
}

/** Whether the class is one a value column holds. */
export function isValueClass(kind: CellClass): boolean {
  return (
    kind === 'number' ||
    kind === 'missing' ||
    kind === 'mark' ||
    kind === 'markCount' ||
    kind === 'status' ||
    kind === 'fused'
  );
}
