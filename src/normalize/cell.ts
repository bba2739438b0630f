import type { UnitDefault } from './cell-brackets.ts';
import { readCompound } from './cell-compound.ts';
import { type CellItems, findItems, isOutside } from './cell-items.ts';
import { readQuantity } from './cell-quantity.ts';
import { type CellContext, type CellReading, joinNotes, NOTHING } from './cell-reading.ts';
import { readWords } from './cell-words.ts';
import { foldText, sourceOf } from './fold.ts';
import {
  isNotedMark,
  isPlainMark,
  isRatingWord,
  missingStatus,
  readRatingMark,
  readSideMark,
  statusOfState,
} from './mark.ts';
import { cutNoteMarks } from './note-mark.ts';
import { readUnit } from './unit.ts';

/** Longest cell that is looked into; longer ones are prose. */
const MAX_LENGTH = 2000;
const ZERO = /^\s*ゼロ\s*$/u;
/** A remark that has strayed into a value column. */
const FOOTNOTE = /^\s*(?:※|＊|\*|注[\s\d:：)）])/u;

/** 千円 under a figure's header is the unit of the cell beside it, not a thousand yen. */
function isUnitWithMultiplier(raw: string): boolean {
  const unit = readUnit(raw);
  return unit !== null && unit.multiplier > 0 && unit.unit !== '人';
}

/** Marks that are signs, digits or letters elsewhere: a rating only where they stand alone. */
const OTHER_MARK = /^(?:[A-FS]|[△▲▽〇])$/u;
/** ◎達成: longer words behind a mark are an item of a list. */
const MAX_JUDGEMENT_LENGTH = 12;

function unwrap(words: string): string {
  return words.trim().replace(/^[(（:：](.*?)[)）]?$/u, '$1');
}

/** A cell that is a mark and nothing else: ○ under any header, A or 順調 where a rating is expected. */
function readMarkCell(raw: string, expects: string): CellReading | null {
  const mark = readRatingMark(raw);
  if (expects === 'rating') return mark !== null || isRatingWord(raw) ? { ...NOTHING, kind: 'rating' } : null;
  if (mark === null) return null;
  const words = raw.trim();
  if (words === mark || foldText(words) === mark) {
    return isPlainMark(mark) || OTHER_MARK.test(mark) ? { ...NOTHING, kind: 'rating' } : null;
  }
  const isJudged = isPlainMark(mark) && words.startsWith(mark) && words.length <= MAX_JUDGEMENT_LENGTH;
  return isJudged
    ? { ...NOTHING, kind: 'rating', note: joinNotes([unwrap(words.slice(mark.length))]) }
    : null;
}

/** 12.3p, 1,234*: the figure, and what the sign beside it says. */
function readSideMarked(raw: string, context: CellContext): CellReading | null {
  const side = readSideMark(raw);
  if (side === null) return null;
  const { mark, obsStatus } = side;
  return { ...readCell(side.figure, context), obsStatus, note: obsStatus === 'P' ? null : mark };
}

/** 75※, ○※1, 集計中（注1）: what stands before a footnote mark, with the mark as its note. */
function readNoted(raw: string, context: CellContext): CellReading | null {
  const cut = readSideMark(raw) === null ? cutNoteMarks(raw) : null;
  if (cut === null) return null;
  const reading = readCell(cut.rest, context);
  return { ...reading, note: joinNotes([reading.note ?? '', cut.marks]) };
}

function unitDefault(context: CellContext): UnitDefault {
  return { unit: context.unit ?? null, multiplier: context.multiplier ?? 0 };
}

/**
 * Reads one value cell with what its headers say of it. Never throws; a cell nothing is known about is `text`.
 *
 *     raw '-164人増加 (1,227人)'  →  -164 人, direction increase, part 1227 人
 *     raw '450', unit 円, multiplier 3  →  450000 円
 */
export function readCell(raw: string, context: CellContext = {}): CellReading {
  const expects = context.expects ?? 'any';
  if (raw.length > MAX_LENGTH) return NOTHING;
  if (expects === 'rating' && missingStatus(raw, context.missingMarks) === null) {
    const mark = readMarkCell(raw, expects);
    if (mark !== null) return mark;
  }
  const missing = missingStatus(raw, context.missingMarks);
  if (missing !== null) {
    return { ...NOTHING, kind: 'missing', obsStatus: missing, note: isNotedMark(raw) ? raw.trim() : null };
  }
  const noted = readNoted(raw, context);
  if (noted !== null) return noted;
  const mark = readMarkCell(raw, expects);
  if (mark !== null) return mark;
  const state = statusOfState(raw);
  if (state !== null) return { ...NOTHING, kind: 'status', obsStatus: state };
  if (ZERO.test(raw)) return readCell('0', context);
  const marked = readSideMarked(raw, context);
  if (marked !== null) return marked;
  if (FOOTNOTE.test(raw) || isUnitWithMultiplier(raw)) return NOTHING;
  const items = findItems(raw, { countsMarks: expects === 'count', era: context.era ?? null });
  return readItems(items, context);
}

function readItems(items: CellItems, context: CellContext): CellReading {
  const { folded, brackets } = items;
  const { text } = folded;
  const lent = unitDefault(context);
  const only = brackets[0];
  if (only !== undefined && brackets.length === 1) {
    const outside = text.slice(0, only.start) + text.slice(only.end);
    if (outside.trim() === '') return readCell(sourceOf(folded, only.innerStart, only.innerEnd), context);
  }
  const main = items.numbers.filter(isOutside(brackets));
  if (main.length === 0) return readWords(items, context, lent);
  if (main.length === 1) return readQuantity(items, main[0]!, lent, 0, text.length);
  return readCompound(items, main, lent, (number, start, end) =>
    readQuantity(items, number, lent, start, end),
  );
}
