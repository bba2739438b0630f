import type { Part } from '../model/index.ts';
import { labelOf, readBrackets, toPart, type UnitDefault } from './cell-brackets.ts';
import type { Bracket, CellItems } from './cell-items.ts';
import { leftWords, readPhrase } from './cell-phrase.ts';
import { type CellReading, joinNotes, NOTHING } from './cell-reading.ts';
import { sourceOf } from './fold.ts';
import type { ScannedMention } from './mention.ts';
import { qualifierAfter, tellsTarget } from './qualifier.ts';

type ReadQuantity = (number: ScannedMention, start: number, end: number) => CellReading;

/** A number of a cell of several, with the words in front of it. */
interface Labelled {
  readonly number: ScannedMention;
  readonly label: string;
  /** Words further in front that are no label: 基準年の滞在人口 平日:… */
  readonly lead: string;
  /** Where its label begins. */
  readonly start: number;
  /** Behind its unit and qualifying words. */
  readonly end: number;
}

const RANGE = /^ ?[~-] ?$/u;
const SUBORDINATE = /^[はがもをの]/u;
const ASIDE = /^ *(?:※|ただし|但し|注|\*)/u;
const MAX_LABEL_LENGTH = 30;
const MAX_TRAILING_LENGTH = 30;

/** End of the qualifying words behind a number. */
function endOf(items: CellItems, number: ScannedMention, stop: number): number {
  let end = number.end;
  for (let word = qualifierAfter(items.folded.text, end, stop); word !== null; ) {
    end = word.end;
    word = qualifierAfter(items.folded.text, end, stop);
  }
  return end;
}

/** The bracket right in front of a number: (小)0.25. */
function namingBracket(items: CellItems, from: number, number: ScannedMention): Bracket | undefined {
  return items.brackets.find(
    (item) =>
      item.start >= from &&
      item.end <= number.start &&
      items.folded.text.slice(item.end, number.start).trim() === '',
  );
}

/** The label of each number: a mark, the bracket right in front, or the words since the number before. */
function labelNumbers(items: CellItems, numbers: readonly ScannedMention[]): Labelled[] {
  const { text } = items.folded;
  let from = 0;
  return numbers.map((number, index) => {
    const end = endOf(items, number, numbers[index + 1]?.start ?? text.length);
    const since = from;
    from = end;
    const mark = items.marks.find((item) => item.end === number.start);
    const bracket = namingBracket(items, since, number);
    const named = mark ?? bracket;
    if (named !== undefined) {
      const label = mark?.mark ?? labelOf(items, bracket!.innerStart, bracket!.innerEnd);
      return { number, label, lead: labelOf(items, since, named.start), start: named.start, end };
    }
    const cut = index === 0 ? text.slice(since, number.start).trimEnd().lastIndexOf(' ') : -1;
    const isLead = cut > 0 && tellsTarget(text.slice(since, since + cut));
    const start = isLead ? since + cut : since;
    const lead = isLead ? labelOf(items, since, start) : '';
    return { number, label: labelOf(items, start, number.start), lead, start, end };
  });
}

/** Brackets that stand behind a number and so belong to it or to the cell, not in front of the next as its name. */
function looseBrackets(items: CellItems, numbers: readonly ScannedMention[]): Bracket[] {
  const { text } = items.folded;
  return items.brackets.filter(
    (bracket) =>
      !numbers.some(
        (number) => bracket.end <= number.start && text.slice(bracket.end, number.start).trim() === '',
      ),
  );
}

function partsOf(items: CellItems, labelled: readonly Labelled[], lent: UnitDefault): Part[] {
  return labelled.map(({ number, label, start, end }) =>
    toPart(label === '' ? null : label, number, labelOf(items, start, end), lent),
  );
}

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
  const { text } = items.folded;
  const range = readRange(items, numbers, lent);
  if (range !== null) return { ...NOTHING, parts: range };
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return NOTHING;
  const labelled = labelNumbers(items, numbers);
  const aside = numbers.find(
    (number, index) =>
      index > 0 &&
      (ASIDE.test(text.slice(labelled[index - 1]!.end, number.start)) ||
        (labelled[index]!.label === '' && SUBORDINATE.test(text.slice(number.end)))),
  );
  if (aside === second) {
    const from = labelled[0]!.end;
    const reading = readQuantity(first, 0, from);
    const note = sourceOf(items.folded, from, text.length).trim();
    return reading.kind === 'quantity'
      ? { ...reading, note: reading.note === null ? note : `${reading.note} ${note}` }
      : reading;
  }
  const last = labelled.at(-1)!;
  const brackets = looseBrackets(items, numbers);
  const trailing = leftWords(items, last.end, text.length, brackets);
  const behind = readBrackets(items, brackets, lent);
  const isLong =
    labelled.some(({ label }) => label.length > MAX_LABEL_LENGTH) || trailing.length > MAX_TRAILING_LENGTH;
  const isSpoken =
    labelled.some(({ label }, index) => index > 0 && isProse(label)) ||
    (!tellsTarget(trailing) && isProse(trailing));
  const tells = labelled.some(({ lead }) => lead !== '' && !isMarkCell(items)) || tellsTarget(trailing);
  const isFirstBare = labelled[0]!.label === '' && labelled[0]!.lead === '';
  const areLabelled = labelled.slice(1).every(({ label }) => label !== '');
  const areBare = labelled.every(({ label }) => label === '');
  const parts = isLong || isSpoken ? [] : [...partsOf(items, labelled, lent), ...behind.parts];
  if (isLong || isSpoken || tells) return { ...NOTHING, parts };
  if (isFirstBare && !areBare && areLabelled) {
    const reading = readQuantity(first, 0, labelled[0]!.end);
    return reading.kind === 'quantity'
      ? { ...reading, parts: [...reading.parts, ...parts.slice(1)] }
      : reading;
  }
  if (!areBare && !(labelled[0]!.label !== '' && areLabelled)) return { ...NOTHING, parts };
  const changed = readPhrase(items, first, 0, labelled[0]!.end).qualifiers.direction !== undefined;
  if (areBare && changed && numbers.length === 2)
    return { ...readQuantity(first, 0, labelled[0]!.end), parts: parts.slice(1) };
  return {
    ...NOTHING,
    kind: 'compound',
    qualifiers: behind.qualifiers,
    parts,
    note: joinNotes([trailing, ...behind.notes]),
    obsStatus: behind.obsStatus ?? 'A',
    period: behind.period,
  };
}

function isMarkCell(items: CellItems): boolean {
  return items.marks.length > 0;
}

/** A predicate in the words between numbers: the cell tells something instead of listing it. */
function isProse(words: string): boolean {
  return /。|した|する|ます|です|である|ている|された|及び|により|において/u.test(words);
}
