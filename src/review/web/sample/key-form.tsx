import { useRef, useState } from 'preact/hooks';
import { useFocus } from '../use-focus.ts';
import { useWords } from '../words/words.ts';

interface KeyFormProps {
  readonly unit: string | null;
  /** null: cannot be read */
  readonly onKeyed: (keyed: string | null) => void;
}

/** Asks for a value as it is printed. */
export function KeyForm({ unit, onKeyed }: KeyFormProps) {
  const { sample } = useWords();
  const [keyed, setKeyed] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useFocus(input);
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        onKeyed(keyed);
      }}
    >
      <p>{sample.about}</p>
      <label>
        <span>
          {sample.keyed} {unit && <small>{`${sample.unit}: ${unit}`}</small>}
        </span>
        <input
          name="keyed"
          ref={input}
          autocomplete="off"
          spellcheck={false}
          value={keyed}
          onInput={({ currentTarget }) => setKeyed(currentTarget.value)}
        />
      </label>
      <p class="entry-buttons">
        <button type="submit" class="primary">
          {sample.next}
        </button>
        <button type="button" onClick={() => onKeyed(null)}>
          {sample.unreadable}
        </button>
      </p>
    </form>
  );
}
