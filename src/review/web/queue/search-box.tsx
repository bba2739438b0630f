import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';

interface SearchBoxProps {
  readonly label: string;
  readonly id: string;
  readonly onSearch: (search: string) => void;
}

/** A search starts once nothing was typed for this long. */
const PAUSE_MILLISECONDS = 200;

export function SearchBox({ label, id, onSearch }: SearchBoxProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const sent = useRef('');
  useEffect(() => {
    if (typed === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed;
      onSearch(typed);
    }, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      id={id}
      class="search"
      type="search"
      aria-label={words.search}
      placeholder={label}
      value={typed}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) event.currentTarget.blur();
      }}
    />
  );
}
