import { readBrackets, type UnitDefault } from './cell-brackets.ts';
import { type CellItems, isOutside } from './cell-items.ts';
import { leftWords } from './cell-phrase.ts';
import { readQuantity } from './cell-quantity.ts';
import { type CellContext, type CellReading, joinNotes, NOTHING } from './cell-reading.ts';
import { sourceOf } from './fold.ts';
import {
  isPlainMark,
  isStatusWord,
  missingStatus,
  type ObsStatus,
  readRatingMark,
  statusOfState,
} from './mark.ts';

/** Words beside a period this long are prose that happens to name one. */
const MAX_WORDS_LENGTH = 15;

/** No number outside brackets: a state, a missing figure with a remark, or a target in words with its level. */
export function readWords(items: CellItems, context: CellContext, lent: UnitDefault): CellReading {
  const { folded, brackets } = items;
  const words = leftWords(items, 0, folded.text.length, brackets);
  const outside = items.periods.filter(isOutside(brackets));
  const bare = leftWords(items, 0, folded.text.length, [...brackets, ...outside]);
  const behind = readBrackets(items, brackets, lent);
  const first = outside[0];
  const leads =
    first !== undefined && folded.text.slice(0, first.start).trim() === '' && bare.length <= MAX_WORDS_LENGTH;
  const own = {
    parts: [...behind.parts],
    note: joinNotes(behind.notes),
    period: leads ? first.period : behind.period,
  };
  const missing = words === '' ? missingOf(items, context) : missingStatus(words, context.missingMarks);
  if (missing !== null) {
    const isAwaited = behind.notes.some((note) => isStatusWord(note));
    return { ...NOTHING, ...own, kind: 'missing', obsStatus: isAwaited ? 'O' : missing };
  }
  if (bare === '' && behind.parts.length === 1 && leads) {
    const number = items.numbers[0]!;
    return { ...readQuantity(items, number, lent, number.start, number.end), period: first.period };
  }
  const state = statusOfState(words) ?? statusOfState(bare);
  if (state !== null) return { ...NOTHING, ...own, kind: 'status', obsStatus: state };
  const mark = readRatingMark(words);
  if (mark !== null && mark === words && isPlainMark(mark)) return { ...NOTHING, ...own, kind: 'rating' };
  const isShort = bare.length <= MAX_WORDS_LENGTH;
  return { ...NOTHING, ...own, note: null, period: isShort ? own.period : null };
}

/** The mark left when trimming has taken it for an edge: － (集計中). */
function missingOf(items: CellItems, context: CellContext): ObsStatus | null {
  const { folded, brackets } = items;
  const end = brackets[0]?.start ?? folded.text.length;
  const mark = sourceOf(folded, 0, end).trim();
  return mark === '' ? null : missingStatus(mark, context.missingMarks);
}
