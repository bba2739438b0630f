import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Observation } from '../../../model/index.ts';
import type { ReadingAnswer } from '../../api.ts';
import { ask, Refused } from '../ask.ts';
import { useFocus } from '../use-focus.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { readingText } from './reading-text.ts';

interface ReadingFieldProps {
  readonly observation: Observation;
  readonly suggested: string | null;
  readonly onTake: (value: string) => void;
  readonly onCancel: () => void;
}

/** Typed characters are read again once nothing was typed for this long. */
const PAUSE_MILLISECONDS = 120;

/** Asks what a cell says. What the normalizer makes of it is shown while it is typed; Enter takes it. */
export function ReadingField({ observation, suggested, onTake, onCancel }: ReadingFieldProps) {
  const words = useWords();
  const language = useLanguage();
  const [value, setValue] = useState(observation.raw);
  const input = useRef<HTMLInputElement>(null);
  const { after, refusal } = useReading(observation, value);
  useFocus(input);
  useLayoutEffect(() => input.current!.select(), []);
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (!refusal) onTake(value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        <span>{words.whatItSays}</span>
        <input
          ref={input}
          name="value"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </label>
      {suggested !== null && suggested !== value && (
        <button type="button" class="chip" onClick={() => setValue(suggested)}>
          {words.useSuggestion(suggested)}
        </button>
      )}
      <dl class="reread" aria-live="polite">
        <dt>{words.before}</dt>
        <dd>{readingText(observation, words)}</dd>
        <dt>{words.after}</dt>
        <dd class="after">{refusal ? refusal.text[language] : after ? readingText(after, words) : '…'}</dd>
      </dl>
      <p class="entry-buttons">
        <button type="submit" class="primary">
          {words.takeIt}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** What a typed value is read as; null until the server has said so of this very value. */
function useReading(
  { id, documentId }: Observation,
  value: string,
): { readonly after: Observation | null; readonly refusal: Refused | null } {
  const [answer, setAnswer] = useState<{
    value: string;
    after: Observation | null;
    refusal: Refused | null;
  }>();
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      ask<ReadingAnswer>('reading', { observationId: id, documentId, value }).then(
        ({ after }) => isWanted && setAnswer({ value, after, refusal: null }),
        (error) => isWanted && error instanceof Refused && setAnswer({ value, after: null, refusal: error }),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id, documentId, value]);
  return answer?.value === value ? answer : { after: null, refusal: null };
}
