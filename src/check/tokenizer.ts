import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readDictionary } from './ipadic/dictionary.ts';
import { cheapestPath } from './ipadic/lattice.ts';
import words from './prose/words.json' with { type: 'json' };

/** What a word does in a sentence, as far as rules on prose ask. */
export type WordKind =
  | 'noun'
  | 'number'
  | 'counter'
  | 'adverb'
  | 'prefix'
  | 'particle'
  | 'verb'
  | 'mark'
  | 'other';

/** A word of a text, at offsets of the text as given. */
export interface Word {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind;
}

/** Parts a text into its words, in order. */
export type Tokenize = (text: string) => readonly Word[];

let loading: Promise<Tokenize> | null = null;

/**
 * The Japanese tokenizer (the IPA dictionary of kuromoji), loaded once a process: a fifth of a second and 130 MB, so only
 * reports whose prose has numbers to compare ask for it. The dictionary comes with the package; nothing is fetched.
 */
export function loadTokenizer(): Promise<Tokenize> {
  loading ??= load();
  return loading;
}

/** What ends a clause; no word reaches over it. */
const CLAUSE = /[^、。]*[、。]|[^、。]+/gu;

async function load(): Promise<Tokenize> {
  const home = dirname(createRequire(import.meta.url).resolve('kuromoji/package.json'));
  const dictionary = await readDictionary(join(home, 'dict'));
  return (text) =>
    [...text.matchAll(CLAUSE)].flatMap(({ 0: clause, index }) =>
      cheapestPath(clause, dictionary).map(
        ({ start, end, features: [pos = '', detail = '', further = ''] }) => {
          const surface = clause.slice(start, end);
          const kind = kindOf(surface, pos, detail, further);
          return { surface, start: index + start, end: index + end, kind };
        },
      ),
    );
}

function kindOf(surface: string, pos: string, detail: string, further: string): WordKind {
  if (!/[\p{L}\p{N}]/u.test(surface)) return 'mark';
  if (pos === '名詞') {
    if ((detail === '数' && surface !== '数') || /^[0-9０-９]+$/u.test(surface)) return 'number';
    if (further === '助数詞') return 'counter';
    return detail === '副詞可能' || detail === '非自立' ? 'adverb' : 'noun';
  }
  if (pos === '副詞') return 'adverb';
  if (pos === '接頭詞') return 'prefix';
  if (pos === '助詞') return 'particle';
  return pos === '動詞' ? 'verb' : pos === '記号' ? 'mark' : 'other';
}

/** Words of several scripts that would fall apart: 問い合わせ, 空き家. */
const MIXED = words.mixed.join('|');
/** A particle behind a noun, alone or in front of more hiragana (はほぼ); がん and ものの are none. */
const PARTICLE =
  '(?<=[^ぁ-ゖ\\s])(?:については|において|について|として|からの|への|での|から|より|まで|には|では|とは|や|へ|を|の(?!び)|が(?!ん)|は(?!じ|ず)|も(?!の)|に|で|と)';
const RUN = new RegExp(
  `(?<number>[0-9０-９][0-9０-９.,．，]*)|(?<noun>${MIXED}|[ァ-ヶー]+|[A-Za-zＡ-Ｚａ-ｚ]+|[\\p{Script=Han}々]+)|(?<particle>${PARTICLE})|(?<other>[ぁ-ゖ]+)|\\s+|[^\\s]`,
  'gu',
);

/** Stands in where no tokenizer was loaded: words as runs of one script. */
export const splitByScript: Tokenize = (text) =>
  [...text.matchAll(RUN)].map(({ 0: surface, index, groups }) => ({
    surface,
    start: index,
    end: index + surface.length,
    kind: groups?.number
      ? 'number'
      : groups?.noun
        ? 'noun'
        : groups?.particle
          ? 'particle'
          : groups?.other
            ? 'other'
            : 'mark',
  }));
