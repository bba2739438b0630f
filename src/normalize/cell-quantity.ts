import { readBracket, readBrackets, toPart, type UnitDefault } from './cell-brackets.ts';
import type { Bracket, CellItems } from './cell-items.ts';
import { leftWords, readPhrase } from './cell-phrase.ts';
import { type CellReading, joinNotes, NOTHING } from './cell-reading.ts';
import { sourceOf } from './fold.ts';
import { estimateStatus } from './mark.ts';
import type { ScannedMention } from './mention.ts';

/** More words than this around one number are a sentence about it. */
const MAX_NOTE_LENGTH = 30;

/**
 * One number with the words and brackets around it, within a stretch of the cell.
 *
 *     約1万㎡の削減     4年間で2,996円/人の増加     14件 (※①)
 */
export function readQuantity(
  items: CellItems,
  number: ScannedMention,
  lent: UnitDefault,
  start: number,
  end: number,
): CellReading {
  const within = items.brackets.filter((bracket) => bracket.start >= start && bracket.end <= end);
  const labels = within.filter((bracket) => isLabel(items, bracket, number));
  const behind = readBrackets(
    items,
    within.filter((bracket) => !labels.includes(bracket)),
    { unit: number.unit ?? lent.unit, multiplier: number.unit === null ? lent.multiplier : 0 },
  );
  const left = Math.max(start, ...within.filter((b) => b.end <= number.start).map((b) => b.end));
  const right = Math.min(end, ...within.filter((b) => b.start >= number.end).map((b) => b.start));
  const phrase = readPhrase(items, number, left, right);
  const outer = [
    leftWords(items, start, left, within),
    phrase.before,
    phrase.after,
    leftWords(items, right, end, within),
  ];
  const marks = items.marks
    .filter((item) => item.start >= start && item.end <= number.start)
    .map((item) => item.mark);
  const notes = [
    ...labels.map((bracket) => sourceOf(items.folded, bracket.innerStart, bracket.innerEnd).trim()),
    ...(marks.length > 0 ? marks : outer.slice(0, 2)),
    ...outer.slice(2),
  ];
  const words = notes.join('');
  const isBare = number.unit === null && lent.unit === null;
  const isNumbering =
    isBare && marks.length === 0 && labels.length === 0 && numbersWords(items.folded.text, number);
  if (
    words.length > MAX_NOTE_LENGTH ||
    isNumbering ||
    isSentence(items.folded.text, phrase.before, phrase.after)
  ) {
    return { ...NOTHING, parts: [...behind.parts], period: null };
  }
  const lends = number.unit === null && number.multiplier === 0 ? lent.multiplier : 0;
  const { value } = toPart(null, number, '', { unit: null, multiplier: lent.multiplier });
  return {
    kind: 'quantity',
    value,
    unit: number.unit ?? behind.unit ?? lent.unit,
    multiplier: number.multiplier === 0 ? lends : number.multiplier,
    precision: number.precision === null ? null : Number(number.precision.times(`1e${lends}`).toString()),
    qualifiers: { ...behind.qualifiers, ...phrase.qualifiers },
    parts: [...behind.parts],
    note: joinNotes([...notes, ...behind.notes]),
    obsStatus: phrase.obsStatus ?? behind.obsStatus ?? 'A',
    period: phrase.period ?? behind.period,
  };
}

/** A bracket without a number right in front of one names it: (小)0.25. */
function isLabel(items: CellItems, bracket: Bracket, number: ScannedMention): boolean {
  if (bracket.end > number.start || items.folded.text.slice(bracket.end, number.start).trim() !== '')
    return false;
  const inner = readBracket(items, bracket, { unit: null, multiplier: 0 });
  return inner.parts.length === 0 && inner.period === null && inner.unit === null && inner.notes.length > 0;
}

/** 1 安定した雇用を創出する, 戦略6: the number counts headings, not things. */
function numbersWords(text: string, number: ScannedMention): boolean {
  if (number.isSigned || !number.value.round(0, 0).eq(number.value)) return false;
  const before = text.slice(0, number.start);
  const after = text.slice(number.end);
  const leads = before.trim() === '' && /^ \p{L}{3,}/u.test(after) && estimateStatus(after) === null;
  return (
    leads ||
    (/[\p{Script=Han}\p{Script=Katakana}]$/u.test(before) && /^(?:$| )/u.test(after) && number.value.lt(100))
  );
}

/** The number is told in a sentence: 年間観光客を700万人にする. */
function isSentence(text: string, before: string, after: string): boolean {
  if (/。\s*$/u.test(text) && before.length + after.length > 6) return true;
  return /[をはが]$/u.test(before) && /(?:する|した|れる|なる|です|ます|である)$/u.test(after);
}
