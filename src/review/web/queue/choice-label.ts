import type { Choice } from '../../api.ts';
import { type Language, review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useLanguage, type Words } from '../words/words.ts';

export type Field = keyof Words['filters'];

/** What a choice of a filter is called: by the page where it has the words, else by the server. */
export function choiceLabel(
  field: Field,
  { value, label }: Choice,
  words: Words,
  language: Language,
): string {
  if (field === 'severity' && value in words.severities)
    return words.severities[value as keyof Words['severities']];
  if (field === 'verdict')
    return value === 'open' ? words.open : (words.verdicts[value as keyof Words['verdicts']] ?? value);
  return (typeof label === 'string' ? label : label[language]) || value;
}

/** A rule’s title, as the filters know it; its slug where they do not. */
export function useRuleTitle(): (rule: string) => string {
  const language = useLanguage();
  const rules = useStore(review, (state) => state.run?.choices.rule);
  return (rule) => {
    const label = rules?.find(({ value }) => value === rule)?.label ?? rule;
    return typeof label === 'string' ? label : label[language];
  };
}
