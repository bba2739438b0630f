import type { Finding } from '../../../model/index.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { explanationIn } from './explanation.ts';

/** The repair that would make the figures agree, as a suggestion: nothing is changed by it. */
export function SuggestionBox({ finding: { suggestion } }: { readonly finding: Finding }) {
  const words = useWords();
  const language = useLanguage();
  if (!suggestion) return null;
  const shown = (value: string | number | null): string =>
    typeof value === 'number' ? words.number(value) : value || words.blank;
  return (
    <div class="suggestion">
      <span class="label">{words.suggestion}</span>
      <span class="change">
        <del>{shown(suggestion.from)}</del> <span aria-hidden="true">→</span>{' '}
        <ins>{shown(suggestion.to)}</ins>
      </span>
      <span class="explains">
        {words.wouldExplain}: {explanationIn(suggestion.explains, language)}
      </span>
    </div>
  );
}
