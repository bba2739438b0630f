import { useEffect, useRef } from 'preact/hooks';
import type { FindingFilter } from '../../api.ts';
import { setFilter } from '../state/queue.ts';
import { review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { choiceLabel, type Field } from './choice-label.ts';

const FIELDS = ['severity', 'verdict', 'rule', 'area', 'year', 'department', 'document'] as const;

/** What the queue can be narrowed by, each choice with how many findings it has. */
export function Filters() {
  const words = useWords();
  const filter = useStore(review, (state) => state.filter);
  const isNarrowed = FIELDS.some((field) => field !== 'verdict' && chosen(filter, field).length > 0);
  return (
    <div class="filters">
      {FIELDS.map((field) => (
        <Filter key={field} field={field} />
      ))}
      {isNarrowed && (
        <button
          type="button"
          class="chip"
          onClick={() =>
            setFilter({
              ...Object.fromEntries(FIELDS.map((field) => [field, []])),
              verdict: filter.verdict ?? [],
            })
          }
        >
          {words.clearFilters}
        </button>
      )}
    </div>
  );
}

const chosen = (filter: FindingFilter, field: Field): readonly string[] => filter[field] ?? [];

function Filter({ field }: { readonly field: Field }) {
  const words = useWords();
  const language = useLanguage();
  const box = useRef<HTMLDetailsElement>(null);
  const choices = useStore(review, (state) => state.run?.choices[field]) ?? [];
  const taken = useStore(review, (state) => chosen(state.filter, field).join('\n'))
    .split('\n')
    .filter(Boolean);
  useEffect(() => {
    const closeIfOutside = ({ target }: Event): void => {
      if (box.current?.open && !box.current.contains(target as Node)) box.current.open = false;
    };
    addEventListener('pointerdown', closeIfOutside);
    return () => removeEventListener('pointerdown', closeIfOutside);
  }, []);
  const choose = (value: string, isChosen: boolean): void =>
    setFilter({ [field]: isChosen ? [...taken, value] : taken.filter((one) => one !== value) });
  return (
    <details
      class="filter"
      ref={box}
      data-field={field}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !box.current?.open) return;
        event.stopPropagation();
        box.current.open = false;
        box.current.querySelector('summary')?.focus();
      }}
    >
      <summary class={taken.length > 0 ? 'is-chosen' : ''}>
        {words.filters[field]}
        {taken.length > 0 && <b class="count">{taken.length}</b>}
      </summary>
      <fieldset class="choices">
        <legend class="unseen">{words.filters[field]}</legend>
        {choices.length === 0 && <p class="faint">–</p>}
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input
              type="checkbox"
              value={choice.value}
              checked={taken.includes(choice.value)}
              onChange={({ currentTarget }) => choose(choice.value, currentTarget.checked)}
            />
            <span>{choiceLabel(field, choice, words, language)}</span>
            <small>{words.number(choice.count)}</small>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
