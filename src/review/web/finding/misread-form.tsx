import { useRef } from 'preact/hooks';
import type { FindingView } from '../../api.ts';
import { ReadingField } from '../row/reading-field.tsx';
import { decide } from '../state/decide.ts';
import { review } from '../state/review.ts';
import { useFocus } from '../use-focus.ts';
import { useWords } from '../words/words.ts';

/** Asks what the cell says; without a cell the verdict is taken as it is. */
export function MisreadForm({ view: { finding, row } }: { readonly view: FindingView }) {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useFocus(button);
  const suspect = row?.observations.find(({ id }) => id === finding.observationIds[0]);
  const cancel = (): void => review.set({ entry: null });
  if (!suspect)
    return (
      <div class="entry">
        <button ref={button} type="button" class="primary" onClick={() => void decide('misreading')}>
          {words.verdicts.misreading}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    );
  const { suggestion } = finding;
  const suggested =
    suggestion?.observationId === suspect.id && suggestion.to !== null ? String(suggestion.to) : null;
  return (
    <ReadingField
      observation={suspect}
      suggested={suggested}
      onTake={(value) => void decide('misreading', value)}
      onCancel={cancel}
    />
  );
}
