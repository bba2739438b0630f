import { review } from './state/review.ts';
import { useStore } from './state/store.ts';
import { useLanguage, useWords } from './words/words.ts';

/** Says which finding is shown, for who hears the page. */
export function SpokenFinding() {
  const words = useWords();
  const language = useLanguage();
  const finding = useStore(review, (state) => state.finding?.finding);
  return (
    <p class="unseen" aria-live="polite">
      {finding && `${words.severities[finding.severity]}: ${finding.message[language]}`}
    </p>
  );
}
