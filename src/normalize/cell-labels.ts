import type { Part } from '../model/index.ts';
import { labelOf, toPart, type UnitDefault } from './cell-brackets.ts';
import type { Bracket, CellItems } from './cell-items.ts';
import type { ScannedMention } from './mention.ts';
import { qualifierAfter, tellsTarget } from './qualifier.ts';

/** A number of a cell of several, with the words in front of it. */
export interface Labelled {
  readonly number: ScannedMention;
  readonly label: string;
  /** Words further in front that are no label: 基準年の滞在人口 平日:… */
  readonly lead: string;
  /** Where its label begins. */
  readonly start: number;
  /** Behind its unit and qualifying words, and behind a bracket that is its own. */
  readonly end: number;
}

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
function bracketInFront(items: CellItems, from: number, number: ScannedMention): Bracket | undefined {
  return items.brackets.find(
    (item) =>
      item.start >= from &&
      item.end <= number.start &&
      items.folded.text.slice(item.end, number.start).trim() === '',
  );
}

/** The bracket right behind a number: 12.3%(H30). */
function bracketBehind(items: CellItems, end: number): Bracket | undefined {
  return items.brackets.find(
    (item) =>
      item.start >= end && item.start <= end + 1 && items.folded.text.slice(end, item.start).trim() === '',
  );
}

/** Numbers with their labels, and the brackets that belong to none of them. */
export interface LabelledNumbers {
  readonly labelled: readonly Labelled[];
  readonly loose: readonly Bracket[];
}

/**
 * Finds the label of each number of a cell: a mark, a bracket in front (or, where the first number has none in front,
 * behind), or the words since the number before.
 *
 *     (小)0.25 (中)2.95     12.3%(H30) 14.5%(R1)     事業6件 協議50件     ○ 2 △ 4
 */
export function labelNumbers(items: CellItems, numbers: readonly ScannedMention[]): LabelledNumbers {
  const { text } = items.folded;
  const [first, second] = numbers;
  const isInFront = first !== undefined && bracketInFront(items, 0, first) !== undefined;
  const firstEnd = first === undefined ? 0 : endOf(items, first, second?.start ?? text.length);
  const isBehind = !isInFront && bracketBehind(items, firstEnd) !== undefined;
  const used = new Set<Bracket>();
  let from = 0;
  const labelled = numbers.map((number, index): Labelled => {
    const since = from;
    const end = endOf(items, number, numbers[index + 1]?.start ?? text.length);
    const behind = isBehind ? bracketBehind(items, end) : undefined;
    const inFront = isInFront ? bracketInFront(items, since, number) : undefined;
    const mark = items.marks.find((item) => item.end === number.start);
    for (const bracket of [behind, inFront]) if (bracket !== undefined) used.add(bracket);
    from = behind?.end ?? end;
    const named = mark ?? inFront;
    if (named !== undefined) {
      const label = mark?.mark ?? labelOf(items, inFront!.innerStart, inFront!.innerEnd);
      return { number, label, lead: labelOf(items, since, named.start), start: named.start, end: from };
    }
    const cut = index === 0 ? text.slice(since, number.start).trimEnd().lastIndexOf(' ') : -1;
    const isLead = cut > 0 && tellsTarget(text.slice(since, since + cut));
    const start = isLead ? since + cut : since;
    const words = labelOf(items, start, number.start);
    const label =
      words !== '' || behind === undefined ? words : labelOf(items, behind.innerStart, behind.innerEnd);
    return { number, label, lead: isLead ? labelOf(items, since, start) : '', start, end: from };
  });
  return { labelled, loose: items.brackets.filter((bracket) => !used.has(bracket)) };
}

/** The numbers as parts, each with the words it was printed with. */
export function toParts(items: CellItems, labelled: readonly Labelled[], lent: UnitDefault): Part[] {
  return labelled.map(({ number, label, start, end }) =>
    toPart(label === '' ? null : label, number, labelOf(items, start, end), lent),
  );
}
