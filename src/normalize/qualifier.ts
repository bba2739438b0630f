import type { Qualifiers } from '../model/index.ts';
import { foldText } from './fold.ts';
import data from './qualifiers.json' with { type: 'json' };

/** A word that says how a number is meant, where it stands in a folded text. */
export interface QualifierWord {
  readonly start: number;
  readonly end: number;
  readonly qualifiers: Qualifiers;
}

interface Entry {
  readonly word: string;
  readonly isFree: boolean;
  readonly qualifiers: Qualifiers;
}

interface RawEntry extends Qualifiers {
  readonly word: string;
  readonly free?: boolean;
}

function entries(raw: readonly RawEntry[]): Entry[] {
  return raw
    .map(({ word, free, ...qualifiers }) => ({ word: foldText(word), isFree: free === true, qualifiers }))
    .sort((a, b) => b.word.length - a.word.length);
}

/** Entries by one character of the word, so that most places are passed at the cost of one look-up. */
function byCharacter(all: readonly Entry[], characterOf: (word: string) => string): Map<string, Entry[]> {
  return Map.groupBy(all, ({ word }) => characterOf(word));
}

const BEFORE = byCharacter(entries(data.before as readonly RawEntry[]), (word) => word.at(-1)!);
const AFTER = byCharacter(entries(data.after as readonly RawEntry[]), (word) => word[0]!);
const NONE: readonly Entry[] = [];

const HAN = /\p{Script=Han}/u;
const JOINT_BEFORE = /[\s()[\]:、,・/~]|[のはがをにで]/u;
/** What may stand between a number and the word behind it. */
const LINK = / ?[のをにが]? ?/y;

/** The qualifying word that ends at a place: 約|30件, 平均|550人. */
export function qualifierBefore(text: string, from: number, end: number): QualifierWord | null {
  let stop = end;
  while (stop > from && text[stop - 1] === ' ') stop -= 1;
  const isLinked = text[stop - 1] === 'で' || text[stop - 1] === ':';
  for (const linked of isLinked ? [stop - 1, stop] : [stop]) {
    for (const { word, isFree, qualifiers } of BEFORE.get(text[linked - 1] ?? '') ?? NONE) {
      const start = linked - word.length;
      if (start < from || !text.startsWith(word, start)) continue;
      if (start === from || isFree || JOINT_BEFORE.test(text[start - 1]!)) return { start, end, qualifiers };
    }
  }
  return null;
}

/** The qualifying word that begins at a place, perhaps behind a の: 以上, の増加, を超える. */
export function qualifierAfter(text: string, from: number, end: number): QualifierWord | null {
  LINK.lastIndex = from;
  const link = LINK.exec(text)?.[0].length ?? 0;
  for (const at of link > 0 ? [from, from + link] : [from]) {
    for (const { word, isFree, qualifiers } of AFTER.get(text[at] ?? '') ?? NONE) {
      const stop = at + word.length;
      if (stop > end || !text.startsWith(word, at)) continue;
      const next = stop < end ? text[stop]! : '';
      if (isFree || !HAN.test(next) || startsQualifier(text, stop, end))
        return { start: from, end: stop, qualifiers };
    }
  }
  return null;
}

function startsQualifier(text: string, at: number, end: number): boolean {
  const known = AFTER.get(text[at] ?? '') ?? NONE;
  return known.some(({ word }) => at + word.length <= end && text.startsWith(word, at));
}

/** Where in a range a qualifying word for behind the number begins, `end` if nowhere: 区画|増加. */
export function nextQualifier(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (qualifierAfter(text, at, end) !== null) return at;
  return end;
}

const TARGETS = data.targets;

/** Words of a target that is told, not counted: 維持する, 全国平均以上. */
export function tellsTarget(text: string): boolean {
  return TARGETS.some((word) => text.includes(word));
}
