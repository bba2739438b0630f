import { openFinding } from '../state/open-finding.ts';
import { needRows, setFilter } from '../state/queue.ts';
import { review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useRowHeight } from '../use-row-height.ts';
import { VirtualList } from '../virtual-list.tsx';
import { useWords } from '../words/words.ts';
import { Filters } from './filters.tsx';
import { FindingOption, optionId } from './finding-option.tsx';
import { SearchBox } from './search-box.tsx';

/** Height of a row in the page's own letters. */
const ROW_REM = 5.1;

/** Findings that wait for a decision, the most suspicious first, and what narrows them. */
export function QueuePane() {
  const words = useWords();
  const queue = useStore(review, (state) => state.queue);
  const run = useStore(review, (state) => state.run);
  const chosen = useStore(review, ({ route }) => (route.view === 'findings' ? route.findingId : null));
  const rowHeight = useRowHeight(ROW_REM);
  const at = queue.rows.findIndex((row) => row?.id === chosen);
  const isEmpty = run !== null && queue.rows.length === 0;
  return (
    <section class="queue-pane" aria-label={words.queue}>
      <div class="queue-head">
        <p class="progress">
          <strong>{words.left(queue.open)}</strong> <span>{words.shown(queue.total)}</span>
          <span class="today">{words.today(queue.decidedToday)}</span>
        </p>
        <progress
          max={Math.max(1, queue.total)}
          value={queue.total - queue.open}
          aria-label={words.left(queue.open)}
        />
        <SearchBox id="search" label={words.searchHint} onSearch={(search) => setFilter({ search })} />
        <Filters />
      </div>
      {isEmpty ? (
        <p class="faint nothing">{words.nothingFound}</p>
      ) : (
        <VirtualList
          label={words.queue}
          count={queue.rows.length}
          rowHeight={rowHeight}
          shown={at}
          chosenId={chosen === null || at < 0 ? null : optionId(chosen)}
          onRange={needRows}
          row={(index) => {
            const row = queue.rows[index];
            return (
              <FindingOption
                key={row?.id ?? index}
                {...{ row, index, total: queue.rows.length }}
                isChosen={row !== undefined && row.id === chosen}
                onChoose={(id) => void openFinding(id, 'pushed')}
              />
            );
          }}
        />
      )}
    </section>
  );
}
