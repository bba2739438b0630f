import type { RecordedVerdict } from '../../../model/index.ts';
import { useLanguage, useWords } from '../words/words.ts';

/** Who decided what and when, the latest first. */
export function History({ verdicts }: { readonly verdicts: readonly RecordedVerdict[] }) {
  const words = useWords();
  const language = useLanguage();
  if (verdicts.length === 0) return null;
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="history">
      <h3>{words.history}</h3>
      <ol>
        {verdicts.map(({ verdict, by, at, value, note }) => (
          <li key={at}>
            <span class={`verdict ${verdict ?? ''}`}>
              {verdict === null ? words.undo : words.verdicts[verdict]}
            </span>{' '}
            {value !== null && <b class="raw">{value}</b>} {by ?? words.somebody}{' '}
            <time dateTime={at}>{clock.format(new Date(at))}</time>
            {note && <p class="note">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
