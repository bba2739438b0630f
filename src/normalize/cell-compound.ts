import type { Part } from '../model/index.ts';
import { readBrackets, toPart, type UnitDefault } from './cell-brackets.ts';
import type { CellItems } from './cell-items.ts';
import { type Labelled, labelNumbers, toParts } from './cell-labels.ts';
import { leftWords, readPhrase } from './cell-phrase.ts';
import { type CellReading, joinNotes, NOTHING } from './cell-reading.ts';
import { sourceOf } from './fold.ts';
import type { ScannedMention } from './mention.ts';
import { tellsTarget } from './qualifier.ts';

type ReadQuantity = (number: ScannedMention, start: number, end: number) => CellReading;

const RANGE = /^ ?[~-] ?$/u;
const SUBORDINATE = /^[はがもをの]/u;
const ASIDE = /^ *(?:※|ただし|但し|注|\*)/u;
const MAX_LABEL_LENGTH = 30;
const MAX_TRAILING_LENGTH = 30;

/** 2～3ポイント: two numbers that are the ends of one. The first takes sign and unit of its neighbour. */
function readRange(items: CellItems, numbers: readonly ScannedMention[], lent: UnitDefault): Part[] | null {
  const [low, high] = numbers;
  if (low === undefined || high === undefined || numbers.length !== 2) return null;
  if (!RANGE.test(items.folded.text.slice(low.end, high.start))) return null;
  const raw = sourceOf(items.folded, low.start, high.end);
  const unit = { unit: high.unit ?? lent.unit, multiplier: high.unit === null ? lent.multiplier : 0 };
  const sign = low.value.lt(0) && !high.isSigned ? -1 : 1;
  return [toPart(null, low, raw, unit), toPart(null, { ...high, value: high.value.times(sign) }, raw, unit)];
}

/** A predicate in the words between numbers: the cell tells something instead of listing it. */
function isProse(words: string): boolean {
  return /。|した|する|ます|です|である|ている|された|及び|により|において/u.test(words);
}

/** What the numbers of a cell are to each other. */
type Shape =
  /** words with figures in them */
  | 'prose'
  /** a target in words with its levels: 基準年の滞在人口 平日:… 休日:… を維持する */
  | 'target'
  /** a value, and figures that say more of it: 120人 うち新規15人, 67人増加 1,430人 */
  | 'detailed'
  | 'compound';

function shapeOf(items: CellItems, labelled: readonly Labelled[], trailing: string): Shape {
  const [first, ...others] = labelled;
  const isLong =
    labelled.some(({ label }) => label.length > MAX_LABEL_LENGTH) || trailing.length > MAX_TRAILING_LENGTH;
  const isTarget = tellsTarget(trailing);
  if (isLong || others.some(({ label }) => isProse(label)) || (!isTarget && isProse(trailing)))
    return 'prose';
  if (isTarget || (items.marks.length === 0 && labelled.some(({ lead }) => lead !== ''))) return 'target';
  const labels = others.filter(({ label }) => label !== '').length;
  if (first!.label !== '') return labels === others.length ? 'compound' : 'target';
  if (labels === others.length) return 'detailed';
  if (labels > 0) return 'target';
  const { direction } = readPhrase(items, first!.number, 0, first!.end).qualifiers;
  return direction !== undefined && others.length === 1 ? 'detailed' : 'compound';
}

/** Where a remark begins that has numbers of its own: 14件 |2件は同一業社. */
function remarkStart(items: CellItems, labelled: readonly Labelled[]): number | null {
  const { text } = items.folded;
  const [first, second] = labelled;
  const isMarked = ASIDE.test(text.slice(first!.end, second!.number.start));
  const isSubject = second!.label === '' && SUBORDINATE.test(text.slice(second!.number.end));
  return isMarked || isSubject ? first!.end : null;
}

/**
 * Reads a cell of several numbers: a compound with its labels, a value with further figures behind it, a value with a
 * remark, or a target told in words.
 *
 *     一般不妊治療 162,960円 産後ケア事業 0円      14件 2件は同一業社
 *     ^^^^^^^^^^^^ ^^^^^^^^^ ^^^^^^^^^^^^ ^^^      ^^^^ value, note behind it
 */
export function readCompound(
  items: CellItems,
  numbers: readonly ScannedMention[],
  lent: UnitDefault,
  readQuantity: ReadQuantity,
): CellReading {
  const range = readRange(items, numbers, lent);
  if (range !== null) return { ...NOTHING, parts: range };
  const { labelled, loose } = labelNumbers(items, numbers);
  const first = labelled[0]!;
  const { length } = items.folded.text;
  const remark = remarkStart(items, labelled);
  if (remark !== null) {
    const reading = readQuantity(first.number, 0, remark);
    const words = sourceOf(items.folded, remark, length).trim();
    return reading.kind === 'text' ? reading : { ...reading, note: joinNotes([reading.note ?? '', words]) };
  }
  const trailing = leftWords(items, labelled.at(-1)!.end, length, loose);
  const shape = shapeOf(items, labelled, trailing);
  if (shape === 'prose') return NOTHING;
  const behind = readBrackets(items, loose, lent);
  const parts = [...toParts(items, labelled, lent), ...behind.parts];
  if (shape === 'target') return { ...NOTHING, parts };
  if (shape === 'detailed') {
    const reading = readQuantity(first.number, 0, first.end);
    return reading.kind === 'text' ? reading : { ...reading, parts: [...reading.parts, ...parts.slice(1)] };
  }
  const { qualifiers, obsStatus, period, notes } = behind;
  return {
    ...NOTHING,
    kind: 'compound',
    qualifiers,
    parts,
    note: joinNotes([trailing, ...notes]),
    obsStatus: obsStatus ?? 'A',
    period,
  };
}
