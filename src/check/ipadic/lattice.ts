import { type Characters, charactersOf } from './characters.ts';
import type { Dictionary, Entries } from './dictionary.ts';

/** A word of the cheapest way through a text, at UTF-16 offsets of it. */
export interface PathWord {
  readonly start: number;
  readonly end: number;
  /** 名詞, 接尾, 助数詞 */
  readonly features: readonly string[];
}

/** A word that may stand at a place, with the cheapest way to its end. */
interface Node {
  readonly entry: number;
  readonly entries: Entries;
  readonly start: number;
  readonly right: number;
  readonly cost: number;
  readonly previous: Node | null;
}

/** The cheapest way on from a place for words of one left id. */
interface Join {
  readonly left: number;
  readonly node: Node;
  readonly cost: number;
}

/** A place words begin at: the words that end there, and the ways on from them. */
interface Place {
  readonly at: number;
  readonly before: readonly Node[];
  readonly joins: Join[];
}

/**
 * The words of a clause on the cheapest way through it: words of the dictionary and runs of characters it does not hold,
 * each at the cost of the word and of joining it to the one before (Viterbi). They are the words kuromoji gives.
 *
 *     相談件数は  →  相談 | 件数 | は
 */
export function cheapestPath(text: string, dictionary: Dictionary): PathWord[] {
  const characters = charactersOf(text, dictionary);
  const { length } = characters.classes;
  const endingAt: Node[][] = Array.from({ length: length + 1 }, () => []);
  endingAt[0]!.push({ entry: -1, entries: dictionary.known, start: 0, right: 0, cost: 0, previous: null });
  for (let at = 0; at < length; at += 1) {
    const place = { at, before: endingAt[at]!, joins: [] };
    if (place.before.length > 0) addWords(place, characters, endingAt, dictionary);
  }
  const path: PathWord[] = [];
  let { node } = joinTo(0, endingAt[length]!, dictionary);
  for (let end = length; node.previous !== null; end = node.start, node = node.previous)
    path.push({
      start: characters.unitOf[node.start]!,
      end: characters.unitOf[end]!,
      features: node.entries.featuresOf(node.entry),
    });
  return path.reverse();
}

/** Adds the words that begin at a place: those of the dictionary, shortest first, then the run it does not hold. */
function addWords(
  place: Place,
  { bytes, byteOf, classes, runEnds }: Characters,
  endingAt: readonly Node[][],
  dictionary: Dictionary,
): void {
  const { base, check, known, unknown } = dictionary;
  const { at } = place;
  let isHeld = false;
  for (let node = 0, byte = byteOf[at]!, end = at + 1; end <= classes.length; end += 1) {
    for (; byte < byteOf[end]! && node >= 0; byte += 1) {
      const child = base[node]! + bytes[byte]!;
      node = check[child] === node ? child : -1;
    }
    if (node < 0) break;
    const leaf = base[node]!;
    if (check[leaf] !== node) continue;
    isHeld = true;
    addEntries(known, -base[leaf]! - 1, place, endingAt[end]!, dictionary);
  }
  const own = classes[at]!;
  const { isAlwaysTried, isGrouped } = dictionary.classes[own]!;
  if (isHeld && !isAlwaysTried) return;
  addEntries(unknown, own, place, endingAt[isGrouped ? runEnds[at]! : at + 1]!, dictionary);
}

/** Adds the entries of one list at a place, each on its cheapest way. */
function addEntries(
  entries: Entries,
  list: number,
  { at, before, joins }: Place,
  ending: Node[],
  dictionary: Dictionary,
): void {
  const { costs, lists, placeOf } = entries;
  const first = placeOf[list]! + 1;
  for (let i = first; i < first + lists[first - 1]!; i += 1) {
    const entry = lists[i]!;
    const half = entry >> 1;
    const left = costs[half]!;
    let join = joins.find((each) => each.left === left);
    if (join === undefined) {
      join = joinTo(left, before, dictionary);
      joins.push(join);
    }
    const cost = join.cost + costs[half + 2]!;
    ending.push({ entry, entries, start: at, right: costs[half + 1]!, cost, previous: join.node });
  }
}

/** The cheapest way on from the words in front of a left id; of equals the first. */
function joinTo(left: number, before: readonly Node[], { joints }: Dictionary): Join {
  const width = joints[1]!;
  let node = before[0]!;
  let cost = Number.POSITIVE_INFINITY;
  for (const each of before) {
    const own = each.cost + joints[each.right * width + left + 2]!;
    if (own < cost) {
      node = each;
      cost = own;
    }
  }
  return { left, node, cost };
}
