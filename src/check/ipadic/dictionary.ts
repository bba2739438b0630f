import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const inflate = promisify(gunzip);

/** What becomes of a stretch of characters that the dictionary does not hold, by the kind of its first character. */
export interface CharacterClass {
  /** also where the dictionary has words that begin there */
  readonly isAlwaysTried: boolean;
  /** the whole run of its kind is one word: ABC, カタカナ */
  readonly isGrouped: boolean;
}

/** Entries of words by number: what they cost, what they join, what they are. */
export interface Entries {
  /** at half an entry's number: left id, right id, cost */
  readonly costs: Int16Array;
  /** entries of a word: at its place the count, then their numbers */
  readonly lists: Int32Array;
  /** by word (in the trie) or by class of character: its place in `lists` */
  readonly placeOf: Int32Array;
  /** 名詞, 接尾, 助数詞 of an entry */
  readonly featuresOf: (entry: number) => readonly string[];
}

/** The IPA dictionary as kuromoji packs it. */
export interface Dictionary {
  /** trie over UTF-8 as a double array: node and byte lead to base[node] + byte, where check names the node */
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly known: Entries;
  readonly unknown: Entries;
  /** class of each character of the basic plane */
  readonly classOf: Uint8Array;
  readonly classes: readonly CharacterClass[];
  /** cost of joining a right id to a left id: at right × width + left + 2; the first two are the dimensions */
  readonly joints: Int16Array;
}

/** Reads the dictionary of the package: a hundred megabytes unpacked, each file once and in place. */
export async function readDictionary(folder: string): Promise<Dictionary> {
  const [base, check, joints, known, unknown, classOf, invoke] = await Promise.all([
    unpacked(folder, 'base'),
    unpacked(folder, 'check'),
    unpacked(folder, 'cc'),
    readEntries(folder, 'tid'),
    readEntries(folder, 'unk'),
    unpacked(folder, 'unk_char'),
    unpacked(folder, 'unk_invoke'),
  ]);
  return {
    base: integersOf(base),
    check: integersOf(check),
    joints: shortsOf(joints),
    known,
    unknown,
    classOf,
    classes: classesOf(invoke, unknown.placeOf.length),
  };
}

/** A packed file says its unpacked size in its last four bytes; a chunk of that size needs no joining. */
async function unpacked(folder: string, name: string): Promise<Buffer> {
  const packed = await readFile(join(folder, `${name}.dat.gz`));
  return inflate(packed, { chunkSize: packed.readUInt32LE(packed.length - 4) + 1 });
}

const integersOf = ({ buffer, byteOffset, length }: Buffer): Int32Array =>
  new Int32Array(buffer, byteOffset, length >> 2);
const shortsOf = ({ buffer, byteOffset, length }: Buffer): Int16Array =>
  new Int16Array(buffer, byteOffset, length >> 1);

/** Behind left id, right id and cost, an entry has the place of its features. */
const FEATURES_BYTES = 6;

async function readEntries(folder: string, name: string): Promise<Entries> {
  const [entries, features, map] = await Promise.all([
    unpacked(folder, name),
    unpacked(folder, `${name}_pos`),
    unpacked(folder, `${name}_map`),
  ]);
  const lists = integersOf(map);
  const known = new Map<number, readonly string[]>();
  return {
    costs: shortsOf(entries),
    lists,
    placeOf: placesOf(lists),
    featuresOf: (entry) => {
      const found = known.get(entry);
      if (found !== undefined) return found;
      const start = entries.readInt32LE(entry + FEATURES_BYTES);
      // behind the word itself: part of speech and its details
      const read = features.toString('utf8', start, features.indexOf(0, start)).split(',').slice(1, 4);
      known.set(entry, read);
      return read;
    },
  };
}

/** The lists follow each other: how many there are, then each with its key, its count and its numbers. */
function placesOf(lists: Int32Array): Int32Array {
  const places: number[] = [];
  let highest = 0;
  for (let at = 1; places.length < lists[0]!; at += 2 + lists[at + 1]!) {
    places.push(at);
    highest = Math.max(highest, lists[at]!);
  }
  const placeOf = new Int32Array(highest + 1);
  for (const at of places) placeOf[lists[at]!] = at + 1;
  return placeOf;
}

/** Two flags, a longest length nobody asks for, and a name that ends in zero. */
function classesOf(invoke: Buffer, count: number): CharacterClass[] {
  let at = 0;
  return Array.from({ length: count }, () => {
    const read = { isAlwaysTried: invoke[at] === 1, isGrouped: invoke[at + 1] === 1 };
    at = invoke.indexOf(0, at + 6) + 1;
    return read;
  });
}
