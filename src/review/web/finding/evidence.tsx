import type { Finding } from '../../../model/index.ts';
import { evidenceName } from '../words/evidence.ts';
import { useLanguage, useWords } from '../words/words.ts';

/** The figures a rule compared, by name, as it told them. */
export function Evidence({ finding: { evidence, confidence } }: { readonly finding: Finding }) {
  const words = useWords();
  const language = useLanguage();
  const figures = Object.entries(evidence);
  if (figures.length === 0) return null;
  return (
    <details class="evidence" open>
      <summary>
        {words.evidence}{' '}
        <small>
          {words.confidence} {Math.round(confidence * 100)}%
        </small>
      </summary>
      <dl>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{evidenceName(name, language)}</dt>
            <dd>{typeof value === 'number' ? words.number(value) : (value ?? '–')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
