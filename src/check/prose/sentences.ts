import { findPeriods, type PeriodMention } from '../../normalize/index.ts';
import type { Tokenize, Word } from '../tokenizer.ts';
import { whenAsked } from './when-asked.ts';

/** Whole clauses of a sentence, with the comma in front of them. */
export interface Clauses {
  readonly start: number;
  readonly end: number;
}

/** A sentence of a text; its words and periods are made when somebody asks. */
export interface Sentence {
  readonly text: string;
  /** the words of some clauses, at offsets of the sentence */
  readonly words: (clauses: Clauses) => readonly Word[];
  readonly periods: () => readonly PeriodMention[];
}

/** What is longer is no sentence but a list or a broken text. */
const LONGEST_SENTENCE = 2000;
const END = /[^。\n]+?(?:。|\n|$| (?=[・○◎●※■①-⑳【]))/gu;

/** Parts a folded text into its sentences and bullets. */
export function sentencesOf(text: string, tokenize: Tokenize): Sentence[] {
  return [...text.matchAll(END)]
    .map(([sentence]) => sentence.trim())
    .filter(({ length }) => length > 0 && length <= LONGEST_SENTENCE)
    .map((sentence) => ({
      text: sentence,
      words: wordsOf(sentence, tokenize),
      periods: whenAsked(() => findPeriods(sentence)),
    }));
}

function wordsOf(sentence: string, tokenize: Tokenize): Sentence['words'] {
  const made = new Map<string, readonly Word[]>();
  return ({ start, end }) => {
    const key = `${start} ${end}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const words = tokenize(sentence.slice(start, end)).map((word) => ({
      ...word,
      start: word.start + start,
      end: word.end + start,
    }));
    made.set(key, words);
    return words;
  };
}

/**
 * Where the subject of a statement may stand: in its clause, and in those in front that end in は.
 *
 *     市が主催し、相談件数は、前年度より増加した。
 *               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function reachOf(sentence: string, start: number, end: number): Clauses {
  let from = sentence.lastIndexOf('、', start - 1);
  while (from > 0 && sentence[from - 1] === 'は') from = sentence.lastIndexOf('、', from - 1);
  return { start: Math.max(from, 0), end: endOfClause(sentence, end) };
}

/** Where the clause of a place ends, with its comma. */
export function endOfClause(sentence: string, at: number): number {
  const comma = sentence.indexOf('、', at);
  return comma < 0 ? sentence.length : comma + 1;
}

/**
 * The year a place of a sentence speaks of: the nearest one in front that is no beginning or end of a span.
 *
 *     令和2年度は大幅に伸びたが、令和5年度は微増      →  令和5年度
 *     令和4年度から管轄を拡充したことにより増加した    →  none
 */
export function yearSpokenOf(
  { text, periods }: Sentence,
  at: number,
): { readonly end: string; readonly label: string } | null {
  const before = periods().filter((mention) => mention.end <= at);
  const last = before.findLast(({ period, end }) => {
    const days = (Date.parse(period.end) - Date.parse(period.start)) / 86_400_000;
    return (
      days > 360 && days < 370 && !/^(?:から|より|以降|以来|まで|に策定|策定|補正|~|-)/u.test(text.slice(end))
    );
  });
  return last === undefined ? null : { end: last.period.end, label: last.period.label };
}
