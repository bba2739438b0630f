import type { Verdict } from '../../../model/index.ts';
import { decide, undo } from '../state/decide.ts';
import { review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../words/words.ts';

/** Verdicts in the order of their keys. */
export const KEYED_VERDICTS = [
  'sourceError',
  'misreading',
  'fine',
  'unsure',
] as const satisfies readonly Verdict[];

/** `misreading` asks for the value first; the others are taken at once. */
export function chooseVerdict(verdict: Verdict): void {
  if (verdict === 'misreading') review.set({ entry: 'misreading' });
  else void decide(verdict);
}

/** The verdicts as buttons, each with its key. */
export function VerdictBar({ current }: { readonly current: Verdict | null }) {
  const words = useWords();
  const entry = useStore(review, (state) => state.entry);
  const note = useStore(review, (state) => state.note);
  return (
    <div class="verdict-bar">
      {KEYED_VERDICTS.map((verdict, index) => (
        <button
          type="button"
          key={verdict}
          class={`decide-button ${verdict}`}
          aria-pressed={current === verdict}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => chooseVerdict(verdict)}
        >
          <span class="kbd" aria-hidden="true">
            {index + 1}
          </span>{' '}
          {words.verdicts[verdict]}
        </button>
      ))}
      <button
        type="button"
        class="side-button"
        aria-keyshortcuts="n"
        aria-pressed={entry === 'note'}
        onClick={() => review.set({ entry: entry === 'note' ? null : 'note' })}
      >
        <span class="kbd" aria-hidden="true">
          n
        </span>{' '}
        {words.note}
        {note.trim() && ' ●'}
      </button>
      <button type="button" class="side-button" aria-keyshortcuts="u" onClick={() => void undo()}>
        <span class="kbd" aria-hidden="true">
          u
        </span>{' '}
        {words.undo}
      </button>
    </div>
  );
}
