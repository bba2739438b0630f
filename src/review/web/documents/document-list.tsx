import { review } from '../state/review.ts';
import { goTo } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useRowHeight } from '../use-row-height.ts';
import { VirtualList } from '../virtual-list.tsx';
import { useWords } from '../words/words.ts';

const ROW_REM = 6.2;

/** All reports of the run. */
export function DocumentList() {
  const words = useWords();
  const documents = useStore(review, (state) => state.documents);
  const rowHeight = useRowHeight(ROW_REM);
  return (
    <>
      <div class="queue-head">
        <p class="progress">
          <strong>{words.documents}</strong> <span>{words.number(documents.length)}</span>
        </p>
      </div>
      <VirtualList
        label={words.documents}
        count={documents.length}
        rowHeight={rowHeight}
        row={(index) => {
          const { id, title, refArea, reportPeriod, records, findings, open, path } = documents[index]!;
          return (
            <button
              type="button"
              key={id}
              class="list-row"
              style={{ height: `${rowHeight}px` }}
              onClick={() => goTo({ view: 'documents', documentId: id, recordId: null })}
            >
              <span class="name">{title}</span>
              <span class="about">
                {[refArea?.name, reportPeriod?.label, words.recordCount(records)].filter(Boolean).join(' · ')}
              </span>
              <span class="about">{words.findingCount(open, findings)}</span>
              <span class="where">{path}</span>
            </button>
          );
        }}
      />
    </>
  );
}
