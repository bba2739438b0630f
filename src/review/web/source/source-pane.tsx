import { useState } from 'preact/hooks';
import type { Place } from '../../api.ts';
import { review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../words/words.ts';
import { placesElsewhere } from './marks.ts';
import { PlacePane } from './place-pane.tsx';

interface SourcePaneProps {
  readonly places: readonly Place[];
  /** false where nothing of our reading may be seen */
  readonly showsCells?: boolean;
  /** what the first place is, where it is no suspect */
  readonly isChosen?: boolean;
  readonly onCell?: (recordId: string, observationId: string) => void;
}

/** Where a finding stands; the place it is compared with beside it, where that is not in sight. */
export function SourcePane({ places, showsCells = true, isChosen = false, onCell }: SourcePaneProps) {
  const words = useWords();
  const documents = useStore(review, (state) => state.documents);
  const [chosen, setChosen] = useState<{ readonly of: readonly Place[]; readonly index: number }>({
    of: places,
    index: 0,
  });
  const [first] = places;
  if (!first) return <section class="source-pane" aria-label={words.source} />;
  const elsewhere = placesElsewhere(places);
  const index = chosen.of === places ? Math.min(chosen.index, elsewhere.length - 1) : 0;
  const second = elsewhere[index];
  const shared = { places, showsCells, onCell: onCell ?? null };
  const documentOf = (place: Place) => documents.find(({ id }) => id === place.documentId);
  return (
    <section class={second ? 'source-pane is-split' : 'source-pane'} aria-label={words.source}>
      <Legend hasCompared={places.length > 1} {...{ showsCells, isChosen }} />
      <div class="place-panes">
        <PlacePane {...shared} place={first} document={documentOf(first)} label={words.suspectPlace} />
        {second && (
          <div class="second-place">
            {elsewhere.length > 1 && (
              <nav class="other-places" aria-label={words.compared}>
                {elsewhere.map((place, at) => (
                  <button
                    type="button"
                    key={`${place.documentId}${place.observationId}${at}`}
                    aria-pressed={at === index}
                    aria-label={words.otherPlace(at + 1, elsewhere.length)}
                    onClick={() => setChosen({ of: places, index: at })}
                  >
                    {at + 1}
                  </button>
                ))}
              </nav>
            )}
            <PlacePane {...shared} place={second} document={documentOf(second)} label={words.compared} />
          </div>
        )}
      </div>
    </section>
  );
}

interface LegendProps {
  readonly hasCompared: boolean;
  readonly showsCells: boolean;
  readonly isChosen: boolean;
}

function Legend({ hasCompared, showsCells, isChosen }: LegendProps) {
  const { legend } = useWords();
  return (
    <p class="legend">
      <span class="key suspect">{isChosen ? legend.chosen : legend.suspect}</span>
      {hasCompared && <span class="key compared">{legend.compared}</span>}
      <span class="key header">{legend.header}</span>
      {showsCells && <span class="key cell">{legend.cell}</span>}
    </p>
  );
}
