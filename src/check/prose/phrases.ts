import type { Word } from '../tokenizer.ts';

/** What a number or a verb speaks of, as found in the text. */
export interface Subject {
  readonly words: readonly Word[];
  readonly text: string;
}

/** 令和5年度は, 今年は: no subject but the time. */
export const isOfTime = (word: Word | undefined): boolean =>
  /(?:年度?|月|日|期|間|末|中)$/u.test(word?.surface ?? '');

const JOINS = /^(?:の|から|へ|と|や|で)$/u;

const isPhrase = ({ kind, surface }: Word): boolean =>
  kind === 'noun' || kind === 'prefix' || (kind === 'mark' && /^[・「」『』\-/.]+$/u.test(surface));

/** The noun phrase that ends before `end`: …からの相談件数|は. Null where it points back (その参加者). */
export function phraseBefore(all: readonly Word[], end: number): Subject | null {
  let start = end;
  while (start > 0) {
    const word = all[start - 1] as Word;
    const next = all[start];
    if (isPhrase(word)) start -= 1;
    else if (word.kind === 'particle' && start < end && word.surface === 'の' && start > 1) start -= 1;
    else if (word.kind === 'particle' && JOINS.test(word.surface) && next?.surface === 'の') start -= 1;
    else break;
  }
  while (start < end && !isPhrase(all[start] as Word)) start += 1;
  if (/^(?:その|この|同|うち)$/u.test(all[start - 1]?.surface ?? '')) return null;
  return subjectOf(all.slice(start, end));
}

/** The noun phrase that begins at `start`: 事業者入会|が. */
export function phraseAfter(all: readonly Word[], start: number): Subject | null {
  let end = start;
  while (end < all.length && (isPhrase(all[end] as Word) || (all[end]?.surface === 'の' && end > start)))
    end += 1;
  return subjectOf(all.slice(start, end));
}

function subjectOf(phrase: readonly Word[]): Subject | null {
  const text = phrase
    .map(({ surface }) => surface)
    .join('')
    .replace(/^[・\-/.]+|[・\-/.]+$/gu, '');
  return text === '' || !phrase.some(({ kind }) => kind === 'noun') ? null : { words: phrase, text };
}
