import { labelKey } from '../normalize/index.ts';
import data from './label-words.json' with { type: 'json' };

const SPELLINGS = new Map(
  data.spellings.flatMap(([first, ...others]) => others.map((other) => [other, first])),
);
const SPELLING = new RegExp([...SPELLINGS.keys()].toSorted(byLength).join('|'), 'gu');
const GENERIC = new RegExp(data.generic.toSorted(byLength).join('|'), 'gu');
/** 就職率を17%にする: what is meant to become of it is not part of its name. */
export const AIM = /を約?[0-9][^を]{0,60}$/u;
const BRACKET_BEHIND = /\([^()]*\)$/u;
const JOINTS = /[の、「」\s]|を(?=[^、]{2})/gu;
const SHORTEST_TELLING = 3;
const SHORTEST = 2;

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

/** One spelling for words that official writing spells in two ways: 寄附 → 寄付, 取り組み → 取組. */
export function foldSpelling(text: string): string {
  return text.replace(SPELLING, (word) => SPELLINGS.get(word) ?? word);
}

/**
 * What an indicator is about, whichever table names it.
 *
 *     市内企業への就職率を17%にする。      →  市内企業へ就職率
 *     滞在人口(15歳以上80歳未満)           →  滞在人口
 *     年間寄附金額 / 年間寄付金額          →  年間寄付金額
 *     民間活力導入事業 / 民間活力導入事業数 →  民間活力導入事業
 */
export function joinKey(label: string): string {
  const folded = foldSpelling(labelKey(label));
  const named = folded.replace(AIM, '');
  const bare = named.replace(BRACKET_BEHIND, '') || named;
  const joined = bare.replace(JOINTS, '');
  return joined.length > SHORTEST ? joined.replace(/数$/u, '') : joined;
}

/** What the bracket at the end of a label says: (小6国語); null where there is none. */
export const bracketBehind = (label: string): string | null =>
  BRACKET_BEHIND.exec(labelKey(label))?.[0] ?? null;

/** Whether a label names one thing wherever it stands: 年間宿泊客数 does, 参加者数 names another thing in each row. */
export function isTelling(key: string): boolean {
  return key.replace(GENERIC, '').length >= SHORTEST_TELLING;
}
