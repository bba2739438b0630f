import type { NumberMention } from '../../normalize/index.ts';
import type { Word } from '../tokenizer.ts';
import { isOfTime, phraseAfter, phraseBefore, type Subject } from './phrases.ts';

/** What a number may count. 843人が受講した may be some of all, 受講者は843人 is all. */
export interface Counted {
  readonly subject: Subject;
  readonly mayBePart: boolean;
}

/** Words between a subject and its number. */
const MOST_WORDS_BETWEEN = 12;

/**
 * What a number may count, the nearest first.
 *
 *     3件の事業者入会があった      代表生徒16人が参加      相談件数は47件となった      843人が受講した
 *     ^^^^^^^^^^                ^^^^^^^^                ^^^^^^^^                     ^^^^
 */
export function countedBy(all: readonly Word[], mention: NumberMention): Counted[] {
  const first = all.findIndex(({ end }) => end > mention.start);
  const next = all.findIndex(({ start }) => start >= mention.end);
  const following = next < 0 ? all.length : next;
  if (all[following]?.surface === 'の') return counted(phraseAfter(all, following + 1), true);
  const direct = all[first - 1];
  if (direct !== undefined && (direct.kind === 'noun' || /^[・:：…]+$/u.test(direct.surface))) {
    let end = first;
    while (end > 0 && all[end - 1]?.kind === 'mark') end -= 1;
    return counted(phraseBefore(all, end), true);
  }
  const action = /^[がをに]$/u.test(all[following]?.surface ?? '') ? all[following + 1] : undefined;
  const doing = action?.kind === 'noun' ? counted(phraseAfter(all, following + 1), true) : [];
  return [...doing, ...topicOf(all, first)];
}

/** The words of a label that ends at an offset: 空き家活用件数|: R1年度 10件. */
export function labelBefore(all: readonly Word[], at: number): Counted[] {
  const end = all.findLastIndex((word) => word.end <= at) + 1;
  return counted(phraseBefore(all, end), false);
}

function topicOf(all: readonly Word[], first: number): Counted[] {
  for (let i = first - 1; i >= Math.max(0, first - MOST_WORDS_BETWEEN); i -= 1) {
    const word = all[i]!;
    if (word.kind === 'verb' || (word.surface === '、' && all[i - 1]?.surface !== 'は')) return [];
    if (word.kind === 'particle' && /^[はがも]$/u.test(word.surface) && !isOfTime(all[i - 1]))
      return counted(phraseBefore(all, i), false);
  }
  return [];
}

const counted = (subject: Subject | null, mayBePart: boolean): Counted[] =>
  subject === null ? [] : [{ subject, mayBePart }];
