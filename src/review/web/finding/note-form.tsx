import { useRef } from 'preact/hooks';
import { review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useFocus } from '../use-focus.ts';
import { useWords } from '../words/words.ts';

/** A note that goes with the next verdict. */
export function NoteForm() {
  const words = useWords();
  const note = useStore(review, (state) => state.note);
  const input = useRef<HTMLInputElement>(null);
  useFocus(input);
  const close = (): void => review.set({ entry: null });
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <label>
        <span>
          {words.note} <small>{words.noteHint}</small>
        </span>
        <input
          name="note"
          ref={input}
          autocomplete="off"
          value={note}
          onInput={({ currentTarget }) => review.set({ note: currentTarget.value })}
        />
      </label>
    </form>
  );
}
