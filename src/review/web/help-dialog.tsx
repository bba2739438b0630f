import { useEffect, useRef } from 'preact/hooks';
import { review } from './state/review.ts';
import { setKeys } from './state/settings.ts';
import { useStore } from './state/store.ts';
import { useWords } from './words/words.ts';

/** Which key does what; the keys of one letter can be switched off for who speaks to a computer. */
export function HelpDialog() {
  const words = useWords();
  const isOpen = useStore(review, (state) => state.helpIsOpen);
  const keysAreOn = useStore(review, (state) => state.keysAreOn);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current!.open) dialog.current!.showModal();
    if (!isOpen) dialog.current!.close();
  }, [isOpen]);
  const close = (): void => review.set({ helpIsOpen: false });
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">{words.keysTitle}</h2>
      <dl class="keys">
        {words.keys.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={keysAreOn}
          onChange={({ currentTarget }) => setKeys(currentTarget.checked)}
        />
        <span>{words.keysOn}</span>
      </label>
      <p>
        <button type="button" class="primary" onClick={close}>
          {words.close}
        </button>
      </p>
    </dialog>
  );
}
